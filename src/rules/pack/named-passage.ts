import { pack, passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

const naming = (attributes: string) => ({
  ...passages(`::::ask{#open to=Leeds ${attributes}}\nOpen homes.\n::::`),
  ...pack('', '    slots: { asks: { passages: [open] } }'),
});

export const namedPassage: Rule<'pack'> = {
  id: 'named-passage',
  level: 'error',
  scope: 'pack',
  isFixed: true,
  finds:
    'A named passage that can’t be used: of another kind than its slot takes, for other readers, not approved, expired, under embargo, superseded',
  why: 'A pack must not let out what the library holds back.',
  examples: {
    ok: [naming('expires=2025-01-16'), naming('only=mp')],
    notOk: [
      naming('expires=2025-01-15'),
      naming('only=press'),
      naming('status=draft'),
      naming('embargo=2025-01-17'),
    ],
  },
  *check({ selection }): Iterable<Breach> {
    for (const { slot, unfit } of selection.slots)
      for (const { passage, place, why, later } of unfit)
        if (!later)
          yield {
            place,
            text: `\`${passage.id}\` is named for the slot \`${slot.id}\` but can't be used: ${why}`,
            remedy: 'Name another passage, or mend this one where it stands.',
            related: [{ place: passage.place, text: 'the passage' }],
          };
  },
};
