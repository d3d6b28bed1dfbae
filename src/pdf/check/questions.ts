/**
 * What a machine can't tell of a PDF: the conditions that the Matterhorn Protocol 1.1 leaves to a person, as questions
 * that can be answered with the document and a screen reader.
 */
export const QUESTIONS: readonly string[] = [
  'Read aloud from its tags, does the document come in an order that makes sense?',
  'Is what looks like a heading, list, table, quotation or note tagged as one, and nothing else?',
  'Is all that matters read aloud, and is nothing read that only decorates?',
  'Does each alternative text say what its picture or chart tells the reader?',
  'Does anything depend on colour, contrast, size or place alone?',
  'Does each table’s every cell belong to the headers that are read with it?',
  'Does the title say which document this is?',
  'Is each part in the language that it says?',
  'Does each link say where it leads?',
  'Does anything flicker, sound or move, and can that be stopped?',
];
