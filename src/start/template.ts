import type { Files } from '../world/world.ts';
import { yamlText } from './yaml-text.ts';

/** The files of a new template, by their names; `template.yaml` first. */
export const templateTexts = async (
  start: Pick<Files, 'list' | 'read'>,
  name: string,
): Promise<ReadonlyMap<string, string>> => {
  const texts = new Map<string, string>();
  for (const path of (await start.list(['*'])).toReversed()) {
    const text = new TextDecoder().decode((await start.read(path)) ?? undefined);
    texts.set(
      path,
      text.replace(/^name: .*$/mu, () => `name: ${yamlText(name)}`),
    );
  }
  return texts;
};
