/** Kinds of files that browsers show nothing of, by the ending that the kind has, and what to do with one. */
const REMEDIES: Readonly<Record<string, string>> = {
  heic: 'Save it as a JPEG: on a Mac in Preview by File → Export; on an iPhone share it by email, or set Camera → Formats to Most Compatible.',
  bmp: 'Save it as a PNG: in Paint by File → Save as → PNG.',
  tif: 'Save it as a JPEG, or as a PNG where it is a chart.',
  psd: 'Export it as a PNG, or as a JPEG where it is a photograph.',
  pdf: 'Export the picture as an SVG, or as a PNG.',
  ai: 'Export it as an SVG.',
  docx: 'Save the picture by itself, as a PNG or a JPEG.',
};

const SAME: Readonly<Record<string, string>> = {
  heif: 'heic',
  heics: 'heic',
  dib: 'bmp',
  tiff: 'tif',
  eps: 'ai',
  ps: 'ai',
  emf: 'ai',
  wmf: 'ai',
  doc: 'docx',
  pptx: 'docx',
  xlsx: 'docx',
};

/** What to do with a file of a kind that browsers show nothing of, by its ending; null of another. */
export const remedyFor = (ending: string): string | null => {
  const small = ending.toLowerCase();
  return REMEDIES[SAME[small] ?? small] ?? null;
};

/** The ending that a file's content asks for, e.g. `heic`; null where it is of no known kind. */
export const endingOf = async (bytes: Uint8Array): Promise<string | null> => {
  const { fileTypeFromBuffer } = await import('file-type');
  return (await fileTypeFromBuffer(bytes))?.ext ?? null;
};
