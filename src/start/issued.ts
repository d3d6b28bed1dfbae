import type { Entry } from '../model/manifest.ts';
import { yamlText } from './yaml-text.ts';

/** What is written of a document that went out. */
interface Issued {
  readonly entry: Entry;
  readonly on: string;
  readonly to: string;
  readonly passages: readonly (readonly [id: string, text: string])[];
}

/** The record of a document that went out. */
export const issuedText = ({ entry, on, to, passages }: Issued): string => {
  const { pack, edition, variant, recipient, audience, title, version, sha256 } = entry;
  const lines = [
    '# What went out, as it was. Add `corrected:` with the day when those who have it were told of a change.',
    `pack: ${pack}`,
    `edition: ${edition}`,
    ...(variant === 'standard' ? [] : [`variant: ${variant}`]),
    ...(recipient ? [`recipient: ${recipient.id}`] : []),
    `audience: ${audience}`,
    `title: ${yamlText(title)}`,
    `version: ${JSON.stringify(version)}`,
    `on: ${on}`,
    `to: ${yamlText(to)}`,
    'files:',
    ...Object.entries(sha256).map(([path, hash]) => `  ${path}: "${hash}"`),
    'passages:',
    ...passages.map(([id, text]) => `  ${id}: ${JSON.stringify(text)}`),
  ];
  return `${lines.join('\n')}\n`;
};
