/** A number with the word for what is counted: `1 page`, `2 pages`. */
export const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
