import { error, type Say } from '../diagnostics/message.ts';
import type { Edition } from '../model/pack.ts';
import { formId } from '../model/document-key.ts';
import { PRINTS, type Print } from '../model/variant.ts';
import type { Path, Yaml } from './yaml.ts';

/** The prints of an edition in the order in which they are made; says one that is named twice. */
export const readVariants = (
  written: readonly Print[],
  path: Path,
  yaml: Yaml,
  say: Say,
): readonly Print[] => {
  written.forEach((variant, index) => {
    const first = written.indexOf(variant);
    if (first === index) return;
    const related = [{ place: yaml.place([...path, first]), text: 'the first one' }];
    const text = `The variant \`${variant}\` is named already`;
    say(error('variant-twice', yaml.place([...path, index]), text, { remedy: 'Name it once.', related }));
  });
  return PRINTS.filter((variant) => written.includes(variant));
};

/** Says an edition whose files would take the place of a variant of another's: `mp-large-print` or `mp-annex` beside `mp`. */
export const saySamePath = (editions: readonly Edition[], say: Say): void => {
  const first = new Map<string, Edition>();
  for (const edition of editions)
    for (const variant of edition.variants) {
      const id = formId({ edition: edition.id, variant });
      const other = first.get(id);
      first.set(id, other ?? edition);
      if (!other || other.id === edition.id) continue;
      const [plain, varied] = other.id === id ? [other, edition] : [edition, other];
      const related = [{ place: varied.place, text: 'the edition with this variant' }];
      const text = `The edition \`${plain.id}\` would be written to the same files as a variant of \`${varied.id}\``;
      say(error('same-path', plain.place, text, { remedy: 'Give the edition another name.', related }));
    }
};
