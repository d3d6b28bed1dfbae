/**
 * Lets the standard parser build a page of the nodes of hast, which it would otherwise have to be taken over into: a large
 * page would be there as two trees. What the parser alone has to know of a node is private to it, and no part of the tree.
 */

import type { Comment, Doctype, Element, ElementContent, Properties, Root, RootContent, Text } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { html, type Token, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5';

type ParsedAttributes = Token.Attribute[];
type ParsedParent = ParsedRoot | ParsedElement;
type ParsedChild = ParsedElement | ParsedText | ParsedComment | ParsedDoctype;

export type HastTree = TreeAdapterTypeMap<
  ParsedParent | ParsedChild,
  ParsedParent,
  ParsedChild,
  ParsedRoot,
  ParsedRoot,
  ParsedElement,
  ParsedComment,
  ParsedText,
  ParsedElement,
  ParsedDoctype
>;

const NO_ATTRIBUTES: ParsedAttributes = [];
const NO_CONTENT = { nodeName: '#document-fragment' as const, childNodes: [] };

class ParsedNode {
  #parent: ParsedParent | null = null;

  get parent(): ParsedParent | null {
    return this.#parent;
  }

  set parent(parent: ParsedParent | null) {
    this.#parent = parent;
  }
}

class ParsedRoot implements Root {
  readonly type = 'root';
  children: RootContent[] = [];
  data = { quirksMode: false };
  #mode = html.DOCUMENT_MODE.NO_QUIRKS;

  get mode(): html.DOCUMENT_MODE {
    return this.#mode;
  }

  set mode(mode: html.DOCUMENT_MODE) {
    this.#mode = mode;
    this.data.quirksMode = mode !== html.DOCUMENT_MODE.NO_QUIRKS;
  }
}

class ParsedElement extends ParsedNode implements Element {
  readonly type = 'element';
  tagName: string;
  properties: Properties;
  children: ElementContent[] = [];
  declare content?: Root;
  readonly #name: string;
  readonly #namespace: html.NS;
  #attributes: ParsedAttributes;

  constructor(name: string, namespace: html.NS, attributes: ParsedAttributes) {
    super();
    this.#name = name;
    this.#namespace = namespace;
    this.#attributes = attributes;
    const { tagName, properties } = inHast(this);
    this.tagName = tagName;
    this.properties = properties;
  }

  /** As the parser calls it: some names of drawings are written otherwise in hast. */
  get name(): string {
    return this.#name;
  }

  get namespace(): html.NS {
    return this.#namespace;
  }

  get attributes(): ParsedAttributes {
    return this.#attributes;
  }

  /** Takes those whose names it does not have yet. */
  adopt(attributes: ParsedAttributes): void {
    const known = new Set(this.#attributes.map(({ name }) => name));
    this.#attributes = [...this.#attributes, ...attributes.filter(({ name }) => !known.has(name))];
    this.properties = inHast(this).properties;
  }

  /** Nothing more is asked of its attributes; a list that has grown has room for many more children. */
  close(): void {
    this.#attributes = NO_ATTRIBUTES;
    if (this.children.length) this.children = this.children.slice();
  }
}

/** What an element is called in hast, and its attributes as hast has them. */
const inHast = ({ name, namespace, attributes }: ParsedElement): Pick<Element, 'tagName' | 'properties'> => {
  const alone = {
    nodeName: name,
    tagName: name,
    attrs: attributes,
    namespaceURI: namespace,
    childNodes: [],
    parentNode: null,
    content: NO_CONTENT,
  };
  return fromParse5(alone) as Element;
};

class ParsedText extends ParsedNode implements Text {
  readonly type = 'text';
  value: string;

  constructor(value: string) {
    super();
    this.value = value;
  }
}

class ParsedComment extends ParsedNode implements Comment {
  readonly type = 'comment';
  readonly value: string;

  constructor(value: string) {
    super();
    this.value = value;
  }
}

class ParsedDoctype extends ParsedNode implements Doctype {
  readonly type = 'doctype';
}

const childrenOf = (parent: ParsedParent): ParsedChild[] => parent.children as ParsedChild[];

/** The place of a child; most are the last. */
const placeOf = (children: readonly ParsedChild[], child: ParsedChild): number =>
  children.at(-1) === child ? children.length - 1 : children.indexOf(child);

/** Puts a child at a place, or at the end. */
const insertAt = (parent: ParsedParent, place: number, child: ParsedChild): void => {
  const children = childrenOf(parent);
  if (place === children.length) children.push(child);
  else children.splice(place, 0, child);
  child.parent = parent;
};

/** Puts text behind the text before that place, where there is some. */
const insertTextAt = (parent: ParsedParent, place: number, text: string): void => {
  const before = childrenOf(parent)[place - 1];
  if (before instanceof ParsedText) before.value += text;
  else insertAt(parent, place, new ParsedText(text));
};

export const HAST_ADAPTER: TreeAdapter<HastTree> = {
  createDocument: () => new ParsedRoot(),
  createDocumentFragment: () => new ParsedRoot(),
  createElement: (name, namespace, attributes) => new ParsedElement(name, namespace, attributes),
  createCommentNode: (value) => new ParsedComment(value),
  createTextNode: (value) => new ParsedText(value),
  appendChild: (parent, child) => insertAt(parent, parent.children.length, child),
  insertBefore: (parent, child, next) => insertAt(parent, placeOf(childrenOf(parent), next), child),
  insertText: (parent, text) => insertTextAt(parent, parent.children.length, text),
  insertTextBefore: (parent, text, next) => insertTextAt(parent, placeOf(childrenOf(parent), next), text),
  detachNode: (child) => {
    if (!('parent' in child) || !child.parent) return;
    const children = childrenOf(child.parent);
    children.splice(placeOf(children, child), 1);
    child.parent = null;
  },
  adoptAttributes: (element, attributes) => element.adopt(attributes),
  onItemPop: (element) => element.close(),
  setTemplateContent: (template, content) => {
    template.content = content;
  },
  getTemplateContent: ({ content }) => content as ParsedRoot,
  setDocumentType: (document) => {
    if (!childrenOf(document).some((child) => child instanceof ParsedDoctype))
      insertAt(document, document.children.length, new ParsedDoctype());
  },
  setDocumentMode: (document, mode) => {
    document.mode = mode;
  },
  getDocumentMode: ({ mode }) => mode,
  getFirstChild: (parent) => childrenOf(parent)[0] ?? null,
  getChildNodes: childrenOf,
  getParentNode: (node) => ('parent' in node ? node.parent : null),
  getAttrList: ({ attributes }) => attributes,
  getTagName: ({ name }) => name,
  getNamespaceURI: ({ namespace }) => namespace,
  getTextNodeContent: ({ value }) => value,
  getCommentNodeContent: ({ value }) => value,
  // What a doctype says is no part of the tree, and asked by nobody who parses.
  getDocumentTypeNodeName: () => '',
  getDocumentTypeNodePublicId: () => '',
  getDocumentTypeNodeSystemId: () => '',
  isTextNode: (node): node is ParsedText => node instanceof ParsedText,
  isCommentNode: (node): node is ParsedComment => node instanceof ParsedComment,
  isDocumentTypeNode: (node): node is ParsedDoctype => node instanceof ParsedDoctype,
  isElementNode: (node): node is ParsedElement => node instanceof ParsedElement,
  // Nobody asks where in a page something stands: noting it down would take a third of the time.
  setNodeSourceCodeLocation: () => {},
  getNodeSourceCodeLocation: () => null,
  updateNodeSourceCodeLocation: () => {},
};
