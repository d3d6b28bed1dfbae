/** Where pages lie below the site. */

export const evidencePath = (id: string): string => `evidence/${id}.html`;
export const sourcePath = (id: string): string => `sources/${id}.html`;
export const topicPath = (path: string): string => `topics/${path}.html`;

/** Below the output folder, beside the desk. */
export const PASSAGES_PATH = 'passages.html';

export const HOME_PATH = 'index.html';
export const EVIDENCE_PATH = 'evidence/index.html';
export const SOURCES_PATH = 'sources/index.html';
export const SEARCH_PATH = 'search/index.html';
export const TOPICS_PATH = 'topics/index.html';
export const MISSING_PATH = '404.html';
