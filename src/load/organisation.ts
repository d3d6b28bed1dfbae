import { faint, LEAST_CONTRAST, LIGHT, type Colour } from '../model/colours.ts';
import { PRINTERS } from '../model/copies.ts';
import { error, SEVERITIES } from '../diagnostics/message.ts';
import type { Organisation } from '../model/organisation.ts';
import { definePrinters, printers, withBuiltIn } from './copies.ts';
import {
  choice,
  field,
  keys,
  language,
  matching,
  maybe,
  named,
  path,
  slug,
  text,
  webAddress,
} from './fields.ts';
import { imagePath } from './images.ts';
import type { Findings } from './reading.ts';
import { shape } from './shape.ts';
import type { Yaml } from './yaml.ts';

/** Where documents lie on the web, without a final slash. */
const site = field('an address such as `https://example.org`', (written) => {
  const bare = written.replace(/\/+$/, '');
  return /^https:\/\/[^/?#\s]+(?:\/[^?#\s]*)?$/.test(bare) && URL.canParse(bare) ? bare : null;
});

const colour = field('a colour such as `#7c1d2e`, in quotation marks', (written) =>
  /^#[\da-f]{6}$/i.test(written) ? (written.toLowerCase() as Colour) : null,
);

/** The organisation's own colours; despatch's where it gives none. */
const colours = keys({
  accent: colour.prefault(LIGHT.accent),
  tint: colour.prefault(LIGHT.tint),
});

const contact = keys({
  name: maybe(text),
  email: maybe(matching('an e-mail address', /^[^@\s]+@[^@\s]+\.[^@\s]+$/)),
  phone: maybe(text),
  'out-of-hours': maybe(text),
  web: maybe(webAddress),
});

export const organisation = keys({
  name: text,
  short: maybe(text),
  about: maybe(text),
  address: maybe(text),
  contact: contact.prefault({}),
  imprint: maybe(text),
  notice: maybe(text),
  site: maybe(site),
  language: language.prefault('en-GB'),
  colours: colours.prefault({}),
  logo: maybe(path),
  printers: printers.prefault({}),
  rules: named(slug, choice(SEVERITIES), 'no-topic: error').prefault({}),
});

/** Reads `organisation.yaml`. */
export const readOrganisation = (yaml: Yaml, findings: Findings): Organisation | null => {
  const { say } = findings;
  definePrinters(yaml, findings);
  const read = shape(organisation, yaml, say);
  if (!read) return null;
  const palette = { ...LIGHT, ...read.colours };
  for (const { text, ground, ratio } of faint(palette)) {
    const at = (['accent', 'tint'] as const).find(
      (key) => (key === text || key === ground) && palette[key] !== LIGHT[key],
    );
    const found = `\`${text}\` ${palette[text]} on \`${ground}\` ${palette[ground]} has a contrast of ${ratio.toFixed(1)} to 1; expected ${LEAST_CONTRAST} to 1 at least`;
    const remedy =
      text !== 'accent'
        ? 'Write a lighter tint.'
        : `Write a darker accent${ground === 'tint' ? ', or a lighter tint' : ''}.`;
    say(error('contrast', yaml.place(['colours', at ?? 'accent']), found, { remedy }));
  }
  const logo = read.logo === null ? null : imagePath(read.logo, yaml.place(['logo']), findings);
  const { rules, ...rest } = read;
  return {
    ...rest,
    short: read.short ?? read.name,
    colours: palette,
    logo,
    printers: withBuiltIn(read.printers),
    levels: Object.entries(rules).map(([rule, level]) => ({
      rule,
      level,
      place: yaml.keyPlace(['rules', rule]),
    })),
  };
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
  colours: LIGHT,
  logo: null,
  printers: PRINTERS,
  levels: [],
};
