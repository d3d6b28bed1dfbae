import { readFileSync } from 'node:fs';

/** Our templates of pages that are no documents, for projects whose own styles are few. */
export const siteTemplates = (): Record<string, string> =>
  Object.fromEntries(
    ['recipients.hbs', 'recipients.css', 'passages.hbs', 'passages.css', 'desk.hbs', 'desk.css'].map(
      (name) => {
        const path = `templates/site/${name}`;
        return [path, readFileSync(path, 'utf8').replace('../styles/base.css', '../styles/fonts.css')];
      },
    ),
  );
