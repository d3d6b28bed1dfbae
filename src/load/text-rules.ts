import type { Image, Link, Nodes, Root, Table, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Node } from 'unist';
import { SKIP, visit } from 'unist-util-visit';
import { error, type Say } from '../model/message.ts';
import type { Place } from '../model/place.ts';
import { sayInvisible } from './invisible.ts';
import type { Images } from './images.ts';
import type { Lines } from './lines.ts';
import type { References } from './references.ts';

/** What reading a text needs to know and to hand on. */
export interface TextContext {
  readonly references: References;
  readonly images: Images;
  readonly say: Say;
}

/** Says what Markdown a text may not hold and what it holds that is wrong; false where anything was. */
export const checkText = (root: Root, lines: Lines, context: TextContext): boolean => {
  const check = new Check(lines, context);
  visit(root, (node) => check.node(node));
  return check.sound;
};

type Refusal = readonly [rule: string, text: string, remedy: string];

const FOOTNOTE: Refusal = [
  'footnote',
  'A footnote stands here',
  'Give the passage a `locator` or a `from`: its note is made from them.',
];
const REFERENCE: Refusal = [
  'reference-link',
  'A link by reference stands here',
  'Write the address beside the text: `[text](https://…)`.',
];

const REFUSED: Partial<Record<Nodes['type'], Refusal>> = {
  html: ['raw-html', 'HTML stands here', 'Write it in Markdown, or `\\<` for a sign that is meant as such.'],
  code: [
    'code-block',
    'This is read as a block of code, since four spaces stand before it',
    'Take out the spaces at the start of the line.',
  ],
  footnoteReference: FOOTNOTE,
  footnoteDefinition: FOOTNOTE,
  definition: REFERENCE,
  linkReference: REFERENCE,
  imageReference: REFERENCE,
};

class Check {
  sound = true;
  readonly #lines: Lines;
  readonly #context: TextContext;

  constructor(lines: Lines, context: TextContext) {
    this.#lines = lines;
    this.#context = context;
  }

  node(node: Nodes): typeof SKIP | void {
    const refusal = REFUSED[node.type];
    if (refusal) {
      this.#fault(node, refusal);
      // What stands within it is part of the same slip.
      return SKIP;
    }
    if (node.type === 'text') this.#text(node);
    if (node.type === 'link') this.#link(node);
    if (node.type === 'image') this.#image(node);
    if (node.type === 'table') this.#table(node);
    if (node.type === 'heading' && !toString(node).trim())
      this.#fault(node, ['no-text', 'The heading has no text', 'Write it, or take out the `#`.']);
  }

  /** A reference to what is not there stays text: in the source, since `\[^` is meant as it stands. */
  #text(node: Text): void {
    // What is written in code is not seen in the file either: `&#8203;`.
    sayInvisible(node.value, 'text', () => this.#place(node), this.#say);
    const { start, end } = node.position ?? {};
    const written = this.#lines.text.slice(start?.offset ?? 0, end?.offset ?? 0);
    if (/(?<!\\)\[\^[^\]]*\]/.test(written)) this.#fault(node, FOOTNOTE);
    else if (/(?<!\\)\]\[/.test(written)) this.#fault(node, REFERENCE);
  }

  #link(node: Link): void {
    if (!toString(node).trim())
      this.#fault(node, [
        'link-text',
        'The link has no text',
        'Write what it leads to between its square brackets.',
      ]);
    const place = this.#place(node);
    if (/^#./.test(node.url))
      this.#context.references.use('passage', node.url.slice(1), place, { rule: 'dead-link' });
    else if (!isAddress(node.url))
      this.#fault(node, [
        'link-address',
        `\`${node.url}\` is not an address that a link can lead to`,
        'Begin it with `https://`, `http://`, `mailto:` or `tel:`, without spaces (`%20` stands for one); `#` and a passage’s id lead to that passage.',
      ]);
  }

  #image(node: Image): void {
    this.#context.images.use(node, this.#place(node), this.#say);
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

  #fault(node: Node, [rule, text, remedy]: Refusal): void {
    this.#say(error(rule, this.#place(node), text, { remedy }));
  }

  readonly #say: Say = (message) => {
    this.sound = false;
    this.#context.say(message);
  };
}

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
