/** What `explain` says on standard output. */

import type { ExplainablePack, Explained } from '../commands/explain.ts';
import { count } from '../diagnostics/count.ts';
import { ENGLISH } from '../model/languages/en.ts';
import { showDate } from '../model/languages/languages.ts';
import { sayCheck } from '../model/languages/say-check.ts';
import type { Reason } from '../model/selection.ts';

/** The packs with their editions, a line each. */
export const explainableText = (packs: readonly ExplainablePack[]): string => {
  const width = Math.max(...packs.map(({ pack }) => pack.length), 0);
  const lines = packs.map(
    ({ pack, title, editions }) => `${pack.padEnd(width)}  ${editions.join(', ')}  “${title}”`,
  );
  return `${['Name a pack and one of its editions:', ...lines].join('\n')}\n`;
};

/** Every passage of the library, in or out, with the reason; of those in, where they come from and what their checks say. */
export const explainedText = (explained: Explained): string => {
  const { project, pack, edition, recipient, audience, template, date, slots, reasons } = explained;
  const width = Math.max(...reasons.map(({ passage }) => passage.length), 0);
  const line = ({ passage, why }: { passage: string; why: string }) => `  ${passage.padEnd(width)}  ${why}`;
  const standing = (reason: Reason) => [
    line(reason),
    ...[originOf(explained, reason), ...evidenceOf(explained, reason)].map(
      (said) => `  ${' '.repeat(width)}  ${said}`,
    ),
  ];
  const filled = slots.flatMap(({ slot, passages }) => {
    const inside = reasons.filter((reason) => reason.slot === slot.id);
    if (!inside.length) return [];
    const order = passages.map(({ id }) => id);
    const ranked = inside.toSorted((a, b) => rank(order, a.passage) - rank(order, b.passage));
    return [`${slot.id} (${passages.length})`, ...ranked.flatMap(standing), ''];
  });
  const empty = slots.flatMap(({ slot }) => (reasons.some((one) => one.slot === slot.id) ? [] : [slot.id]));
  const out = NEAREST.flatMap((sort) => reasons.filter(({ because }) => because === sort));
  const head = `${pack}/${edition}${recipient === null ? '' : `, ${recipient}`}: ${project.templates.get(template)?.name ?? template} for ${audience}, as at ${showDate(date, ENGLISH)}`;
  const nothing = empty.length ? [`empty: ${empty.join(', ')}`, ''] : [];
  return `${[head, '', ...filled, ...nothing, `left out (${out.length})`, ...out.map(line)].join('\n')}\n`;
};

/** e.g. `okoro-2025, item 4; passes 14 rules`, or what rules tell of it. */
const originOf = ({ project, rules, told }: Explained, { passage }: Reason): string => {
  const { source = '', locator = null } = project.passages.get(passage) ?? {};
  const found = told.get(passage);
  const checks = found ? `told by ${[...found].join(', ')}` : `passes ${count(rules, 'rule')}`;
  return `${[source, locator].filter(Boolean).join(', ')}; ${checks}`;
};

/** The originals that were archived, and the checks that it has passed, a line each. */
const evidenceOf = ({ evidence }: Explained, { passage }: Reason): readonly string[] => {
  const { originals = [], isUncompared = false, passed = [] } = evidence.get(passage) ?? {};
  return [
    ...originals.map(({ source, sha256 }) => `original of ${source}: ${sha256}`),
    ...(isUncompared ? ['original: none, so its quotation was not compared'] : []),
    ...passed.map((check) => sayCheck(check, ENGLISH)),
  ];
};

/** What is left out, the nearest to being in first. */
const NEAREST: readonly Reason['because'][] = ['room', 'full', 'barred', 'area', 'kind', 'topic'];

/** Those that a slot's passages bring with them come after. */
const rank = (order: readonly string[], passage: string): number => {
  const at = order.indexOf(passage);
  return at < 0 ? order.length : at;
};

/** The same for programs. */
export const explainedJson = (explained: Explained): string => {
  const { project, pack, edition, recipient, audience, template, date, reasons, told, evidence } = explained;
  const passages = reasons.map((reason) => {
    const { source = null, locator = null } = project.passages.get(reason.passage) ?? {};
    return {
      ...reason,
      source,
      locator,
      ...(reason.slot === null
        ? {}
        : { told: [...(told.get(reason.passage) ?? [])], evidence: evidence.get(reason.passage) }),
    };
  });
  const whose = recipient === null ? {} : { recipient };
  return `${JSON.stringify({ pack, edition, ...whose, audience, template, date, passages }, null, 2)}\n`;
};
