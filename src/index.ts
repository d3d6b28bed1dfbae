/**
 * Despatch for programs: what the commands do, with values in place of words on a terminal.
 *
 * ```ts
 * const world = diskWorld({ root: '.' });
 * const { value, messages } = await build(world, {
 *   packs: [], audiences: [], formats: [], version: '1.0.0', today: '2026-01-31',
 * });
 * ```
 *
 * What is wrong with a project is in `messages`; `value` is null where that kept the command from its end. Wrong use
 * throws a `UsageError`, and what fails outside, such as a full disk or a missing browser, an `OutsideError`.
 */

export { build } from './commands/build.ts';
export type { Built, Request } from './commands/request.ts';
export { check, type Checked } from './commands/check.ts';
export { checkPdfs, type CheckedPdf, type CheckedPdfs, type PdfFile } from './commands/check-pdfs.ts';
export { diskWorld, type DiskWorld } from './commands/disk-world.ts';
export { explain, type Explained } from './commands/explain.ts';
export { impact, type Impact } from './commands/impact.ts';
export { recordIssue, type IssueRequest } from './commands/issued.ts';
export type { Message, Severity, Told } from './diagnostics/message.ts';
export { OutsideError } from './diagnostics/outside.ts';
export type { Place } from './diagnostics/place.ts';
export { merge, type Part } from './commands/merge.ts';
export { UsageError } from './diagnostics/usage.ts';
export { load } from './load/load.ts';
export type { Entry, Manifest } from './model/manifest.ts';
export type { Project } from './model/project.ts';
export type { Files, Output, Packages, Printer, World } from './world/world.ts';
