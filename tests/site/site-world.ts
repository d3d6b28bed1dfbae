import { build } from '../../src/commands/build.ts';
import type { Request } from '../../src/commands/request.ts';
import { planAll } from '../../src/produce/planner.ts';
import { writeSite, type SiteSink } from '../../src/site/site.ts';
import { baseProject } from '../project.ts';
import { buildRequest, memoryWorld } from '../world.ts';

/** A day on which all that the base project has may be read. */
export const LATER = '2025-02-01';

/** The base project without PDFs, with some files changed. */
export const siteProject = (changed: Readonly<Record<string, string>> = {}): Record<string, string> => {
  const base = baseProject();
  const template = `${base['templates/brief/template.yaml']}formats: [html, text]\n`;
  return { ...base, 'templates/brief/template.yaml': template, ...changed };
};

/** The site of a project as texts, by path below it. */
export const siteOf = async (
  contents: Readonly<Record<string, string>>,
  request: Partial<Request> = {},
): Promise<Readonly<Record<string, string>>> => {
  const world = memoryWorld(contents);
  const { value, messages } = await build(world, buildRequest({ today: LATER, ...request }));
  const errors = messages.filter(({ severity }) => severity === 'error');
  if (!value) throw new Error(errors.map(({ text }) => text).join('\n'));
  return siteIn(world.written);
};

/** Some pages of the site of a project of which nothing was built yet: no other is filled. */
export const pagesOf = async (
  contents: Readonly<Record<string, string>>,
  paths: readonly string[],
): Promise<Readonly<Record<string, string>>> => {
  const { files, packages, engine, readings } = memoryWorld(contents);
  const { value } = await planAll({ files, packages, engine, readings });
  if (!value) throw new Error('the project has faults');
  const filled: Record<string, string> = {};
  const write: SiteSink['pages']['write'] = async (path, page) => {
    const name = path.slice('site/'.length);
    if (paths.includes(name)) filled[name] = [...page.fill().value].join('');
    return [];
  };
  const sink = { files: { write: async () => {}, alias: async () => {} }, pages: { write } };
  const building = { files, project: value.project, manifest: { despatch: '1', documents: [] } };
  await writeSite(value.site, building, { now: Date.parse(LATER), today: LATER }, sink);
  return filled;
};

/** The site in an output folder, as texts by path below it. */
export const siteIn = (files: ReadonlyMap<string, Uint8Array> | null): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...(files ?? [])]
      .filter(([path]) => path.startsWith('site/'))
      .map(([path, bytes]) => [path.slice('site/'.length), Buffer.from(bytes).toString()]),
  );

/** The addresses that a page names, without those of other sites and of the page itself. */
export const linksIn = (page: string): readonly string[] =>
  [...page.matchAll(/ (?:href|src)="([^"#]+)/gu)]
    .map(([, href = '']) => href)
    .filter((href) => !/^[a-z]+:/u.test(href));
