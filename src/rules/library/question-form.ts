import { toString } from 'mdast-util-to-string';
import { passages } from '../examples.ts';
import { isEnglish } from '../words.ts';
import type { Breach, Rule } from '../rule.ts';

/** How a question is tabled, or put: to whom, then what is asked. */
const FORM =
  /^(?:To ask (?:the|His Majesty['’]s) [^,]+(?:, (?!(?:what|whether|when|how|if|for|pursuant|which|who|by|on|in|with)\b)[^,]+)*, )?(?:what|whether|when|how|if|for (?:what|how|which)|pursuant|which|who|by (?:what|how)|on (?:what|how)|in (?:what|which)|with|will|does|did|is|has|can)\b/iu;

/** Words that argue or judge. */
const ARGUING =
  /\b(?:shameful|shocking|scandal\w*|disgrac\w+|appalling|outrag\w+|unacceptable|cruel|failed|failing|failure|betray\w*|broken promise|disastrous|woeful\w*|does (?:s?he|the Minister) agree)\b/iu;

const asking = (words: string, of = 'written') => passages(`::::question{#homes for=${of}}\n${words}\n::::`);

export const questionForm: Rule<'library'> = {
  id: 'question-form',
  level: 'warning',
  scope: 'library',
  finds: 'A parliamentary question that is not in the form in which it is tabled, or that argues',
  why: 'The Table Office sends back what asks nothing, argues, or gives more information than it seeks (Erskine May, 25th edition of 2019, paragraphs 22.11 to 22.14).',
  examples: {
    ok: [
      asking('To ask the Secretary of State for Education, what steps she is taking to open homes.'),
      asking('What steps is the Secretary of State taking to open homes?', 'oral'),
      asking('Why are homes so few, and who failed?', 'scrutiny'),
      asking('Faint o gartrefi sydd ar agor?', 'written lang=cy'),
    ],
    notOk: [
      asking('The Secretary of State should open homes.'),
      asking('To ask the Secretary of State for Education, whether she regrets her shameful record.'),
      asking('To ask the Secretary of State for Education to open homes.'),
    ],
  },
  *check({ project }): Iterable<Breach> {
    for (const passage of project.passages.values()) {
      const { id, kind, attributes, text, status, place } = passage;
      if (
        kind !== 'question' ||
        status === 'withdrawn' ||
        !isEnglish(project, passage, text) ||
        !/^(?:oral|written)$/u.test(attributes['for'] ?? '')
      )
        continue;
      const words = toString(text).trim();
      const arguing = ARGUING.exec(words)?.[0];
      const fault = arguing
        ? `argues, with “${arguing}”`
        : FORM.test(words)
          ? null
          : 'is in no form in which questions are put';
      if (fault === null) continue;
      yield {
        place,
        text: `The question \`${id}\` ${fault}`,
        remedy:
          'Write it as “To ask the Secretary of State for Education, what …”, or as “What steps is …”, and let it ask alone.',
      };
    }
  },
};
