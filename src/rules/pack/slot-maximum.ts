import { pack, passages } from '../examples.ts';
import { slotPlace } from '../named.ts';
import type { Breach, Rule } from '../rule.ts';

const asks = (count: number) => {
  const ids = Array.from({ length: count }, (_, index) => `ask-${index + 1}`);
  return {
    ...passages(ids.map((id) => `::::ask{#${id} to=Leeds}\nOpen homes.\n::::`).join('\n\n')),
    ...pack('', `    slots: { asks: { passages: [${ids.join(', ')}], max: 2 } }`),
  };
};

export const slotMaximum: Rule<'pack'> = {
  id: 'slot-maximum',
  level: 'error',
  scope: 'pack',
  finds: 'A slot for which more passages are named than it takes',
  why: 'Which of them were to go is for the editor to say.',
  examples: { ok: [asks(2)], notOk: [asks(3)] },
  *check({ edition, selection }): Iterable<Breach> {
    for (const { slot, named, most } of selection.slots)
      if (named > most)
        yield {
          place: slotPlace(edition, slot),
          text: `The slot \`${slot.id}\` is given ${named} passages; it takes at most ${most}`,
          remedy: 'Name fewer.',
        };
  },
};
