import { memo } from '../model/memo.ts';
import type { Shard } from '../model/shard.ts';
import type { Plan } from './plan.ts';

/** Documents with those that follow them, which hold what these were fitted to. */
export const familiesOf = (plans: readonly Plan[]): readonly (readonly Plan[])[] => {
  const families = new Map<string, Plan[]>();
  for (const plan of plans) {
    const { name } = plan.follows ?? plan;
    memo(families, name, () => []).push(plan);
  }
  return [...families.values()];
};

/** The documents of one part: each family whole, in turn; neighbours are alike, and so are the parts in their work. */
export const shardOf = (plans: readonly Plan[], { part, of }: Shard): readonly Plan[] =>
  familiesOf(plans)
    .filter((_, index) => index % of === part - 1)
    .flat();
