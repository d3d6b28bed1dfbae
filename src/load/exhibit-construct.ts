/** Exhibits as a part of Markdown, for the parser that reads this: lines that begin with `::chart{` or `::table{`. */

import type { Exhibit } from '../model/exhibit.ts';
import type { NodesExtension, SyntaxConstruct, SyntaxExtension } from './markdown-extensions.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    exhibit: 'exhibit';
  }
}

/** Makes nodes of exhibits; what they ask for is read by those who check the text. */
export const exhibitNodes: NodesExtension = {
  enter: {
    exhibit(token) {
      const value = this.sliceSerialize(token);
      this.enter({ type: 'exhibit', value, request: null, columns: {} } satisfies Exhibit, token);
    },
  },
  exit: {
    exhibit(token) {
      this.exit(token);
    },
  },
};

const OPENINGS = ['::chart{', '::table{'];

/** A whole line. */
const construct: SyntaxConstruct = {
  name: 'exhibit',
  tokenize(effects, ok, nok) {
    let begun = '';
    const rest: typeof ok = (code) => {
      // A line's end has a code below 0.
      if (code === null || code < 0) {
        effects.exit('exhibit');
        return ok(code);
      }
      effects.consume(code);
      return rest;
    };
    const opening: typeof ok = (code) => {
      if (code === null || code < 0) return nok(code);
      begun += String.fromCharCode(code);
      if (!OPENINGS.some((one) => one.startsWith(begun))) return nok(code);
      effects.consume(code);
      return OPENINGS.includes(begun) ? rest : opening;
    };
    return (code) => {
      effects.enter('exhibit');
      return opening(code);
    };
  },
};

/** Takes exhibits out of the text. */
export const exhibitSyntax: SyntaxExtension = { flow: { [':'.charCodeAt(0)]: construct } };
