/**
 * The table of all rules. Of the Matterhorn Protocol's 87 conditions for machines it lacks one: 31-022 needs the list of
 * all names of glyphs.
 */

import type { PdfRule } from './rule.ts';
import { ALTERNATIVE_RULES } from './rules/alternatives.ts';
import { ANNOTATION_RULES } from './rules/annotations.ts';
import { ARCHIVE_RULES } from './rules/archive.ts';
import { COMPOSITE_FONT_RULES } from './rules/composite-fonts.ts';
import { CONTENT_RULES, SUSPECT_RULES } from './rules/content.ts';
import { FONT_RULES } from './rules/fonts.ts';
import { HEADING_RULES } from './rules/headings.ts';
import { HOLDING_RULES, SECURITY_RULES } from './rules/holdings.ts';
import { LANGUAGE_RULES } from './rules/language.ts';
import { METADATA_RULES } from './rules/metadata.ts';
import { NESTING_RULES } from './rules/nesting.ts';
import { ROLE_RULES } from './rules/roles.ts';
import { TABLE_RULES } from './rules/tables.ts';
import { TAGGED_RULES, TREE_RULES } from './rules/tree.ts';
import { TRUE_TYPE_RULES } from './rules/true-type.ts';
import { TYPE1_RULES } from './rules/type1.ts';
import { UNICODE_RULES } from './rules/unicode.ts';

/** Rules for PDFs that are not tagged too. Each group's ids begin as the standard that it is of. */
export const GENERAL: readonly PdfRule[] = [
  ...TAGGED_RULES,
  ...METADATA_RULES,
  ...HOLDING_RULES,
  ...SECURITY_RULES,
  ...FONT_RULES,
  ...COMPOSITE_FONT_RULES,
  ...TRUE_TYPE_RULES,
  ...TYPE1_RULES,
  ...UNICODE_RULES,
];

/** Rules on the tags: of a PDF that has none they would say the same hundred times. */
const ON_TAGS: readonly PdfRule[] = [
  ...SUSPECT_RULES,
  ...CONTENT_RULES,
  ...TREE_RULES,
  ...ROLE_RULES,
  ...NESTING_RULES,
  ...LANGUAGE_RULES,
  ...ALTERNATIVE_RULES,
  ...HEADING_RULES,
  ...TABLE_RULES,
  ...ANNOTATION_RULES,
];

/** All rules of PDF/UA-1. */
export const ACCESSIBILITY: readonly PdfRule[] = [...GENERAL, ...ON_TAGS];

/** What PDF/A-2a asks for besides. */
export const ARCHIVE: readonly PdfRule[] = ARCHIVE_RULES;

/** What can be said of an encrypted PDF, whose texts can't be read. PDF/A allows none. */
export const OF_ENCRYPTED: readonly PdfRule[] = SECURITY_RULES;
