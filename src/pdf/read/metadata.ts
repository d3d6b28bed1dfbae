/** The few things that are asked of a PDF's metadata (XMP, ISO 16684-1): read without an XML parser, in one pass. */

/** What the metadata say. */
export interface Metadata {
  /** The text of a property: of its element, of what it holds, or of its attribute; null where it is missing or empty. */
  readonly property: (namespace: string, name: string) => string | null;
  /** The prefixes that a property is written with, e.g. `dc`. */
  readonly prefixes: (namespace: string, name: string) => readonly string[];
  /** Whether any text names its language; `x-default` names none. */
  readonly namesLanguage: boolean;
}

export const NAMESPACES = {
  dc: 'http://purl.org/dc/elements/1.1/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
} as const;

/** A text belongs to its element and to what that stands in, up to `dc:title` > `rdf:Alt` > `rdf:li`. */
const REACH = 8;

/** Reads metadata in UTF-8 or UTF-16. Of what is no XML, what looks like an element counts. */
export const readMetadata = (bytes: Uint8Array): Metadata => {
  const xml = decode(bytes);
  const prefixes = new Map<string, string>();
  const texts = new Map<string, string>();
  const open: string[] = [];
  let namesLanguage = false;
  const keep = (name: string, text: string): void => {
    if (text.trim() && !texts.has(name)) texts.set(name, text.trim());
  };
  for (const { text, tag } of piecesOf(xml)) {
    if (text.trim()) for (const name of open.slice(-REACH)) keep(name, text);
    const name = /^\/?([\w:.-]+)/u.exec(tag)?.[1] ?? '';
    if (tag.startsWith('/')) open.pop();
    else if (name) {
      for (const [, key = '', double, single] of tag.matchAll(ATTRIBUTE)) {
        const value = double ?? single ?? '';
        if (key.startsWith('xmlns:')) prefixes.set(key.slice('xmlns:'.length), value);
        else if (key === 'xml:lang') namesLanguage ||= value !== '' && value !== 'x-default';
        else keep(key, value);
      }
      if (!tag.endsWith('/')) open.push(name);
    }
  }
  const prefixesOf: Metadata['prefixes'] = (namespace, local) =>
    [...prefixes].flatMap(([prefix, uri]) =>
      uri === namespace && texts.has(`${prefix}:${local}`) ? [prefix] : [],
    );
  return {
    namesLanguage,
    prefixes: prefixesOf,
    property: (namespace, local) => {
      const [prefix] = prefixesOf(namespace, local);
      return prefix === undefined ? null : (texts.get(`${prefix}:${local}`) ?? null);
    },
  };
};

// Begins where a word begins, so that a long word is looked at once.
const ATTRIBUTE = /(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** Each tag with the text before it. */
function* piecesOf(xml: string): Generator<{ text: string; tag: string }> {
  let at = 0;
  for (;;) {
    const start = xml.indexOf('<', at);
    const isComment = xml.startsWith('<!--', start);
    const end = start < 0 ? -1 : xml.indexOf(isComment ? '-->' : '>', start);
    if (end < 0) return;
    yield { text: xml.slice(at, start), tag: isComment ? '' : xml.slice(start + 1, end) };
    at = end + (isComment ? 3 : 1);
  }
}

const decode = (bytes: Uint8Array): string => {
  const [first, second] = bytes;
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  return new TextDecoder().decode(bytes);
};
