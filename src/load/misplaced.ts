import { error, type Say } from '../diagnostics/message.ts';
import { valueAt } from './shape.ts';
import type { Yaml } from './yaml.ts';

/** The keys of each level of a pack, and the names that editions have. */
export interface PackKeys {
  readonly pack: readonly string[];
  readonly edition: readonly string[];
  readonly slot: readonly string[];
  readonly audiences: ReadonlySet<string>;
}

/**
 * Says each key of a pack that is one of another level: indented too little or too much, it is YAML all the same. Whether
 * there was any: the pack says something else then than was meant.
 */
export const sayMisplaced = (yaml: Yaml, { pack, edition, slot, audiences }: PackKeys, say: Say): boolean => {
  let found = false;
  const misplaced = (path: readonly string[], text: string, remedy: string) => {
    found = true;
    say(error('misplaced-key', yaml.keyPlace(path), text, { remedy }));
  };
  for (const key of yaml.keys([]).filter((name) => !pack.includes(name))) {
    if (edition.includes(key))
      misplaced([key], `\`${key}\` is a key of an edition, and stands outside \`editions\``, DEEPER);
    else if (audiences.has(key))
      misplaced(
        [key],
        `\`${key}\` is an audience, and stands outside \`editions\``,
        'Put it below `editions:`, two spaces deeper.',
      );
  }
  for (const id of yaml.keys(['editions'])) {
    const slots = ['editions', id, 'slots'];
    for (const key of yaml.keys(slots))
      if (slot.includes(key) && !isMap(valueAt([...slots, key], yaml.value)))
        misplaced([...slots, key], `\`${key}\` is a key of a slot, and stands among the slots`, DEEPER_SLOT);
    if (audiences.has(id)) {
      for (const key of yaml.keys(['editions', id]))
        if (!edition.includes(key) && audiences.has(key))
          misplaced(
            ['editions', id, key],
            `\`${key}\` is an audience, and stands within the edition \`${id}\``,
            `Line it up with \`${id}\`.`,
          );
    } else if (edition.includes(id))
      misplaced(['editions', id], `\`${id}\` is a key of an edition, and stands among the editions`, DEEPER);
    else if (pack.includes(id))
      misplaced(
        ['editions', id],
        `\`${id}\` is a key of the pack, and stands among its editions`,
        'Put it at the start of the line.',
      );
  }
  return found;
};

const isMap = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const DEEPER_SLOT = 'Put it below the slot that it belongs to, two spaces deeper than that.';
const DEEPER = 'Put it below the edition that it belongs to, two spaces deeper than that.';
