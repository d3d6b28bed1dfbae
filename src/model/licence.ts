/**
 * Licences under which sources are published, by their SPDX ids (https://spdx.org/licenses/), with what each asks those
 * to say who show something of it: in its own words, which stand here as the licences have them.
 */

/** What a licence asks for, in one language; what stands in square brackets leads to the licence. */
export interface LicenceStatement {
  readonly words: string;
  readonly url: string;
}

export interface Licence {
  readonly name: string;
  readonly url: string | null;
  /** By the tag of the language, English at least; null where nothing has to be said. */
  readonly asks: Readonly<Record<string, LicenceStatement>> | null;
}

const ARCHIVES = 'https://www.nationalarchives.gov.uk/doc';

/** Open Government Licence 3.0 of 2014 and its forerunners, "You must". The third has words in Welsh too. */
const ogl = (version: number): Licence => {
  const name = `Open Government Licence v${version}.0`;
  const url = `${ARCHIVES}/open-government-licence/version/${version}/`;
  const en = { words: `Contains public sector information licensed under the [${name}].`, url };
  const cy = {
    words: `Yn cynnwys gwybodaeth sector cyhoeddus a drwyddedwyd dan [Drwydded Llywodraeth Agored v${version}.0].`,
    url: `${ARCHIVES}/open-government-licence-cymraeg/version/${version}/`,
  };
  return { name, url, asks: version === 3 ? { en, cy } : { en } };
};

/** Open Parliament Licence 3.0, "You must". */
const opl = (): Licence => {
  const name = 'Open Parliament Licence v3.0';
  const url = 'https://www.parliament.uk/site-information/copyright-parliament/open-parliament-licence/';
  const en = { words: `Contains Parliamentary information licensed under the [${name}].`, url };
  return { name, url, asks: { en } };
};

/** Section 3(a) of each asks for a notice that refers to the licence; whose work it is stands in the notes. */
const creativeCommons = (terms: string, called: string): Licence => {
  const name = `Creative Commons ${called} 4.0 International`;
  const url = `https://creativecommons.org/licenses/${terms}/4.0/`;
  return { name, url, asks: { en: { words: `Contains material licensed under [${name}].`, url } } };
};

/** Nothing of it is licensed, as of most that is published: what is quoted is quoted by law. */
const ALL_RIGHTS_RESERVED = 'all-rights-reserved';

export const LICENCES = {
  'OGL-UK-3.0': ogl(3),
  'OGL-UK-2.0': ogl(2),
  'OGL-UK-1.0': ogl(1),
  'OPL-UK-3.0': opl(),
  'CC-BY-4.0': creativeCommons('by', 'Attribution'),
  'CC-BY-SA-4.0': creativeCommons('by-sa', 'Attribution-ShareAlike'),
  'CC-BY-NC-4.0': creativeCommons('by-nc', 'Attribution-NonCommercial'),
  'CC-BY-ND-4.0': creativeCommons('by-nd', 'Attribution-NoDerivatives'),
  'CC-BY-NC-SA-4.0': creativeCommons('by-nc-sa', 'Attribution-NonCommercial-ShareAlike'),
  'CC-BY-NC-ND-4.0': creativeCommons('by-nc-nd', 'Attribution-NonCommercial-NoDerivatives'),
  'CC0-1.0': {
    name: 'Creative Commons Zero 1.0 Universal',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/',
    asks: null,
  },
  [ALL_RIGHTS_RESERVED]: { name: 'All rights reserved', url: null, asks: null },
} as const satisfies Readonly<Record<string, Licence>>;

export type LicenceId = keyof typeof LICENCES;

export const LICENCE_IDS = Object.keys(LICENCES) as readonly LicenceId[];
