/** Puts the parts of a build that several machines have made (`--shard`) into one output folder. */

import { stops, type Told } from '../diagnostics/message.ts';
import { UsageError } from '../diagnostics/usage.ts';
import { documentName } from '../model/document-key.ts';
import { ALL_FORMATS } from '../model/formats.ts';
import { standingAt } from '../model/release.ts';
import { planAll, type Planned } from '../produce/planner.ts';
import { carryOver, lastBuild, madeBy, type Carried } from '../publish/last-build.ts';
import { assemble, Publication } from '../publish/publish.ts';
import type { Output, World } from '../world/world.ts';
import { LeakSearch } from './no-leaks.ts';
import { addPages } from './site-pages.ts';
import { presentOf, type Built, type Request } from './request.ts';

/** The output of one part. */
export interface Part {
  /** As it was named. */
  readonly name: string;
  readonly folder: Pick<Output, 'read' | 'hash'>;
}

/**
 * Merges parts of a build; null where the project has errors. Every document has to be there once, made of the sources as
 * they are today, by this despatch.
 */
export const merge = async (
  world: World,
  parts: readonly Part[],
  request: Pick<Request, 'version' | 'strict' | 'today' | 'now'>,
): Promise<Told<Built | null>> => {
  await world.output.recover();
  const { value: planned, messages: planning } = await planAll(world, { packs: [] });
  const messages = [...planning];
  if (!planned || stops(messages, request.strict ?? false)) return { value: null, messages };
  const found: FoundDocument[] = [];
  for (const part of parts) found.push(...(await documentsIn(part, planned)));
  refuseTwice(found);
  refuseMissing(found, planned);
  const made = found.map(({ document }) => document.entry);
  const manifest = assemble(
    request.version,
    made,
    [],
    planned.plans.map(({ name }) => name),
  );
  const fresh = await world.output.begin();
  try {
    const publication = new Publication(world.output, fresh, null);
    for (const { part, document } of found) {
      const gone = await publication.carry([document], part.folder);
      if (gone !== null) throw changed(part, gone);
    }
    messages.push(
      ...(await addPages({ ...world, store: null }, publication, planned, manifest, request, messages)),
      ...(await new LeakSearch({ ...world, store: null }, planned).end(publication, manifest, request)),
    );
    if (stops(messages, request.strict ?? false)) return { value: null, messages };
    await publication.publish(manifest, madeBy((await lastBuild(world.output)).manifest));
  } finally {
    await fresh.discard();
  }
  const none = { carried: [], kept: [], outdated: [], unfitted: [], lacking: [], lost: [] };
  const standing = standingAt(presentOf(request).now, planned.project);
  return { value: { made: manifest.documents, ...none, standing }, messages };
};

/** A document in the output of a part. */
interface FoundDocument {
  readonly part: Part;
  readonly document: Carried;
}

/** The documents of a part: all whole, and up to date. */
const documentsIn = async (part: Part, { plans }: Planned): Promise<readonly FoundDocument[]> => {
  const { manifest, foreign } = await lastBuild(part.folder);
  if (foreign) throw new UsageError(`The build in \`${part.name}\` is of another version of despatch`, AGAIN);
  if (!manifest)
    throw new UsageError(`There is no build in \`${part.name}\``, 'Name the output folder of each part.');
  const staying = new Map(plans.map(({ name }) => [name, ALL_FORMATS] as const));
  const { carried, lost, changed: edited } = await carryOver(part.folder, manifest, staying);
  const [first] = [...edited, ...lost];
  if (first !== undefined) throw changed(part, first);
  const today = new Map(plans.map(({ name, fingerprint }) => [name, fingerprint]));
  for (const entry of manifest.documents) {
    const name = documentName(entry);
    if (Object.values(entry.inputs).some((made) => made !== today.get(name)))
      throw new UsageError(
        `\`${name}\` in \`${part.name}\` is not of the project as it is here: of other sources, or by another despatch, Node or browser`,
        AGAIN,
      );
  }
  return carried.map((document) => ({ part, document }));
};

const AGAIN = 'Build all parts again, from the same sources and on machines that are set up alike.';

const changed = ({ name }: Part, what: string): UsageError =>
  new UsageError(`\`${what}\` in \`${name}\` was changed or taken away since it was built`, AGAIN);

const refuseTwice = (found: readonly FoundDocument[]): void => {
  const first = new Map<string, Part>();
  for (const { part, document } of found) {
    const name = documentName(document.entry);
    const other = first.get(name);
    if (other)
      throw new UsageError(
        `\`${name}\` is in \`${other.name}\` and in \`${part.name}\``,
        'Name each part once, and parts of one division alone: 1/5 to 5/5.',
      );
    first.set(name, part);
  }
};

/** Refuses parts that lack a document, or a format of one that its template makes. */
const refuseMissing = (found: readonly FoundDocument[], { plans }: Planned): void => {
  const there = new Map(found.map(({ document }) => [documentName(document.entry), document.formats]));
  // What is made on request alone is there whole, or not at all.
  const missing = plans.filter(
    (plan) =>
      (!plan.isOnRequest || there.has(plan.name)) &&
      plan.template.formats.some((format) => !there.get(plan.name)?.includes(format)),
  );
  const [first, ...others] = missing;
  if (!first) return;
  const more = others.length ? ` and ${others.length} more` : '';
  throw new UsageError(
    `The parts lack \`${first.name}\`${more}`,
    'Name the output folders of all parts, each built without naming packs, audiences or formats.',
  );
};
