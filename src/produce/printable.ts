import { arePrinted } from '../model/formats.ts';
import { sha256 } from '../model/hash.ts';
import { charactersOf } from '../pdf/index.ts';
import type { Renderer } from '../render/render.ts';
import type { Round } from '../world/world.ts';
import type { Plan } from './plan.ts';

/** The characters that any printed document has fonts for; none where no document is printed. */
export const printableIn = async (
  plans: readonly Plan[],
  renderer: Renderer,
  round: Round,
): Promise<ReadonlySet<number>> => {
  const printed = plans.filter(({ template }) => arePrinted(template.formats));
  const fonts = printed.flatMap(({ template, key }) => renderer.formOf(template.id, key.variant).fonts);
  const all = new Set<number>();
  for (const font of new Set(fonts)) {
    const hash = sha256(font);
    const read = async () => [...(await charactersOf([font]))];
    for (const code of await round.awaited(`font ${hash}`, hash, read)) all.add(code);
  }
  return all;
};
