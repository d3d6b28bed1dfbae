/** What commands say on standard output when they are done. */

import type { Built, FormatsOf } from '../commands/request.ts';
import type { Checked } from '../commands/check.ts';
import type { CheckedPdf, CheckedPdfs } from '../commands/check-pdfs.ts';
import type { Entry } from '../model/manifest.ts';
import { count } from '../diagnostics/count.ts';
import { documentName, formId } from '../model/document-key.ts';
import { mailingsOf, type Mailing } from '../model/mailings.ts';

/** The documents made, a line each, those for many recipients in groups; and what became of the others. */
export const builtText = (built: Built, folder: string): string => {
  const { made, carried, kept, outdated, unfitted, lacking, lost } = built;
  const rows = [
    ...made.flatMap((entry) => (entry.recipient ? [] : [[documentName(entry), describe(entry)] as const])),
    ...mailingsOf({ documents: made }).map(mailed),
  ];
  const width = Math.max(...rows.map(([name]) => name.length), 0);
  const lines = rows.map(([name, what]) => `${name.padEnd(width)}  ${what}`);
  lines.push('', `${count(made.length, 'document')} in ${folder}`);
  for (const [format, names] of byFormat(lacking))
    lines.push(`No ${format} of ${firstOf(names)}: not among the \`formats\` of the template`);
  if (unfitted.length)
    lines.push(
      `Not fitted to pages, with all that was selected: ${firstOf(unfitted)} (a build with PDFs finds what fits)`,
    );
  for (const [format, names] of byFormat(kept))
    lines.push(`Kept as it was: ${format} of ${firstOf(names)}${oldAmong(names, outdated, 'formats')}`);
  if (carried.length) {
    const old = oldAmong(carried.map(documentName), outdated, 'names');
    lines.push(`${count(carried.length, 'other')} carried over unchanged${old}`);
  }
  if (lost.length)
    lines.push(
      `${firstOf(lost)} could not be carried over: the files are gone. Build without naming packs or audiences.`,
    );
  return `${lines.join('\n')}\n`;
};

/** What came of the documents of an edition for its recipients, e.g. `650 recipients  html, pdf  1 page  612 at 12.0pt, 38 at 11.0pt; 3 without a`. */
const mailed = ({ entries }: Mailing): readonly [name: string, what: string] => {
  const [first] = entries;
  const fits = entries.flatMap(({ fit }) => fit ?? []);
  const sizes = counted(fits.map(({ size }) => `${size.toFixed(1)}pt`));
  const changes = [
    ...counted(fits.flatMap(({ dropped }) => dropped)).map(([id, times]) => `${times} without ${id}`),
    ...counted(fits.flatMap(({ added }) => added)).map(([id, times]) => `${times} with ${id} besides`),
  ];
  const what = [
    count(entries.length, 'recipient'),
    [...new Set(entries.map(filesIn))].join(' or '),
    [...new Set(entries.flatMap(({ pages }) => (pages === null ? [] : [count(pages, 'page')])))].join(' or '),
    sizes.map(([size, times]) => `${times} at ${size}`).join(', ') +
      (changes.length ? `; ${changes.join(', ')}` : ''),
  ];
  return [`${first.pack}/${formId(first)}`, what.filter(Boolean).join('  ')];
};

/** How often each stands there, the most frequent first. */
const counted = (names: readonly string[]): readonly (readonly [name: string, times: number])[] => {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return [...times].toSorted(([, one], [, other]) => other - one);
};

const byFormat = (of: readonly FormatsOf[]): ReadonlyMap<string, readonly string[]> => {
  const formats = new Set(of.flatMap((one) => one.formats));
  return new Map(
    [...formats].map((format) => [
      format,
      of.filter((one) => one.formats.includes(format)).map(({ name }) => name),
    ]),
  );
};

const oldAmong = (names: readonly string[], outdated: readonly string[], left: string): string => {
  const old = names.filter((name) => outdated.includes(name));
  if (!old.length) return '';
  return `, ${old.length} of them out of date: ${firstOf(old)} (build without ${left} to renew them)`;
};

/** The first names, three unless another number is given, and how many more there are. */
export const firstOf = (names: readonly string[], most = 3): string =>
  names.length > most + 1
    ? `${names.slice(0, most).join(', ')} and ${names.length - most} more`
    : names.join(', ');

const filesIn = ({ files: { copies = {}, ...files } }: Entry): string =>
  [...Object.keys(files), ...Object.keys(copies)].join(', ');

const describe = (entry: Entry): string => {
  const { pages, fit } = entry;
  return [
    filesIn(entry),
    ...(pages === null ? [] : [count(pages, 'page')]),
    ...(fit ? [fitted(fit)] : []),
  ].join('  ');
};

/** e.g. `11.4pt (95%), without a, b`. */
const fitted = ({ size, scale, dropped, added }: NonNullable<Entry['fit']>): string =>
  [
    `${size.toFixed(1)}pt${scale === 1 ? '' : ` (${Math.round(scale * 100)}%)`}`,
    ...(added.length ? [`with ${added.join(', ')} besides`] : []),
    ...(dropped.length ? [`without ${dropped.join(', ')}`] : []),
  ].join(', ');

/** What was checked. */
export const checkedText = ({ sources, passages, documents, printed }: Checked): string =>
  `Checked ${count(sources, 'source')}, ${count(passages, 'passage')}, ${count(documents, 'document')}${printed ? ', printed' : ''}\n`;

/** Which PDFs pass, and what a machine can't tell. */
export const checkedPdfsText = ({ files, questions }: CheckedPdfs): string =>
  [
    ...files.map((one) => `${one.file}: ${outcome(one)}`),
    '',
    'A machine can’t tell whether a document is accessible. A person has to ask:',
    ...questions.map((question) => `- ${question}`),
    '',
  ].join('\n');

const outcome = ({ checks, broken }: CheckedPdf): string => {
  if (!checks) return 'can’t be checked';
  const archive = checks.archive ? ` and ${checks.archive} of PDF/A-2a` : '';
  const all = `${checks.accessibility} machine checks of PDF/UA-1${archive}`;
  return broken.length ? `fails ${broken.length} of ${all}` : `passes ${all}`;
};
