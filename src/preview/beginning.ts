/** The beginning of a text, of so many letters at most. */
export const beginning = (text: string, most = 90): string =>
  text.length > most ? `${text.slice(0, most).replace(/\s+\S*$/u, '')} …` : text;
