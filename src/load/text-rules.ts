import type { Image, Link, ListItem, Nodes, Parents, Root, Table, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Node } from 'unist';
import type { Field } from '../model/field.ts';
import { fieldsInLine, readField } from '../model/field-syntax.ts';
import type { LanguageSpan } from '../model/span.ts';
import { SKIP, visit } from '../model/visit.ts';
import { error } from '../diagnostics/message.ts';
import type { ReadingId } from '../diagnostics/reading.ts';
import type { Place } from '../diagnostics/place.ts';
import { accidentsIn } from './accidents.ts';
import { sayInvisible } from './invisible.ts';
import { readExhibit } from './exhibits.ts';
import { readImage } from './images.ts';
import { LANGUAGE_TAG, languageTag, tagMeant } from './language-tag.ts';
import type { Lines } from './lines.ts';
import type { Findings } from './reading.ts';
import { unreadMarkup } from './unread-markup.ts';

/** Says what Markdown a text may not hold and what it holds that is wrong; false where anything was. */
export const checkText = (root: Root, lines: Lines, findings: Findings): boolean => {
  const check = new Check(lines, findings);
  visit(root, (node, index, parent) => check.node(node, index ?? 0, parent));
  return check.sound;
};

type Refusal = readonly [rule: ReadingId, text: string, remedy: string];

const FOOTNOTE: Refusal = [
  'footnote',
  'A footnote stands here',
  'Take it out: a note is made from the passage’s source, its `locator` (`locator="page 4"`) and its `from`.',
];
const REFERENCE: Refusal = [
  'reference-link',
  'A link by reference stands here',
  'Write the address beside the text: `[text](https://…)`.',
];

const REFUSED: Partial<Record<Nodes['type'], Refusal>> = {
  code: [
    'code-block',
    'This is read as a block of code, since four spaces or a tab stand before it',
    'Take out the blanks at the start of the line.',
  ],
  inlineCode: [
    'code-block',
    'This is read as code, since backticks stand around it',
    'Take them out, or write quotation marks in their place.',
  ],
  footnoteReference: FOOTNOTE,
  footnoteDefinition: FOOTNOTE,
  definition: REFERENCE,
  linkReference: REFERENCE,
  imageReference: REFERENCE,
};

/** How Markdown says what these tags would. */
const INSTEAD: readonly (readonly [tags: RegExp, remedy: string])[] = [
  [/^br$/u, 'End the line with two spaces for a new line, or leave an empty line for a new paragraph.'],
  [/^(?:p|div|section)$/u, 'Take it out; an empty line begins a paragraph.'],
  [/^(?:b|strong)$/u, 'Write `**bold**`.'],
  [/^(?:i|em|cite)$/u, 'Write `*italics*`.'],
  [/^(?:s|del|strike)$/u, 'Write `~~struck through~~`.'],
  [/^a$/u, 'Write `[text](https://…)`.'],
  [/^img$/u, 'Write `![What it shows](../images/chart.png)`.'],
  [/^(?:ul|ol|li)$/u, 'Write `- ` or `1. ` before each item.'],
  [/^h[1-6]$/u, 'Write `## Heading`.'],
  [/^(?:blockquote|q)$/u, 'Write `> ` before each line of the quotation.'],
  [/^(?:sup|sub)$/u, 'Write `²` or `³`, or the figure on the line: `CO2`.'],
  [/^(?:table|tr|td|th)$/u, 'Write `| one | two |`, and `| --- | --- |` below the head.'],
  [/^(?:u|font|span|center|big|small|style)$/u, 'Take it out: the template says how texts look.'],
];

const htmlRefusal = (written: string): Refusal => {
  const tag = /^<\/?([a-z][a-z\d]*)/iu.exec(written.trim())?.[1]?.toLowerCase() ?? '';
  const instead = INSTEAD.find(([tags]) => tags.test(tag))?.[1];
  const [text, remedy] = instead
    ? [`HTML stands here (\`<${tag}>\`)`, instead]
    : [
        'What stands in `<…>` here is read as HTML',
        'Take it out, or write `\\<` for a sign that is meant as such.',
      ];
  return ['raw-html', text, remedy];
};

class Check {
  sound = true;
  readonly #lines: Lines;
  readonly #findings: Findings;

  constructor(lines: Lines, { say, ...findings }: Findings) {
    this.#lines = lines;
    this.#findings = {
      ...findings,
      say: (message) => {
        this.sound = false;
        say(message);
      },
    };
  }

  node(node: Nodes, index: number, parent: Parents | undefined): typeof SKIP | void {
    const refusal = node.type === 'html' ? htmlRefusal(node.value) : REFUSED[node.type];
    if (refusal) {
      this.#fault(node, refusal);
      // What stands within it is part of the same mistake.
      return SKIP;
    }
    this.#accidents(node, parent?.children[index - 1], parent);
    if (node.type === 'text') this.#text(node, parent);
    if (node.type === 'listItem') this.#item(node);
    if (node.type === 'link') this.#link(node);
    if (node.type === 'image') this.#image(node);
    if (node.type === 'table') this.#table(node);
    if (node.type === 'field') this.#field(node);
    if (node.type === 'span') this.#span(node);
    if (node.type === 'exhibit') readExhibit(node, this.#place(node), this.#lines, this.#findings);
    if (node.type === 'heading' && !toString(node).trim())
      this.#fault(node, ['no-text', 'The heading has no text', 'Write it, or take out the `#`.']);
  }

  #accidents(node: Nodes, before: Nodes | undefined, parent: Parents | undefined): void {
    for (const { node: at, line, text, remedy } of accidentsIn(node, before, parent, this.#lines)) {
      const place = line === undefined ? this.#place(at) : this.#lines.at(line);
      this.#findings.say(error('accidental-markup', place, text, { remedy }));
    }
  }

  /** A form control says nothing to those who read the text, and a printed one can't be ticked. */
  #item(node: ListItem): void {
    if (typeof node.checked !== 'boolean') return;
    const remedy = `Say in words what is done and what is not, e.g. \`- ${node.checked ? 'Done' : 'To be done'}: …\`.`;
    this.#fault(node, [
      'tick-box',
      'A box to tick stands here, and nobody can tick it in a document',
      remedy,
    ]);
  }

  /** What looks like markup and is text: in the source, since `\[^` is meant as it stands. */
  #text(node: Text, parent: Parents | undefined): void {
    // What is written in code is not seen in the file either: `&#8203;`.
    sayInvisible(node.value, 'text', () => this.#place(node), this.#findings.say);
    const { start, end } = node.position ?? {};
    const written = this.#lines.text.slice(start?.offset ?? 0, end?.offset ?? 0);
    const [footnote, reference] = [/(?<!\\)\[\^[^\]]*\]/u, /(?<!\\)\]\[/u].map((sign) =>
      written.search(sign),
    );
    if (footnote !== undefined && footnote >= 0) this.#fault(node, FOOTNOTE, footnote);
    else if (reference !== undefined && reference >= 0) this.#fault(node, REFERENCE, reference);
    else if (!isAddressItself(parent, this.#lines)) this.#unread(node, written);
  }

  #unread({ position, value }: Text, written: string): void {
    const { line = 1, column = 1, offset = 0 } = position?.start ?? {};
    const begins = /^[\s>]*(?:[-+*\d.)]+\s+)?$/u.test(this.#lines.line(line).slice(0, column - 1));
    const next = this.#lines.text.slice(offset + written.length, offset + written.length + 10);
    const found = unreadMarkup(written, value, { begins, next });
    if (found)
      this.#findings.say(
        error(found.rule, this.#lines.place(offset + found.index), found.text, { remedy: found.remedy }),
      );
  }

  #field(node: Field): void {
    const read = readField(node.value);
    if ('remedy' in read) this.#fault(node, ['merge-field', read.text, read.remedy], read.index);
  }

  #span(node: LanguageSpan): void {
    const [, quoted, bare = ''] = /^lang\s*=\s*(?:"([^"]*)"|([^\s"]+))$/u.exec(node.written) ?? [];
    const value = quoted ?? bare;
    node.language = languageTag(value);
    if (node.language !== null) return;
    const meant = tagMeant(value) ?? 'cy';
    const found = node.written ? `\`${node.written}\`` : 'Nothing';
    const text = `${found} stands behind words in another language; expected ${LANGUAGE_TAG}`;
    this.#fault(node, ['bad-attribute', text, `Write \`{lang=${meant}}\`.`]);
  }

  /** What leads to a place, or stands for a picture, is the same for all recipients. */
  #noField(node: Link | Image, written: string): void {
    const [found] = fieldsInLine(written);
    if (found)
      this.#fault(node, [
        'merge-field',
        `A merge field (\`${found.written}\`) stands in an address or in the text of a picture`,
        'Put it into the text beside.',
      ]);
  }

  #link(node: Link): void {
    this.#noField(node, node.url);
    if (!toString(node).trim())
      this.#fault(node, [
        'link-text',
        'The link has no text',
        'Write what it leads to between its square brackets.',
      ]);
    const place = this.#place(node);
    if (/^#./.test(node.url)) this.#findings.names.use('passage', node.url.slice(1), place);
    else if (!isAddress(node.url))
      this.#fault(node, [
        'link-address',
        `\`${node.url}\` is not an address that a link can lead to`,
        'Begin it with `https://`, `http://`, `mailto:` or `tel:`, without spaces (`%20` stands for one); `#` and a passage’s id lead to that passage.',
      ]);
  }

  #image(node: Image): void {
    this.#noField(node, `${node.url} ${node.alt ?? ''} ${node.title ?? ''}`);
    readImage(node, this.#place(node), this.#findings);
  }

  /** Cells beyond those of the table's head would not be shown. */
  #table({ children: rows }: Table): void {
    const width = rows[0]?.children.length ?? 0;
    for (const row of rows) {
      const beyond = row.children[width];
      if (!beyond) continue;
      const remedy =
        'Give every row as many cells as the head; write `\\|` for a line that is meant as such.';
      this.#fault(beyond, [
        'table-row',
        `This row has more cells than the ${width} of the table’s head`,
        remedy,
      ]);
    }
  }

  #place(node: Node): Place {
    return this.#lines.at(node.position?.start.line ?? 1, node.position?.start.column);
  }

  /** `index` is where in the node it stands, as written. */
  #fault(node: Node, [rule, text, remedy]: Refusal, index = 0): void {
    const place = index ? this.#lines.place((node.position?.start.offset ?? 0) + index) : this.#place(node);
    this.#findings.say(error(rule, place, text, { remedy }));
  }
}

/** Whether a text stands in a link that is written without brackets. */
const isAddressItself = (parent: Parents | undefined, lines: Lines): boolean =>
  parent?.type === 'link' && lines.text.charAt(parent.position?.start.offset ?? 0) !== '[';

const isAddress = (url: string): boolean =>
  /^https?:\/\/[^/]/i.test(url) ? URL.canParse(url) : (MAIL.test(url) && isDecodable(url)) || PHONE.test(url);

/** Recipients with commas between them, and what is filled in already: RFC 6068. */
const MAIL = new RegExp(
  String.raw`^mailto:(?=.)(?:RECIPIENT(?:,RECIPIENT)*)?(?:\?HEADER(?:&HEADER)*)?$`
    .replaceAll('RECIPIENT', String.raw`[^@\s,?&]+@[^@\s,?&]+`)
    .replaceAll('HEADER', String.raw`(?:to|cc|bcc|subject|body|in-reply-to)=[^&\s]+`),
  'iu',
);

/** A number as it is dialled, perhaps with signs between its groups and an extension: RFC 3966. */
const PHONE = /^tel:(?=(?:\D*\d){3})\+?[\d().-]+(?:;ext=\d+)?$/iu;

const isDecodable = (url: string): boolean => {
  try {
    return Boolean(decodeURIComponent(url));
  } catch {
    return false;
  }
};
