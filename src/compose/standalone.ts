/** Texts that stand by themselves, in no document: abbreviations are written out in each, and no note is referred to. */

import type { Root } from 'mdast';
import type { Passage } from '../model/passage.ts';
import type { Project } from '../model/project.ts';
import { Composition } from './composition.ts';

/** A text of ours, as an audience reads it. */
export const standaloneText = (project: Project, text: Root, audience: string): Root =>
  new Composition(project, audience, 'full').prose(text);
/** A passage by itself. */
export interface Standalone {
  readonly text: Root;
  /** As readers see them: dates written out. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** A passage, as an audience reads it. */
export const standalonePassage = (project: Project, passage: Passage, audience: string): Standalone => {
  const composition = new Composition(project, audience, 'full');
  const text = composition.text(passage, 2);
  return { text, attributes: composition.attributes(passage, text) };
};
