/** Words in another language as a part of Markdown, for the parser that reads this: `:span[Bore da]{lang=cy}`. */

import type { LanguageSpan } from '../model/span.ts';
import type { NodesExtension, SyntaxConstruct, SyntaxExtension } from './markdown-extensions.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    span: 'span';
    spanMarker: 'spanMarker';
    spanAttributes: 'spanAttributes';
  }
}

/** Makes nodes of spans; which language it is is read by those who check the text. */
export const spanNodes: NodesExtension = {
  canContainEols: ['span'],
  enter: {
    span(token) {
      this.enter({ type: 'span', written: '', language: null, children: [] } satisfies LanguageSpan, token);
    },
    spanAttributes(token) {
      const span = this.stack.at(-1);
      if (span?.type === 'span') span.written = this.sliceSerialize(token).slice(1, -1).trim();
    },
  },
  exit: {
    span(token) {
      this.exit(token);
    },
  },
};

/** Below it lie the codes of ends of lines, above it that of a tab. */
const LINE_ENDS = -2;

const OPENING = ':span[';
const [OPEN, CLOSE, BACKSLASH, BRACE, END] = Array.from('[]\\{}', (sign) => sign.charCodeAt(0));

/** Its words are Markdown, perhaps over several lines; square brackets in them pair. */
const construct: SyntaxConstruct = {
  name: 'span',
  tokenize(effects, ok, nok) {
    let at = 0;
    let depth = 0;
    let previous: ReturnType<typeof effects.enter> | undefined;
    const attributes: typeof ok = (code) => {
      if (code === null || code < LINE_ENDS) return nok(code);
      effects.consume(code);
      return code === END ? end : attributes;
    };
    const end: typeof ok = (code) => {
      effects.exit('spanAttributes');
      effects.exit('span');
      return ok(code);
    };
    const opened: typeof ok = (code) => {
      if (code !== BRACE) return nok(code);
      effects.enter('spanAttributes');
      return attributes(code);
    };
    const closing: typeof ok = (code) => {
      effects.enter('spanMarker');
      effects.consume(code);
      effects.exit('spanMarker');
      return opened;
    };
    /** Each line is a piece of its own, with its end. */
    const line: typeof ok = (code) => {
      if (code === CLOSE && !depth) return previous ? closing(code) : nok(code);
      const token = effects.enter('chunkText', {
        _contentTypeTextTrailing: true,
        contentType: 'text',
        previous,
      });
      if (previous) previous.next = token;
      previous = token;
      return words(code);
    };
    const words: typeof ok = (code) => {
      if (code === null) return nok(code);
      const isEnd = code < LINE_ENDS;
      if (isEnd) effects.consume(code);
      if (isEnd || (code === CLOSE && !depth)) {
        effects.exit('chunkText');
        return isEnd ? line : closing(code);
      }
      if (code === OPEN) depth += 1;
      if (code === CLOSE) depth -= 1;
      effects.consume(code);
      return code === BACKSLASH ? escaped : words;
    };
    const escaped: typeof ok = (code) => {
      if (code !== OPEN && code !== CLOSE && code !== BACKSLASH) return words(code);
      effects.consume(code);
      return words;
    };
    const opening: typeof ok = (code) => {
      if (code !== OPENING.charCodeAt(at)) return nok(code);
      effects.consume(code);
      at += 1;
      if (at < OPENING.length) return opening;
      effects.exit('spanMarker');
      return line;
    };
    return (code) => {
      effects.enter('span');
      effects.enter('spanMarker');
      return opening(code);
    };
  },
};

/** Takes spans out of the text. */
export const spanSyntax: SyntaxExtension = { text: { [':'.charCodeAt(0)]: construct } };
