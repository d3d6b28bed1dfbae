import { toString } from 'mdast-util-to-string';
import type { FurtherItem } from '../model/document.ts';
import { isKnown, kindNameIn, languageOf } from '../model/languages/languages.ts';
import { type Passage, wordingFor } from '../model/passage.ts';
import type { Project } from '../model/project.ts';
import { copyTree } from '../model/copy-tree.ts';
import { citationOf } from './citation-of.ts';
import { foreignLanguage, quoteFor } from './text.ts';
import { typeset } from './typography.ts';

/** A text with more words than this is cut short to them. */
const WORDS = 40;

/** What is said of a passage that was left out for want of room, in the wording of the document's audience. */
export const further = (project: Project, passage: Passage, audience: string): FurtherItem => {
  const kind = project.vocabulary.kinds.get(passage.kind);
  const own = wordingFor(passage, audience);
  const text = copyTree(own);
  const language = foreignLanguage(project, passage, own);
  typeset(text, isKnown(language ?? project.organisation.language));
  if (kind?.verbatim) quoteFor(text, project, passage, own);
  const words = text.children.flatMap((block) => toString(block).split(/\s+/u)).filter(Boolean);
  const beginning = words.slice(0, WORDS).join(' ');
  const cut = kind?.verbatim ? ' …”' : ' …';
  return {
    passage: passage.id,
    kind: kindNameIn(languageOf(project.organisation.language), passage.kind, project.vocabulary),
    text: words.length > WORDS ? beginning + cut : beginning,
    language,
    citation: kind?.cited ? citationOf(project, passage, 'full') : null,
  };
};
