/** Merge fields as a part of Markdown, for the parser that reads this. */

import { BARE, type Field } from '../model/field.ts';
import { readField } from '../model/field-syntax.ts';
import type { NodesExtension, SyntaxConstruct, SyntaxExtension } from './markdown-extensions.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    field: 'field';
  }
}

/** Makes nodes of fields. */
export const fieldNodes: NodesExtension = {
  enter: {
    field(token) {
      const written = this.sliceSerialize(token);
      const read = readField(written);
      // What is wrong with it is said by those who check the text.
      const asked = 'remedy' in read ? { ...BARE, name: '' } : read;
      this.enter({ type: 'field', value: written, ...asked } satisfies Field, token);
    },
  },
  exit: {
    field(token) {
      this.exit(token);
    },
  },
};

const OPENING = ':field[';
const [COLON, BRACE] = [':'.charCodeAt(0), '{'.charCodeAt(0)];
/** None of these stands within a field; a line's end, which has a code below 0, does not either. */
const BRACKETS: ReadonlySet<number> = new Set(Array.from('[]{}', (sign) => sign.charCodeAt(0)));

/** `{of=region}`, which may follow the name. */
const braces: SyntaxConstruct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const within: typeof ok = (code) => {
      if (code === '}'.charCodeAt(0)) {
        effects.consume(code);
        return ok;
      }
      if (code === null || code < 0 || BRACKETS.has(code)) return nok(code);
      effects.consume(code);
      return within;
    };
    return (code) => {
      effects.consume(code);
      return within;
    };
  },
};

/** A whole field, by the same form as `field-syntax.ts` has it. */
const construct: SyntaxConstruct = {
  name: 'field',
  tokenize(effects, ok, nok) {
    let at = 0;
    const end: typeof ok = (code) => {
      effects.exit('field');
      return ok(code);
    };
    const afterName: typeof ok = (code) =>
      code === BRACE ? effects.attempt(braces, end, end)(code) : end(code);
    const name: typeof ok = (code) => {
      if (code === ']'.charCodeAt(0)) {
        effects.consume(code);
        return afterName;
      }
      if (code === null || code < 0 || BRACKETS.has(code)) return nok(code);
      effects.consume(code);
      return name;
    };
    const opening: typeof ok = (code) => {
      if (code !== OPENING.charCodeAt(at)) return nok(code);
      effects.consume(code);
      at += 1;
      return at < OPENING.length ? opening : name;
    };
    return (code) => {
      effects.enter('field');
      return opening(code);
    };
  },
};

/** Takes fields out of the text. */
export const fieldSyntax: SyntaxExtension = { text: { [COLON]: construct } };
