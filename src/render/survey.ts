/** Looks through a page once, for all that rules ask of it. */

import type { Element, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { visit } from '../model/visit.ts';
import { fold } from '../model/fold.ts';
import type { PageSurvey } from '../rules/subjects.ts';

export const survey = (page: Root): PageSurvey => {
  const seen = {
    title: false,
    language: false,
    headings: [] as number[],
    ids: new Set<string>(),
    twice: new Set<string>(),
    links: new Set<string>(),
    images: [] as string[],
    notes: [] as number[],
    text: '',
  };
  visit(page, (node) => {
    if (node.type === 'text') seen.text += node.value;
    if (node.type !== 'element') return;
    const { tagName, properties } = node;
    const id = properties['id'];
    if (typeof id === 'string') (seen.ids.has(id) ? seen.twice : seen.ids).add(id);
    if (tagName === 'html') seen.language = Boolean(properties['lang']);
    if (tagName === 'title')
      seen.title ||= node.children.some((child) => child.type === 'text' && child.value.trim());
    if (/^h[1-6]$/u.test(tagName)) seen.headings.push(Number(tagName[1]));
    if (tagName === 'img' && typeof properties['alt'] !== 'string')
      seen.images.push(String(properties['src']));
    const href = properties['href'];
    if (typeof href === 'string' && href.startsWith('#')) seen.links.add(decoded(href.slice(1)));
    if (properties['role'] === 'doc-noteref') seen.notes.push(Number(String(href).replace(/\D/gu, '')));
  });
  return { ...seen, text: fold(seen.text), contents: contentsOf(page) };
};

/** What tables of contents call parts that have a heading. */
const contentsOf = (page: Root): PageSurvey['contents'] => {
  const headings = new Map<string, string>();
  const entries: Element[] = [];
  visit(page, 'element', (node) => {
    const { id, role } = node.properties;
    if (/^h[1-6]$/u.test(node.tagName) && typeof id === 'string') headings.set(id, fold(toString(node)));
    if (role === 'doc-toc')
      visit(node, 'element', (inner) => void (inner.tagName === 'a' && entries.push(inner)));
  });
  return entries.flatMap((entry) => {
    const heading = headings.get(decoded(String(entry.properties['href']).replace(/^#/u, '')));
    return heading === undefined ? [] : [{ entry: fold(toString(entry)), heading }];
  });
};

/** A fragment as an id; as it stands where it is no right encoding. */
const decoded = (fragment: string): string => {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
};
