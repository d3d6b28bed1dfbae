/** Texts that stand by themselves, in no document: abbreviations are written out in each, and no note is referred to. */

import type { Root } from 'mdast';
import type { Project } from '../model/project.ts';
import { Composition } from './composition.ts';

/** A text of ours, as an audience reads it. */
export const standaloneText = (project: Project, text: Root, audience: string): Root =>
  new Composition(project, audience, 'full').prose(text);
