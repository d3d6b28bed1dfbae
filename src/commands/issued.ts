/** Records that a document went out: one file an issue, with what it said and the hash of what went. */

import { oneOf, suggest } from '../diagnostics/nearest.ts';
import { hasErrors, type Told } from '../diagnostics/message.ts';
import { UsageError } from '../diagnostics/usage.ts';
import { documentName, formId } from '../model/document-key.ts';
import type { Entry } from '../model/manifest.ts';
import { shownText } from '../model/passage.ts';
import { isDay, type Day } from '../model/time.ts';
import type { Plan } from '../produce/plan.ts';
import { planAll, type Planned } from '../produce/planner.ts';
import { lastBuild } from '../publish/last-build.ts';
import { issuedText } from '../start/issued.ts';
import { taken, writeFiles } from '../world/new-files.ts';
import type { Output, World } from '../world/world.ts';
import { isCalled } from './narrow.ts';
import { refuseUnknown } from './refuse-unknown.ts';

/** What went out, as it is named on a command line. */
export interface IssueRequest {
  readonly pack: string;
  readonly edition: string | undefined;
  readonly recipient: string | undefined;
  readonly to: string;
  readonly on: string;
}

/** Writes the record, and gives its path; null where the project has errors. Nothing is recorded but what lies in the output as it is today. */
export const recordIssue = async (
  world: Pick<World, 'files' | 'packages' | 'engine' | 'readings' | 'output'>,
  root: string,
  issue: IssueRequest,
  today: Day,
): Promise<Told<string | null>> => {
  const on = dayOf(issue.on, today);
  const to = issue.to.trim();
  if (!to) throw new UsageError('It has to have gone to somebody', 'Write `--to "…"`, a name or a list.');
  const { value: planned, messages } = await planAll(world, { packs: [issue.pack] });
  if (!planned || hasErrors(messages)) return { value: null, messages };
  const plan = planOf(planned, issue);
  const entry = await currentEntry(world.output, plan);
  const { audience } = plan;
  const { project } = plan.open();
  const passages = entry.passages.flatMap((id) => {
    const passage = project.passages.get(id);
    return passage ? [[id, shownText(passage, audience)] as const] : [];
  });
  const path = await freePath(root, `${on}-${plan.name.replaceAll('/', '-')}`);
  const text = issuedText({ entry, on, to, passages });
  await writeFiles(root, new Map([[path, text]]));
  return { value: path, messages };
};

const dayOf = (written: string, today: Day): Day => {
  if (!isDay(written)) throw new UsageError(`\`${written}\` is no day`, 'Write it like `--on 2025-01-16`.');
  if (written > today) throw new UsageError(`${written} is still to come`, 'Record it when it has gone out.');
  return written;
};

/** The document that is meant; where there are several, one has to be named. */
const planOf = ({ project, plans }: Planned, { pack, edition, recipient }: IssueRequest): Plan => {
  refuseUnknown('pack', [pack], project.packs.keys());
  const own = plans.filter(({ key }) => key.pack === pack);
  const forms = [...new Set(own.map(({ key }) => formId(key)))];
  const [only] = forms;
  const form = edition ?? (forms.length === 1 ? only : undefined);
  if (form === undefined)
    throw new UsageError(`The pack \`${pack}\` has several documents`, `Name one after it: ${oneOf(forms)}.`);
  if (!forms.includes(form))
    throw new UsageError(`There is no edition \`${form}\` in the pack \`${pack}\``, suggest(form, forms));
  return recipientIn(
    own.filter(({ key }) => formId(key) === form),
    form,
    recipient,
  );
};

const recipientIn = (plans: readonly Plan[], form: string, recipient: string | undefined): Plan => {
  const [first] = plans;
  const addressees = plans.flatMap(({ key }) => key.recipient ?? []);
  if (first && !addressees.length && recipient === undefined) return first;
  if (!addressees.length)
    throw new UsageError(
      `The edition \`${form}\` is for no recipients`,
      'Name the pack and the edition alone.',
    );
  const names = addressees.flatMap(({ name, key }) => [name, key]);
  if (recipient === undefined)
    throw new UsageError(
      `The edition \`${form}\` is for ${addressees.length} recipients`,
      `Name one of them too, by key or name, such as ${oneOf(names.slice(0, 2))}.`,
    );
  const found = plans.find(({ key }) => isCalled(key.recipient, recipient));
  if (!found) throw new UsageError(`There is no recipient \`${recipient}\``, suggest(recipient, names));
  return found;
};

/** What the output says of a document, where that lies there whole and as it would be made today. */
const currentEntry = async (output: Pick<Output, 'read' | 'hash'>, plan: Plan): Promise<Entry> => {
  const { name, fingerprint } = plan;
  const { manifest } = await lastBuild(output);
  const entry = manifest?.documents.find((one) => documentName(one) === name);
  if (!entry)
    throw new UsageError(
      `\`${name}\` is not in the output: what went out can't be known`,
      `Build it first: \`despatch build ${plan.key.pack}\`.`,
    );
  if (Object.values(entry.inputs).some((made) => made !== fingerprint))
    throw new UsageError(
      `\`${name}\` in the output is not of the sources as they are today`,
      `Build it again, and look whether it is still what went out: \`despatch build ${plan.key.pack}\`.`,
    );
  for (const [path, hash] of Object.entries(entry.sha256))
    if ((await output.hash(path)) !== hash)
      throw new UsageError(
        `\`${path}\` in the output was changed or taken away since it was built`,
        `Build it again: \`despatch build ${plan.key.pack}\`.`,
      );
  return entry;
};

/** Several may go out on a day. */
const freePath = async (root: string, stem: string): Promise<string> => {
  for (let number = 1; ; number += 1) {
    const path = `sources/issued/${stem}${number === 1 ? '' : `-${number}`}.yaml`;
    if (!(await taken(root, [path])).length) return path;
  }
};
