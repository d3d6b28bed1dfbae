/** Which documents a build is asked for. */

import { UsageError } from '../diagnostics/usage.ts';
import { suggest } from '../diagnostics/nearest.ts';
import type { Addressee } from '../model/document-key.ts';
import type { Plan } from '../produce/plan.ts';
import type { Planned } from '../produce/planner.ts';
import { shardOf } from '../produce/shard.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import type { Request } from './request.ts';

/**
 * The documents that are asked for.
 * @throws UsageError where a pack, an audience or a recipient is not known, or no document is of all that is named.
 */
export const narrow = ({ project, plans }: Planned, request: Request): readonly Plan[] => {
  const { packs, audiences, recipients = [], shard } = request;
  refuseUnknown('pack', packs, project.packs.keys());
  refuseUnknown('audience', audiences, project.audiences.keys());
  refuseStrangers(recipients, plans);
  const inPacks = plans.filter((plan) => (packs.length ? packs.includes(plan.key.pack) : !plan.isOnRequest));
  const wanted = inPacks.filter(
    ({ audience, key }) =>
      (!audiences.length || audiences.includes(audience)) &&
      (!recipients.length || recipients.some((name) => isCalled(key.recipient, name))),
  );
  if (!wanted.length && plans.length) throw nothingAsked(request, plans);
  if (!shard) return wanted;
  const part = new Set(shardOf(plans, shard));
  return wanted.filter((plan) => part.has(plan));
};

/** Whether a recipient is meant by its key or its name; capitals, accents and apostrophes make no difference. */
export const isCalled = (recipient: Addressee | undefined, name: string): boolean =>
  recipient !== undefined && [recipient.key, recipient.name].some((known) => bare(known) === bare(name));

const bare = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .trim()
    .replaceAll(/\s+/gu, ' ')
    .toLowerCase();

const refuseStrangers = (names: readonly string[], plans: readonly Plan[]): void => {
  const known = plans.flatMap(({ key }) => key.recipient ?? []);
  const stranger = names.find((name) => !known.some((recipient) => isCalled(recipient, name)));
  if (stranger === undefined) return;
  const all = [...new Set(known.flatMap(({ name, key }) => [name, key]))];
  throw new UsageError(
    `There is no recipient \`${stranger}\``,
    all.length
      ? `Write the key or the name of a row of the table. ${suggest(stranger, all)}`
      : 'No edition here has `recipients`.',
  );
};

const nothingAsked = ({ packs, audiences, recipients = [] }: Request, plans: readonly Plan[]): UsageError => {
  if (!packs.length && !audiences.length && !recipients.length)
    return new UsageError(
      'Every pack here is made on request alone',
      `Name one: ${[...new Set(plans.map(({ key }) => key.pack))].join(', ')}.`,
    );
  return recipients.length
    ? new UsageError(
        'No document is for that recipient in that pack and audience',
        'Leave one of them out, or name the pack, where it is made on request alone.',
      )
    : new UsageError(
        'No document is for that pack and audience',
        'Leave one of the two out, or name the pack, where it is made on request alone.',
      );
};
