/** Quotation marks of word processors and of other languages. */
export const CURLY = '“”„‘’‚«»';

/** How an attribute is written, e.g. `area="West Yorkshire"`. */
export const asWritten = (name: string, value: string): string => {
  const plain = value.replace(new RegExp(`^[=${CURLY}"'\`{]+|[${CURLY}"'\`},;]+$`, 'gu'), '').trim();
  if (name === 'id') return `Write it as \`#${plain || 'some-id'}\`.`;
  return `Write it as \`${name}="${plain || '…'}"\`, with straight quotation marks.`;
};
