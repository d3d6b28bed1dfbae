/**
 * Drawings (SVG): only what draws is kept. What would have to be loaded, and letters that need a font, are faults: a
 * browser shows neither in a picture as its maker saw it.
 */

import { generate, parse } from 'css-tree/dist/csstree.esm';
import {
  optimize,
  type CustomPlugin,
  type XastChild,
  type XastElement,
  type XastParent,
  type XastRoot,
} from 'svgo';
import { leaksOf } from '../sealing/leaks.ts';
import type { PictureFault } from '../model/picture.ts';
import { readRaster, writeRaster } from './raster.ts';

interface ReadDrawing {
  /** What draws, and nothing else; empty where it can't be read. */
  readonly svg: string;
  readonly fault?: PictureFault;
}

/** Reads a drawing as browsers do, as XML, and writes it anew. */
export const readDrawing = async (bytes: Uint8Array): Promise<ReadDrawing> => {
  const faults: PictureFault[] = [];
  const source = new TextDecoder().decode(bytes);
  try {
    const { data } = optimize(source, {
      plugins: [
        ROOT(faults),
        'removeEditorsNSData',
        // Names of classes and parts tell what their maker called them.
        { name: 'inlineStyles', params: { onlyMatchedOnce: false } },
        'removeHiddenElems',
        KEPT(faults),
        { name: 'removeUnknownsAndDefaults', params: ONLY_UNKNOWN },
        'removeUnusedNS',
        'cleanupIds',
      ],
    });
    const [fault] = faults;
    return fault ? { svg: '', fault } : await withPictures(data);
  } catch (fault) {
    return { svg: '', fault: unreadable(fault) };
  }
};

const ONLY_UNKNOWN = {
  defaultAttrs: false,
  uselessOverrides: false,
  keepAriaAttrs: false,
  keepRoleAttr: false,
};

const unreadable = (fault: unknown): PictureFault => {
  const { line, reason } = fault as { line?: number; reason?: string };
  const where = line === undefined ? '' : ` in its line ${line}`;
  const why = reason ? `: ${reason.split('\n')[0]}` : '';
  return {
    rule: 'broken-image',
    text: `can’t be read to its end as SVG${where}${why}`,
    remedy: 'Export it anew from the program that it was drawn in.',
  };
};

const NAMESPACE = 'http://www.w3.org/2000/svg';

/** The outermost element is `svg`, in its namespace. */
const ROOT = (faults: PictureFault[]): CustomPlugin => ({
  name: 'root',
  fn: (root: XastRoot) => {
    const svg = root.children.find((child) => child.type === 'element');
    if (svg?.name !== 'svg')
      faults.push({
        rule: 'broken-image',
        text: 'holds no SVG',
        remedy: 'Export it anew from the program that it was drawn in.',
      });
    else if (svg.attributes['xmlns'] !== NAMESPACE)
      faults.push({
        rule: 'broken-image',
        text: 'has no namespace, without which browsers show nothing of it',
        remedy: `Begin it with \`<svg xmlns="${NAMESPACE}" …>\`, or export it anew.`,
      });
    return null;
  },
});

/** Elements that draw, or say how to. */
const DRAWING: ReadonlySet<string> = new Set(
  [
    'svg g defs symbol use switch style image path rect circle ellipse line polyline polygon',
    'clipPath mask marker pattern linearGradient radialGradient stop filter',
    'feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap',
    'feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode',
    'feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence',
  ].flatMap((names) => names.split(' ')),
);

const LETTERS: ReadonlySet<string> = new Set(['text', 'tspan', 'textPath', 'tref', 'flowRoot']);

/** Keeps what draws; what only a browser with other files, or with a font, could draw is a fault. */
const KEPT = (faults: PictureFault[]): CustomPlugin => ({
  name: 'kept',
  fn: () => ({
    comment: { enter: detach },
    doctype: { enter: detach },
    instruction: { enter: detach },
    element: {
      enter: (element, parent) => {
        const { name } = element;
        const fault = faultOf(element, parent);
        if (fault) faults.push(fault);
        if (name === 'a') element.name = 'g';
        else if (!DRAWING.has(name) || element.attributes['requiredExtensions'] !== undefined)
          detach(element, parent);
        if (name === 'style') foldStyle(element);
        for (const attribute of Object.keys(element.attributes))
          if (isForeign(attribute, element)) delete element.attributes[attribute];
      },
    },
  }),
});

const detach = (node: XastChild, parent: XastParent): void => {
  parent.children = parent.children.filter((child) => child !== node);
};

const foldStyle = (element: XastElement): void => {
  // Comments of a style sheet tell of its maker too.
  element.children = [{ type: 'text', value: generate(parse(textOf(element))) }];
};

/** Scripts, links, and names that are for programs: `id`, which the drawing itself may use, apart. */
const isForeign = (attribute: string, { name }: XastElement): boolean =>
  /^(?:on|data-|aria-|role$|lang$|xml:lang$|tabindex$)/iu.test(attribute) ||
  (/^(?:xlink:)?href$/u.test(attribute) && name === 'a') ||
  (attribute.includes(':') && !/^(?:xlink:href|xml:space|xmlns:xlink)$/u.test(attribute));

const faultOf = (element: XastElement, parent: XastParent): PictureFault | null => {
  const { name, attributes } = element;
  if (LETTERS.has(name)) {
    const words = textOf(element).replace(/\s+/gu, ' ').trim();
    return words ? liveText(words) : null;
  }
  const isPassedOver =
    parent.type === 'element' && parent.name === 'switch' && attributes['requiredExtensions'] !== undefined;
  if (name === 'foreignObject' && !isPassedOver)
    return strange('holds a web page (`foreignObject`), which a picture can’t show');
  const address = attributes['href'] ?? attributes['xlink:href'];
  if (name === 'feImage') return strange(`links to another picture, \`${shortened(address ?? '')}\``);
  if (address !== undefined && DRAWING.has(name) && !address.startsWith('#') && !isWithin(name, address))
    return strange(`links to another file, \`${shortened(address)}\``);
  const css = [
    ...(name === 'style' ? [textOf(element)] : []),
    ...Object.values(attributes).filter((value) => /[(\\]/u.test(value)),
  ];
  const [leak] = css.flatMap((each) => leaksOf(each, { address: () => false, imports: false }));
  return leak ? strange(`holds ${leak.what}, which may load something`) : null;
};

const isWithin = (name: string, address: string): boolean =>
  name === 'image' && /^data:image\/(?:png|jpe?g|gif|webp);base64,/iu.test(address);

const liveText = (words: string): PictureFault => ({
  rule: 'live-text',
  text: `is an SVG with live text, “${shortened(words)}”, whose font no reader’s machine need have`,
  remedy:
    'Turn its text into paths: in Inkscape by Path → Object to Path, in Illustrator by Type → Create Outlines. Its words belong into the alternative text.',
});

const strange = (text: string): PictureFault => ({
  rule: 'picture-parts',
  text,
  remedy: 'Put all that it shows into the drawing itself (embed, don’t link), and export it as plain SVG.',
});

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

const textOf = (element: XastElement): string =>
  element.children
    .map((child) =>
      child.type === 'text' || child.type === 'cdata'
        ? child.value
        : child.type === 'element'
          ? textOf(child)
          : '',
    )
    .join('');

/** Photographs in a drawing are written anew too. */
const withPictures = async (svg: string): Promise<ReadDrawing> => {
  const parts = svg.split(/("data:image\/[a-z]+;base64,[^"]*")/iu);
  for (const [at, part] of parts.entries()) {
    if (at % 2 === 0) continue;
    const bytes = Buffer.from(part.slice(part.indexOf(',') + 1), 'base64');
    const kind = /^"data:image\/([a-z]+)/iu.exec(part)?.[1] ?? '';
    const fault = await readRaster(`picture.${kind}`, bytes);
    if (fault && !fault.isShown)
      return { svg: '', fault: { ...fault, text: `holds a picture that ${fault.text}` } };
    const { bytes: anew, ending } = await writeRaster(bytes, null);
    const type = ending === '.jpg' ? 'jpeg' : 'png';
    parts[at] = `"data:image/${type};base64,${Buffer.from(anew).toString('base64')}"`;
  }
  return { svg: parts.join('') };
};
