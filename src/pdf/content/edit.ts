import type { Change } from './change.ts';
import type { Unmarked, UnmarkedKind } from './unmarked.ts';
import type { ContentScan } from './scan.ts';

/** What opens an artifact (ISO 32000-1, 14.8.2.2); running heads and feet are named (ISO 14289-1, 7.8). */
const OPENING: Readonly<Record<UnmarkedKind, string>> = {
  layout: '/Artifact <</Type /Layout>> BDC',
  header: '/Artifact <</Type /Pagination /Subtype /Header>> BDC',
  footer: '/Artifact <</Type /Pagination /Subtype /Footer>> BDC',
};

/** A stream in which all that belongs to no element of the structure is an artifact (ISO 14289-1, 7.1). */
export const edit = (
  bytes: Uint8Array,
  { sequences, unmarked, changes: others }: ContentScan,
): Uint8Array => {
  const artifacts = [...sequences.values()].filter(({ isArtifact }) => isArtifact);
  const changes = [
    ...unmarked.flatMap(enclose),
    ...others,
    ...artifacts.map(({ start, end }) => ({ start, end, text: OPENING.layout })),
  ].sort((a, b) => a.start - b.start);
  return apply(bytes, changes);
};

const enclose = ({ start, end, kind }: Unmarked): Change[] => [
  { start, end: start, text: `${OPENING[kind]}\n` },
  { start: end, end, text: '\nEMC' },
];

const apply = (bytes: Uint8Array, changes: readonly Change[]): Uint8Array => {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { start, end, text } of changes) {
    parts.push(bytes.subarray(at, start), Buffer.from(text, 'latin1'));
    at = end;
  }
  parts.push(bytes.subarray(at));
  return Buffer.concat(parts);
};
