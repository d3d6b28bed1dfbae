/**
 * A page that runs nothing and loads nothing but its files. What is known to do neither is allowed, element by element
 * and attribute by attribute; all else is refused, so that what browsers have yet to learn is refused as well.
 */

import type { Element, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { visit } from '../model/visit.ts';
import { leaksOf } from '../sealing/leaks.ts';

/** A page's surroundings. */
export interface PageSurroundings {
  /** The page's path below the output folder. */
  readonly path: string;
  /** The files that it may load, by path below the output folder. */
  readonly files: ReadonlySet<string>;
}

/** What of a page would run, or load what is none of its files, or might: each once, in words that follow “holds”. */
export const strangeIn = (page: Root, surroundings: PageSurroundings): readonly string[] => {
  const found = new Set<string>();
  visit(page, 'element', (element) => {
    for (const what of inElement(element, surroundings)) found.add(what);
  });
  return [...found];
};

const inElement = (element: Element, surroundings: PageSurroundings): readonly string[] => {
  const { tagName, properties } = element;
  const own = ELEMENTS.get(tagName);
  if (!own) return [`a \`${tagName}\` element`];
  if (isReadOtherwise(element)) return [`what a \`${tagName}\` element should not hold`];
  const inAttributes = Object.entries(properties).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? value.join(' ') : String(value);
    if (own.has(name)) return own.get(name)?.(text, element, surroundings) ?? [];
    if (EVERYWHERE.has(name) || /^(?:aria|data)(?=[A-Z0-9-])/u.test(name)) return [];
    if (name === 'style') return inStyle(text);
    return /^on[a-z]/iu.test(name)
      ? [`a script in \`${name.toLowerCase()}\``]
      : [`the attribute \`${name.toLowerCase()}\` of \`${tagName}\``];
  });
  return tagName === 'style' ? [...inAttributes, ...inStyle(toString(element))] : inAttributes;
};

/** CSS in a drawing, and markup in what is text alone: browsers differ from the standard, and among each other, in both. */
const isReadOtherwise = ({ tagName, children }: Element): boolean =>
  tagName === 'svg'
    ? holdsStyle(children)
    : (tagName === 'style' || tagName === 'title') && children.some(({ type }) => type !== 'text');

const holdsStyle = (children: Element['children']): boolean =>
  children.some(
    (child) => child.type === 'element' && (child.tagName === 'style' || holdsStyle(child.children)),
  );

/** What is wrong with an attribute's value. */
type ValueCheck = (value: string, element: Element, surroundings: PageSurroundings) => readonly string[];

const anything: ValueCheck = () => [];

/** CSS within a page names no address: what is to be loaded stands in its style sheet. */
const inStyle = (css: string): readonly string[] =>
  leaksOf(css, { address: () => false, imports: false }).map(({ what }) => `${what} in its CSS`);

const strange = (address: string): readonly string[] => [`the address \`${address.trim().slice(0, 60)}\``];

/** An address that a reader may follow. */
const followed: ValueCheck = (value) => {
  const base = 'https://despatch.invalid/';
  const known = URL.canParse(value, base) && FOLLOWED.has(new URL(value, base).protocol);
  return known ? [] : strange(value);
};

const FOLLOWED: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** An address that the browser loads by itself. */
const loaded: ValueCheck = (value, _element, { path, files }) =>
  ROOTS.every((root) => {
    if (!URL.canParse(value, root + path)) return false;
    const { href } = new URL(value, root + path);
    return href.startsWith(root) && files.has(fileOf(href.slice(root.length)));
  })
    ? []
    : strange(value);

/** Where an output may lie. What is a file of the output in both is one wherever it is put. */
const ROOTS = ['https://despatch.invalid/site/', 'file:///despatch/output/'];

const fileOf = (address: string): string => {
  try {
    return decodeURIComponent(address.replace(/#.*/su, ''));
  } catch {
    return address;
  }
};

/** Several addresses, each with a width or density: no address of a file of ours holds a space or a comma. */
const loadedSet: ValueCheck = (value, ...rest) =>
  value
    .split(',')
    .map((candidate) => candidate.trim().split(/[\t\n\f\r ]/u)[0] ?? '')
    .flatMap((address) => loaded(address, ...rest));

/** What a link leads to is loaded, is only named, or nobody knows. */
const linked: ValueCheck = (value, element, surroundings) => {
  const relations = [element.properties['rel'] ?? []].flat().join(' ').toLowerCase().split(/\s+/u);
  const unknown = relations.filter((relation) => !LOADING.has(relation) && !NAMING.has(relation));
  if (unknown.length) return unknown.map((relation) => `a \`link\` with \`rel="${relation}"\``);
  return relations.some((relation) => LOADING.has(relation))
    ? loaded(value, element, surroundings)
    : followed(value, element, surroundings);
};

const LOADING: ReadonlySet<string> = new Set(['stylesheet', 'icon']);

const NAMING: ReadonlySet<string> = new Set([
  'alternate',
  'author',
  'canonical',
  'help',
  'license',
  'next',
  'prev',
]);

/** What a page tells the browser to do: to go on to a page beside it, at once, and nothing else. */
const leadsOn: ValueCheck = (value, { properties: { content } }) =>
  value.toLowerCase() === 'refresh' && /^0; url=[a-z0-9]+(?:-[a-z0-9]+)*\.html$/u.test(String(content))
    ? []
    : [`a \`meta\` with \`http-equiv="${value}"\``];

/** A part of the page itself. */
const inside: ValueCheck = (value) => (value.startsWith('#') ? [] : strange(value));

/** Attributes that any element may have; `aria-…`, `data-…` and `style` besides. */
const EVERYWHERE: ReadonlySet<string> = new Set(
  'className dir hidden id inert lang role tabIndex title translate xmlns'.split(' '),
);

const table = (
  rows: readonly (readonly [names: string, attributes: Readonly<Record<string, ValueCheck>>])[],
) =>
  new Map(
    rows.flatMap(([names, attributes]) => names.split(' ').map((name) => [name, of(attributes)] as const)),
  );

const of = (attributes: Readonly<Record<string, ValueCheck>>): ReadonlyMap<string, ValueCheck> =>
  new Map(
    Object.entries(attributes).flatMap(([names, check]) =>
      names.split(' ').map((name) => [name, check] as const),
    ),
  );

/** How a shape looks: each may name a part of the page, and nothing outside. */
const LOOK: Readonly<Record<string, ValueCheck>> = {
  'clipPath clipRule color display fill fillOpacity fillRule opacity overflow pathLength': inStyle,
  'paintOrder shapeRendering stroke strokeDashArray strokeDashOffset strokeLineCap strokeLineJoin': inStyle,
  'strokeMiterLimit strokeOpacity strokeWidth transform vectorEffect visibility': inStyle,
  'height preserveAspectRatio viewBox width x y': anything,
};

/** The elements that a page may hold, and the attributes that they may have of their own. */
const ELEMENTS: ReadonlyMap<string, ReadonlyMap<string, ValueCheck>> = table([
  [
    'abbr address article aside b bdi bdo body br caption cite code dd dfn div dl dt em figcaption figure',
    {},
  ],
  ['footer h1 h2 h3 h4 h5 h6 head header hgroup hr html i kbd main mark nav p pre rp rt ruby s samp', {}],
  ['search section small span strong sub summary sup tbody tfoot thead tr u ul var wbr', {}],
  ['a', { href: followed, 'download hrefLang rel target type': anything }],
  ['blockquote q', { cite: followed }],
  ['del ins', { cite: followed, dateTime: anything }],
  ['col colgroup', { span: anything }],
  ['data', { value: anything }],
  ['details', { open: anything }],
  ['img', { src: loaded, srcSet: loadedSet, 'alt decoding height loading sizes width': anything }],
  ['li', { value: anything }],
  ['link', { href: linked, 'hrefLang media rel sizes type': anything }],
  ['meta', { 'charSet content name property': anything, httpEquiv: leadsOn }],
  ['ol', { 'reversed start type': anything }],
  ['picture', {}],
  ['source', { srcSet: loadedSet, 'height media sizes type width': anything }],
  ['style', { media: inStyle, type: anything }],
  ['table', {}],
  ['td th', { 'abbr colSpan headers rowSpan scope': anything }],
  ['time', { dateTime: anything }],
  ['title', {}],
  ['svg', { ...LOOK, version: anything }],
  ['circle ellipse', { ...LOOK, 'cx cy r rx ry': anything }],
  ['clipPath', { ...LOOK, clipPathUnits: anything }],
  ['defs desc g', LOOK],
  ['line', { ...LOOK, 'x1 x2 y1 y2': anything }],
  [
    'linearGradient radialGradient',
    {
      'cx cy fx fy gradientUnits r spreadMethod x1 x2 y1 y2': anything,
      gradientTransform: inStyle,
      href: inside,
    },
  ],
  ['path', { ...LOOK, d: anything }],
  ['polygon polyline', { ...LOOK, points: anything }],
  ['rect', { ...LOOK, 'rx ry': anything }],
  ['stop', { offset: anything, 'stopColor stopOpacity': inStyle }],
  ['symbol', LOOK],
  ['text tspan', { ...LOOK, 'dx dy textAnchor': anything, 'fontFamily fontSize fontWeight': inStyle }],
  ['use', { ...LOOK, href: inside }],
]);
