import { READING_DAYS } from '../model/calendar.ts';
import type { Audience } from '../model/audience.ts';
import { PUBLIC, PUBLIC_AUDIENCE } from '../model/public.ts';
import { choice, field, flag, keys, language, maybe, named, slug, text } from './fields.ts';
import type { Findings } from './reading.ts';
import { shape } from './shape.ts';
import type { Yaml } from './yaml.ts';

const grade = field('a reading grade, such as `9`', (written) => {
  const number = Number(/^\d{1,2}(?:\.\d+)?$/.exec(written)?.[0]);
  return number > 0 ? number : null;
});

export const audiences = named(
  slug,
  keys(
    {
      name: text,
      template: maybe(slug),
      public: flag.prefault('false'),
      grade: maybe(grade),
      numbers: choice(['figures', 'words-to-nine']).prefault('figures'),
      days: choice(READING_DAYS).prefault('any'),
      language: maybe(language),
    },
    '{ name: Members of Parliament, template: one-page-brief }',
  ),
);

/** Reads `audiences.yaml`; where it is faulty, the names in it are known all the same. */
export const readAudiences = (yaml: Yaml, { names, say }: Findings): ReadonlyMap<string, Audience> | null => {
  const ids = yaml.keys([]);
  for (const id of ids) names.define('audience', id, yaml.keyPlace([id]));
  if (!ids.includes(PUBLIC)) names.define('audience', PUBLIC, yaml.place([]));
  const read = shape(audiences, yaml, say);
  if (!read) return null;
  const found = new Map<string, Audience>();
  for (const id of ids) {
    const audience = read[id];
    if (!audience) continue;
    found.set(id, { id, ...audience, public: audience.public || id === PUBLIC });
    if (audience.template) names.use('template', audience.template, yaml.place([id, 'template']));
  }
  if (!ids.includes(PUBLIC)) found.set(PUBLIC, PUBLIC_AUDIENCE);
  return found;
};
