/** What depends on a passage or a source: every document that shows it, in which words, and those that went out with it. */

import { suggest } from '../diagnostics/nearest.ts';
import type { Told } from '../diagnostics/message.ts';
import { UsageError } from '../diagnostics/usage.ts';
import { groupBy } from '../model/group.ts';
import { issuedName } from '../model/issued.ts';
import { memo } from '../model/memo.ts';
import { shownText, type Passage } from '../model/passage.ts';
import type { Day } from '../model/time.ts';
import { correctionsOf } from '../produce/corrections.ts';
import type { OpenPlan } from '../produce/plan.ts';
import { planAll, type Planned } from '../produce/planner.ts';
import { fitsOf, lastBuild } from '../publish/last-build.ts';
import type { World } from '../world/world.ts';

export interface Impact {
  readonly sort: 'passage' | 'source';
  readonly id: string;
  readonly passages: readonly ImpactedPassage[];
}

/** A passage, and where it got to. */
export interface ImpactedPassage {
  readonly id: string;
  /** Each wording with the documents that show it, as they were last fitted. */
  readonly shown: readonly ShownWording[];
  readonly issued: readonly IssuedUse[];
}

export interface ShownWording {
  readonly text: string;
  readonly audiences: readonly string[];
  /** The documents' names. */
  readonly documents: readonly string[];
}

/** A document that went out with it. */
export interface IssuedUse {
  /** The record's file. */
  readonly file: string;
  readonly document: string;
  readonly to: string;
  readonly on: Day;
  /** As it went out. */
  readonly text: string;
  readonly corrected: Day | null;
  /** Why those who have it have to be told, e.g. `was changed`; null where they don't. */
  readonly needs: string | null;
}

/** What depends on a passage or a source, by its id; null where the project can't be read. */
export const impact = async (
  world: Pick<World, 'files' | 'packages' | 'engine' | 'readings' | 'output'>,
  id: string,
  today: Day,
): Promise<Told<Impact | null>> => {
  const { value: planned, messages } = await planAll(world, { packs: [] });
  if (!planned) return { value: null, messages };
  const plans = planned.plans.map(({ open }) => open());
  const { sort, ids } = meant(planned, plans, id);
  const fits = fitsOf((await lastBuild(world.output)).manifest);
  const uses = usesIn(plans, fits);
  const passages = ids.map((one) => ({
    id: one,
    shown: wordings(uses.get(one) ?? []),
    issued: issuedWith(planned, one, today),
  }));
  return { value: { sort, id, passages }, messages };
};

/** The passages that are meant: one by its id, present or former, were it gone; or all that a source says. */
const meant = (
  { project }: Planned,
  plans: readonly OpenPlan[],
  id: string,
): { sort: Impact['sort']; ids: readonly string[] } => {
  const { passages, sources, issued } = project;
  const all = [...passages.values()];
  if (passages.has(id)) return { sort: 'passage', ids: [id] };
  const renamed = all.find(({ formerly }) => formerly.includes(id));
  if (renamed) return { sort: 'passage', ids: [renamed.id] };
  if (issued.some((record) => record.passages.some((one) => one.id === id)))
    return { sort: 'passage', ids: [id] };
  if (!sources.has(id))
    throw new UsageError(
      `There is no passage and no source \`${id}\``,
      suggest(id, [...passages.keys(), ...sources.keys()]),
    );
  // Figures of a table are cited where they were merged into a text.
  const citing = new Set(
    plans.flatMap((plan) =>
      [...plan.project.passages.values()].filter((one) => cites(one, id)).map((one) => one.id),
    ),
  );
  return {
    sort: 'source',
    ids: all.filter((one) => cites(one, id) || citing.has(one.id)).map((one) => one.id),
  };
};

const cites = ({ source, from, cites: cited = [] }: Passage, id: string): boolean =>
  source === id || from === id || cited.some((one) => one.source === id);

/** A document that shows a passage. */
interface ShownUse {
  readonly document: string;
  readonly audience: string;
  readonly text: string;
}

const usesIn = (
  plans: readonly OpenPlan[],
  fits: ReturnType<typeof fitsOf>,
): ReadonlyMap<string, readonly ShownUse[]> => {
  const uses = new Map<string, ShownUse[]>();
  for (const plan of plans) {
    const { audience } = plan;
    for (const passage of passagesOf(plan, fits.get((plan.follows ?? plan).name)))
      memo(uses, passage.id, (): ShownUse[] => []).push({
        document: plan.name,
        audience,
        text: shownText(passage, audience),
      });
  }
  return uses;
};

/** What stands in a document as it was last fitted, with what rebuttals answer. */
const passagesOf = (
  { selection, project }: OpenPlan,
  fit: { readonly dropped: readonly string[]; readonly added: readonly string[] } | undefined,
): Iterable<Passage> => {
  const chosen = selection.slots.flatMap(({ passages, reserve }) => [
    ...passages.filter(({ id }) => !fit?.dropped.includes(id)),
    ...reserve.filter(({ id }) => fit?.added.includes(id)),
  ]);
  const answered = chosen.flatMap(
    ({ attributes }) => project.passages.get(attributes['against'] ?? '') ?? [],
  );
  return new Set([...chosen, ...answered]);
};

/** The same words once, for all who read them. */
const wordings = (uses: readonly ShownUse[]): readonly ShownWording[] =>
  Array.from(
    groupBy(uses, ({ text }) => text),
    ([text, same]) => ({
      text,
      audiences: [...new Set(same.map(({ audience }) => audience))],
      documents: same.map(({ document }) => document),
    }),
  );

const issuedWith = (planned: Planned, id: string, today: Day): readonly IssuedUse[] => {
  const former = planned.project.passages.get(id)?.formerly ?? [];
  const corrections = correctionsOf(planned, today);
  return planned.project.issued.flatMap((record) =>
    record.passages
      .filter((one) => one.id === id || former.includes(one.id))
      .map((one) => ({
        file: record.place.file,
        document: issuedName(record),
        to: record.to,
        on: record.on,
        text: one.text,
        corrected: record.corrected,
        needs: corrections.find(({ passage }) => passage === one)?.why ?? null,
      })),
  );
};
