/** What a page can be asked: each is a function that runs in it, given and giving values alone. */

import type { Answer, Question } from '../../model/fit.ts';
import type { Marks } from '../../model/mark.ts';
import type { Measures } from '../../world/world.ts';

export interface InPage {
  /** The sizes of the content of its pages, of those without a name first. */
  readonly pageSizes: () => readonly PageSize[];
  /** Measures the pages of one name, and their pictures. The tab is as wide as their content. */
  readonly measure: (size: PageSize) => PageMeasures & PictureMeasures;
  /** Marks its elements for the PDF, and gives their marks. */
  readonly markPage: () => Marks;
  /** Makes the paper larger on each side by so many millimetres, or a little more; gives by how many. */
  readonly growPages: (bleed: number) => number;
  /** The page numbers that it asks for; it stays in columns. */
  readonly foretellPages: (columns: Columns) => PageNumbers;
  /** Writes page numbers where it asks for them. */
  readonly writePages: (numbers: PageNumbers) => void;
  /** Answers a question of fitting; it stays in columns. */
  readonly answer: (question: Question, sheet: Sheet) => Answer;
}

/** The size of the content of pages of one name, in CSS pixels. */
export interface PageSize {
  /** The `page` of an element, e.g. `wide`; empty for pages without a name. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/** The measures of the pages of one name, their texts before Chrome shrinks anything, as `reach` makes it. */
export interface PageMeasures extends Omit<Measures, keyof PictureMeasures> {
  /** How far the content reaches to the right, as a share of the width: 1 or more. */
  readonly reach: number;
}

/** The pictures of the pages of one name. */
export type PictureMeasures = Pick<Measures, 'images' | 'codes'>;

/** The content of the pages, in CSS pixels. */
export interface Columns {
  readonly width: number;
  readonly height: number;
}

/** What a page needs to know besides the question: the content of its pages, and its passages. */
export interface Sheet extends Columns {
  /** The ids of the passages that stand in it. */
  readonly passages: readonly string[];
}

/** Page numbers by the id of what begins on the page. */
export type PageNumbers = Readonly<Record<string, number>>;
