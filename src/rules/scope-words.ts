/** Words for a period or an area that stand for none. */
export const NOTHING =
  /^(?:not (?:stated|known|given|available|specified)|unknown|unclear|n\/?a|none|various|tb[ac]|[?.\-–—]+)$/iu;

/** How a remedy ends. */
export const OR_DRAFT = 'where its source does not say, make it a draft: `status=draft`';
