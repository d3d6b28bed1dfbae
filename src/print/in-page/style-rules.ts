/** The rules of a sheet, or in a rule; none where it was refused, as what is foreign may not be read. */
export const rulesOf = (sheet: CSSStyleSheet | CSSGroupingRule | CSSStyleRule): readonly CSSRule[] => {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
};
