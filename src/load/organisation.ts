import type { Say } from '../model/message.ts';
import type { Organisation } from '../model/project.ts';
import { field, keys, matching, maybe, text, webAddress } from './fields.ts';
import { shape } from './shape.ts';
import type { Yaml } from './yaml.ts';

/** Where documents lie on the web, without a final slash. */
const site = field('an address such as `https://example.org`', (written) => {
  const bare = written.replace(/\/+$/, '');
  return /^https:\/\/[^/?#\s]+(?:\/[^?#\s]*)?$/.test(bare) && URL.canParse(bare) ? bare : null;
});

/** A language tag (BCP 47). */
const language = field('a language tag, such as `en-GB` or `cy`', (written) => {
  try {
    return Intl.getCanonicalLocales(written)[0] ?? null;
  } catch {
    return null;
  }
});

const contact = keys({
  name: maybe(text),
  email: maybe(matching('an e-mail address', /^[^@\s]+@[^@\s]+\.[^@\s]+$/)),
  phone: maybe(text),
  'out-of-hours': maybe(text),
  web: maybe(webAddress),
});

const organisation = keys({
  name: text,
  short: maybe(text),
  about: maybe(text),
  address: maybe(text),
  contact: contact.prefault({}),
  imprint: maybe(text),
  notice: maybe(text),
  site: maybe(site),
  language: language.prefault('en-GB'),
});

/** Reads `organisation.yaml`. */
export const readOrganisation = (yaml: Yaml, say: Say): Organisation | null => {
  const read = shape(organisation, yaml, say);
  return read && { ...read, short: read.short ?? read.name };
};

/** What stands in for an organisation that could not be read; nothing is built with it. */
export const NO_ORGANISATION: Organisation = {
  name: '',
  short: '',
  about: null,
  address: null,
  contact: { name: null, email: null, phone: null, 'out-of-hours': null, web: null },
  imprint: null,
  notice: null,
  site: null,
  language: 'en-GB',
};
