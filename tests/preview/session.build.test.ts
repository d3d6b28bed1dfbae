import { describe, expect, onTestFinished, test } from 'vitest';
import { OutsideError } from '../../src/diagnostics/outside.ts';
import { baseProject } from '../project.ts';
import { openSession } from './sessions.ts';

const PACK = 'sources/packs/bill.yaml';
const SOURCE = 'sources/library/okoro-2025.md';

const begun = (contents = baseProject(), over: Parameters<typeof openSession>[1] = {}) => {
  const all = openSession(contents, over);
  onTestFinished(() => all.session.close());
  all.session.refresh();
  return { ...all, contents };
};

describe('a session of the preview', () => {
  test('shows the first document, and lists all', async () => {
    const { rest, session } = begun();
    const { open, packs, organisation } = await rest();
    expect(organisation).toBe('Social Workers for Children');
    expect(packs.map(({ documents }) => documents.map(({ name }) => name))).toEqual([
      ['bill/mp', 'bill/press'],
    ]);
    expect(open).toMatchObject({ name: 'bill/mp', isStale: false, page: { address: '/pages/bill/mp.html' } });
    expect(session.rendered?.html).toContain('Child protection investigations rose');
  });

  test('its page says of each block which passage it is of, as no page that is built does', async () => {
    const { rest, session } = begun();
    await rest();
    expect(session.rendered?.html).toContain('data-of="investigations-growth"');
    expect(session.rendered?.html).toContain('data-of="--headline"');
  });

  test('shows what was saved, and says so by another turn', async () => {
    const { rest, session, contents } = begun();
    const before = await rest();
    contents[SOURCE] = contents[SOURCE]?.replace('**152%**', '**153%**') ?? '';
    session.refresh();
    const after = await rest();
    expect(session.rendered?.html).toContain('153%');
    expect(after.open?.page?.turn).toBeGreaterThan(before.open?.page?.turn ?? 0);
    session.refresh();
    expect((await rest()).open?.page).toEqual(after.open?.page);
  });

  test.each([
    ['a file that can’t be read', PACK, 'date: 2025-01-16', 'date: [', 'yaml'],
    ['a passage that says too little', SOURCE, ' area=England', '', 'missing-attribute'],
    [
      'a template that reads what there is none of',
      'templates/brief/page.hbs',
      '{{headline}}',
      '{{headlines}}',
      'template-view',
    ],
    [
      'a document without what it has to have',
      SOURCE,
      ' to="Department for Education"',
      ' to="Department for Education" status=draft',
      'slot-minimum',
    ],
  ])(
    '%s: the last good page stays, and the message has the place',
    async (_what, file, right, wrong, rule) => {
      const { rest, session, contents } = begun();
      const good = await rest();
      const whole = contents[file] ?? '';
      contents[file] = whole.replace(right, wrong);
      session.refresh();
      const faulty = await rest();
      expect(faulty.open).toEqual({ ...good.open, isStale: true, paper: faulty.open?.paper ?? null });
      expect(faulty.messages[0]).toMatchObject({
        severity: 'error',
        rule,
        place: { file: expect.any(String) },
      });
      expect(faulty.messages[0]?.place?.href).toMatch(
        /^vscode:\/\/file\/project\/(?:sources|templates)\/.+:\d+:\d+$/u,
      );
      contents[file] = whole;
      session.refresh();
      expect(await rest()).toMatchObject({ open: { isStale: false, page: good.open?.page } });
    },
  );

  test('finds every fault of the project, also of documents that are not shown', async () => {
    const contents = baseProject();
    contents[PACK] =
      contents[PACK]?.replace(
        'embargo: 2025-01-20T00:01',
        'embargo: 2025-01-20T00:01, headline: "{{nothing}} ** bold **"',
      ) ?? '';
    const { rest } = begun(contents);
    const { messages } = await rest();
    expect(messages.map(({ severity }) => severity)).toContain('error');
  });

  test('opens another document, and none that there is not', async () => {
    const { rest, session } = begun();
    await rest();
    expect(session.open('bill/nobody')).toBe(false);
    expect(session.open('bill/press')).toBe(true);
    expect((await rest()).open).toMatchObject({
      name: 'bill/press',
      page: { address: '/pages/bill/press.html' },
    });
  });

  test('waits for a pack where there is none', async () => {
    const contents = baseProject();
    const pack = contents[PACK] ?? '';
    delete contents[PACK];
    const { rest, session } = begun(contents);
    expect(await rest()).toMatchObject({ open: null, packs: [] });
    contents[PACK] = pack;
    session.refresh();
    expect((await rest()).open?.name).toBe('bill/mp');
  });

  test('waits for a project whose files are broken from the first', async () => {
    const contents = baseProject();
    const pack = contents[PACK] ?? '';
    contents[PACK] = 'title: [';
    const { rest, session } = begun(contents);
    expect(await rest()).toMatchObject({ open: null, messages: [{ severity: 'error' }] });
    contents[PACK] = pack;
    session.refresh();
    expect((await rest()).open?.page).not.toBeNull();
  });

  test('two packs with one address are a message', async () => {
    const contents = baseProject();
    contents['sources/packs/other.yaml'] = contents[PACK]?.replace('Second Reading', 'Third Reading') ?? '';
    const { rest } = begun(contents);
    expect((await rest()).messages).toContainEqual(expect.objectContaining({ rule: 'same-short' }));
  });

  test('says what the preview lacks, and shows the page all the same', async () => {
    const openPrinter = () => Promise.reject(new OutsideError('There is no browser', 'Install one.'));
    const { rest } = begun(baseProject(), { openPrinter });
    expect(await rest()).toMatchObject({
      open: { page: { turn: 1 } },
      trouble: { text: 'There is no browser', remedy: 'Install one.' },
      isChecked: true,
    });
  });

  test('of a hundred saves the last is shown, and not each of them', async () => {
    const { rest, session, contents, states } = begun();
    await rest();
    const source = contents[SOURCE] ?? '';
    for (let save = 0; save < 100; save += 1) {
      contents[SOURCE] = source.replace('**152%**', `**${save}%**`);
      session.refresh();
      await Promise.resolve();
    }
    await rest();
    expect(session.rendered?.html).toContain('<strong>99%</strong>');
    const turns = new Set(states.flatMap(({ open }) => open?.page?.turn ?? []));
    expect(turns.size).toBeGreaterThan(1);
    expect(turns.size).toBeLessThan(10);
  });
});
