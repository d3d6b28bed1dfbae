import type { ContentLexer } from '../content/lexer.ts';
import type { Element } from './element.ts';
import type { FontUse } from './font-use.ts';

/** How text is set: what `q` keeps and `Q` brings back. */
export interface TextSetting {
  readonly font: FontUse | null;
  readonly isInvisible: boolean;
}

export const UNSET: TextSetting = { font: null, isInvisible: false };

/** Notes what is written in which font; false where it is nothing. */
export const showText = (
  lexer: ContentLexer,
  { font, isInvisible }: TextSetting,
  element: Element | null,
): boolean => {
  const pair = font?.hasPairs ? lexer.pair(lexer.count - 1) : null;
  const strings = pair === null ? lexer.strings(lexer.count - 1) : [];
  if (pair === null && !strings.some(({ length }) => length)) return false;
  if (!font) return true;
  if (pair !== null) font.showCode(pair, element);
  for (const one of strings) font.show(one, element);
  font.isRendered ||= !isInvisible;
  return true;
};
