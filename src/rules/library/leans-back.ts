import { passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

const LEANING =
  /^(?:of (?:them|these|those)|these|those(?! who)|they|this (?:is|was|means|has|had|would|will|shows|also)|it (?:is|was|has|had|also|would|will|adds|says|asks)|he|she|such|both of them|the latter|the former)\b/iu;

const text = (words: string) => passages(`::::context{#homes}\n${words}\n::::`);

export const leansBack: Rule<'library'> = {
  id: 'leans-back',
  level: 'warning',
  scope: 'library',
  finds: 'A passage that begins with a word for something before it: of them, these, they',
  why: 'Passages are chosen one by one: another may stand before it, or none.',
  examples: {
    ok: [text('The homes in Leeds are full.'), text('This House is full.'), text('Those who left are few.')],
    notOk: [text('Of them 5 are full.'), text('These are full.'), text('They asked for homes.')],
  },
  *check({ prose }): Iterable<Breach> {
    for (const [id, { text: own, wordings }] of prose)
      for (const { sentences } of [own, ...wordings]) {
        const [first] = sentences;
        const leaning = first && LEANING.exec(first.beginning);
        if (!leaning) continue;
        yield {
          place: first.place,
          text: `\`${id}\` begins with “${leaning[0]}”, and what that is stands outside it`,
          remedy: 'Name what is meant.',
        };
      }
  },
};
