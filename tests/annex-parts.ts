import { readdirSync, readFileSync } from 'node:fs';

/** The page of annexes that comes with despatch, with the parts that it is made of. */
export const ANNEX_PARTS: Readonly<Record<string, string>> = Object.fromEntries(
  ['annex', 'partials', 'styles'].flatMap((folder) =>
    readdirSync(`templates/${folder}`, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => `templates/${folder}/${name}`)
      .map((path) => [path, readFileSync(path, 'utf8')]),
  ),
);
