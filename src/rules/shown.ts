/** A rule in words, as the guide has it. */

import type { Rule, RuleScope } from './rule.ts';

type AnyRule = Omit<Rule<RuleScope>, 'check' | 'examples'> & {
  readonly examples: { readonly ok: readonly object[]; readonly notOk: readonly object[] };
};

/** As Markdown: a heading, what it finds and why, and of what stands in files a wrong and a right example. */
export const shownRule = (rule: AnyRule): string => {
  const { id, level, isFixed, finds, why, examples } = rule;
  const always = isFixed ? ' It holds always: no project can lower or excuse it.' : '';
  const [wrong] = examples.notOk;
  const [right] = examples.ok;
  return [
    `### \`${id}\``,
    `${LEVELS[level]}: ${finds.charAt(0).toLowerCase()}${finds.slice(1)}. ${why}${always}`,
    ...(wrong && right && isOfFiles(rule)
      ? ['Wrong:', ...filesShown(wrong), 'Right:', ...filesShown(right)]
      : []),
  ].join('\n\n');
};

const LEVELS = { error: 'Error', warning: 'Warning', information: 'For information' } as const;

const isOfFiles = ({ scope }: AnyRule): boolean => ['library', 'pack', 'document'].includes(scope);

/** Each file of an example as code; of a source its passages alone, of a table its description alone. */
const filesShown = (files: object): readonly string[] =>
  Object.entries(files as Readonly<Record<string, string>>)
    .filter(([path]) => path.startsWith('sources/') && !path.endsWith('.csv'))
    .map(([path, text]) => {
      const language = path.endsWith('.md') ? 'markdown' : path.endsWith('.hbs') ? 'handlebars' : 'yaml';
      const body = path.endsWith('.md') ? text.replace(/^---\n.*?\n---\n/su, '') : text;
      return `\`\`\`${language}\n${shortened(body.trim())}\n\`\`\``;
    });

const MOST_LINES = 25;

const shortened = (text: string): string => {
  const lines = text.split('\n').map((line) => (line.length > 200 ? `${line.slice(0, 200)} …` : line));
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), '…'].join('\n') : lines.join('\n');
};
