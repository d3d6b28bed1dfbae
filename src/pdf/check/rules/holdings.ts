/** Layers, embedded files, forms in XML, encryption (Matterhorn 20, 21, 25, 26). */

import { PDFArray, type PDFDict, PDFRawStream } from '../../library.ts';
import { dictAt, dictOf, listOf, numberAt, textAt, textOf, valueAt } from '../../read/objects.ts';
import type { Subject } from '../../read/subject.ts';
import { atObject, type PdfRule, ua } from '../rule.ts';

const layers = ({ catalog }: Subject): PDFDict | undefined => dictAt(catalog, 'OCProperties');

const others = (pdf: Subject): PDFDict[] =>
  listOf(valueAt(layers(pdf), 'Configs')).flatMap((one) => dictOf(one) ?? []);

const standard = (pdf: Subject): PDFDict[] => [dictAt(layers(pdf), 'D') ?? []].flat();

const nameless = (configuration: PDFDict): boolean => !textAt(configuration, 'Name')?.trim();

/** The parts of a form in XML, as text (ISO 32000-1, 12.7.8). */
const xfa = ({ catalog, unpacker }: Subject): string => {
  const value = valueAt(dictAt(catalog, 'AcroForm'), 'XFA');
  const parts = value instanceof PDFArray ? listOf(value) : [value];
  return parts
    .map((part) => (part instanceof PDFRawStream ? unpacker.bytes(part) : textOf(part)))
    .map((part) => (typeof part === 'string' ? part : new TextDecoder().decode(part ?? new Uint8Array())))
    .join('');
};

/** The element `dynamicRender`, whatever its prefix and its attributes, that says `required`. */
const DYNAMIC = /<(?:[\w.-]{1,99}:)?dynamicRender(?:\s[^<>]{0,999})?>\s{0,99}required/u;

const encryption = ({ context }: Pick<Subject, 'context'>): PDFDict | undefined =>
  dictOf(context.lookup(context.trailerInfo.Encrypt));

/** The tenth bit: text may be taken out for people who can't see it (ISO 32000-1, 7.6.3.2, table 22). */
const EXTRACT = 512;

/** Whether a file specification, that embeds a file, names it for old and new readers. */
export const isNamed = (specification: PDFDict): boolean =>
  Boolean(textAt(specification, 'F') && textAt(specification, 'UF'));

export const HOLDING_RULES: readonly PdfRule[] = [
  ua('20-001', '7.10', 'Name each configuration of layers.', (pdf) =>
    others(pdf)
      .filter(nameless)
      .map(() => ({ text: 'a configuration of layers without a name' })),
  ),
  ua('20-002', '7.10', 'Name the configuration of layers.', (pdf) =>
    standard(pdf)
      .filter(nameless)
      .map(() => ({ text: 'the first configuration of layers has no name' })),
  ),
  ua('20-003', '7.10', 'Take `AS` out of the configurations of layers.', (pdf) =>
    [...standard(pdf), ...others(pdf)]
      .filter((configuration) => valueAt(configuration, 'AS') !== undefined)
      .map(() => ({ text: 'layers are switched on and off by themselves (`AS`)' })),
  ),
  ua('21-001', '7.11', 'Name the file in `F` and `UF`.', ({ objects }) =>
    objects
      .filter(({ dict }) => dictAt(dict, 'EF') && !isNamed(dict))
      .map(({ object }) => ({ text: 'an embedded file without its name', place: atObject(object) })),
  ),
  ua('25-001', '7.15', 'Make a form without dynamic XFA.', (pdf) =>
    DYNAMIC.test(xfa(pdf)) ? [{ text: 'a form of dynamic XFA' }] : [],
  ),
];

/** Rules that encrypted PDFs can be held to as well. */
export const SECURITY_RULES: readonly PdfRule[] = [
  ua('26-001', '7.16', 'Say in `P` what readers may do.', (pdf) => {
    const dict = encryption(pdf);
    return dict && numberAt(dict, 'P') === undefined
      ? [{ text: 'the PDF is encrypted and does not say what readers may do' }]
      : [];
  }),
  ua('26-002', '7.16', 'Let screen readers take the text out.', (pdf) => {
    const rights = numberAt(encryption(pdf), 'P');
    return rights !== undefined && !(rights & EXTRACT)
      ? [{ text: 'the PDF forbids screen readers to take its text out' }]
      : [];
  }),
];
