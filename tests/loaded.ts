import { expect } from 'vitest';
import type { Edition, Pack } from '../src/model/pack.ts';
import type { Project } from '../src/model/project.ts';
import { baseProject, memoryFiles, type Contents } from './project.ts';
import { loadShared } from './readings.ts';

/** The base project with some files changed, loaded; it must be without fault. */
export const loaded = async (changed: Contents = {}): Promise<Project> => {
  const files = memoryFiles({ ...baseProject(), ...changed });
  const { value, messages } = await loadShared(files);
  expect(messages).toEqual([]);
  return value;
};

/** One edition of a project with its pack. */
export const editionOf = (
  project: Project,
  pack: string,
  edition: string,
): { pack: Pack; edition: Edition } => {
  const found = project.packs.get(pack);
  const one = found?.editions.find(({ id }) => id === edition);
  if (!found || !one) throw new Error(`the test's project has no ${pack}/${edition}`);
  return { pack: found, edition: one };
};

/** A source of the library for tests: passages of statistics unless another fence is written. */
export const source = (issued: string, passages: string, topics = 'children'): string =>
  `---\ntitle: Facts of ${issued}\npublisher: Group\nissued: ${issued}\ntype: report\ntopics: ${topics}\n---\n\n${passages}`;

/** A statistic as it stands in a source. */
export const statistic = (id: string, attributes = '', text = `Text of ${id}.`): string =>
  `::::statistic{#${id} period=2024 area=England unit=children locator="page 1"${attributes && ` ${attributes}`}}\n${text}\n::::\n\n`;
