/**
 * The form in which the words of a quotation and of its original are compared. Alike are: blanks and ends of lines; all
 * quotation marks and apostrophes; dashes, whatever their length and the blanks around them; three stops and the sign for
 * them; ligatures and their letters. All else is not: letters, capitals, figures, commas.
 */

/** Where a word was parted at the end of a line: whether it has a hyphen of its own there, nobody can see. */
export const PARTED = '\u00ad';

/** The same while other soft hyphens go: a sign that no text has. */
const PARTING = '\ue000';

/** A text in that form. */
export const comparable = (text: string): string => {
  const parted = text.replace(/(?<=[\p{L}\p{N}])[-\u2010\u2011\u00ad][ \t]*\r?\n\s*(?=\p{L})/gu, PARTING);
  return parted
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/['"‘’‚‛“”„‟«»‹›`´′″]+/gu, "'")
    .normalize('NFKC')
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/\.(?:\s?\.){2,}/gu, '…')
    .replace(/\s*[‒–—―−]\s*|\s+-{1,2}\s+|--+|(?<=\d)-(?=\d)/gu, '–')
    .replace(/\s+/gu, ' ')
    .replace(new RegExp(PARTING, 'gu'), PARTED)
    .trim();
};
