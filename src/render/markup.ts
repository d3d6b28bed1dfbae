/** Where in an HTML page a piece of template output lands, followed from one piece of markup to the next. */
export type MarkupSpot =
  | { readonly in: 'content' }
  | { readonly in: 'style' | 'script' | 'comment' | 'title' }
  /** Inside a tag, where a name or an unquoted value would stand. */
  | { readonly in: 'tag'; readonly element: string; readonly attribute: string | null }
  | {
      readonly in: 'attribute';
      readonly element: string;
      readonly attribute: string;
      readonly quote: string;
    };

export const CONTENT: MarkupSpot = { in: 'content' };

/** The spot at the end of a piece of markup that begins at `spot`. */
export const follow = (spot: MarkupSpot, markup: string): MarkupSpot => {
  let rest = markup;
  let at = spot;
  while (rest) {
    const [next, length] = step(at, rest);
    at = next;
    rest = rest.slice(length);
  }
  return at;
};

/** One step: the spot after a bit of markup, and how many characters that bit has (at least 1). */
const step = (spot: MarkupSpot, rest: string): readonly [MarkupSpot, number] => {
  switch (spot.in) {
    case 'content':
      return inContent(rest);
    case 'comment':
      return until(rest, '-->', spot);
    case 'style':
    case 'script':
    case 'title':
      return until(rest, `</${spot.in}`, spot);
    case 'attribute': {
      const end = rest.indexOf(spot.quote);
      const tag: MarkupSpot = { in: 'tag', element: spot.element, attribute: null };
      return end < 0 ? [spot, rest.length] : [tag, end + 1];
    }
    case 'tag':
      return inTag(spot.element, rest);
  }
};

const until = (rest: string, end: string, spot: MarkupSpot): readonly [MarkupSpot, number] => {
  const at = rest.toLowerCase().indexOf(end);
  return at < 0 ? [spot, rest.length] : [CONTENT, at + end.length];
};

const inContent = (rest: string): readonly [MarkupSpot, number] => {
  const found = /<!--|<\/?([a-z][a-z0-9-]*)/iu.exec(rest);
  if (!found) return [CONTENT, rest.length];
  const end = found.index + found[0].length;
  if (found[0] === '<!--') return [{ in: 'comment' }, end];
  const element = found[0].startsWith('</') ? '' : (found[1] ?? '').toLowerCase();
  return [{ in: 'tag', element, attribute: null }, end];
};

const inTag = (element: string, rest: string): readonly [MarkupSpot, number] => {
  if (rest.startsWith('>')) return [after(element), 1];
  const quoted = /^\s*([^\s"'<>/=]+)\s*=\s*(["'])/u.exec(rest);
  if (quoted) {
    const [all, attribute = '', quote = ''] = quoted;
    return [{ in: 'attribute', element, attribute: attribute.toLowerCase(), quote }, all.length];
  }
  const open = /^\s*([^\s"'<>/=]+)\s*=\s*$/u.exec(rest);
  if (open) return [{ in: 'tag', element, attribute: (open[1] ?? '').toLowerCase() }, rest.length];
  const name = /^(?:\s+|[^\s"'<>/=]+|.)/su.exec(rest)?.[0].length ?? 1;
  return [{ in: 'tag', element, attribute: null }, name];
};

const after = (element: string): MarkupSpot =>
  element === 'style' || element === 'script' || element === 'title' ? { in: element } : CONTENT;
