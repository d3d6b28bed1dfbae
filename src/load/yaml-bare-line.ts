import { shortened, spaces, type Line, type YamlMistake } from './yaml-lines.ts';

const FORM = 'Write `key: value` on each line.';

/** A line whose key has something else behind it than a colon and a space. */
export const missedColon = ({ text, start, indent }: Line): YamlMistake | null => {
  const at = start + indent;
  const glued = /^([\p{L}\p{N}_/-]+):(?!\/\/)(\S.*)$/u.exec(text);
  const remedyFor = (name: string, rest: string) => `Write \`${name}: ${shortened(rest)}\`.`;
  if (glued?.[1])
    return {
      offset: at + glued[1].length,
      text: `No space follows the colon behind \`${glued[1]}\``,
      remedy: remedyFor(glued[1], glued[2] ?? ''),
    };
  const sign = /^([\p{L}\p{N}_/-]+)\s*([=：])\s*(.*)$/u.exec(text);
  if (sign?.[1] && sign[2])
    return {
      offset: at + text.indexOf(sign[2]),
      text: `\`${sign[2]}\` stands where a colon belongs`,
      remedy: remedyFor(sign[1], sign[3] ?? ''),
    };
  return null;
};

/** A line without a key: it goes on with the value above it, or something is missing. */
export const bareLine = (line: Line, before: Line | null): YamlMistake | null => {
  const missed = missedColon(line);
  if (missed) return missed;
  const { key, indent = 0, value = '' } = before ?? {};
  const { text } = line;
  const at = line.start + line.indent;
  const item = /^(?:[-–—•·]|\*(?=\s))\s*(?=\S)(.*)$/u.exec(text);
  if (item)
    return {
      offset: at,
      text: 'This is meant as an item of a list, and is not read as one',
      remedy: `Write a hyphen and a space: \`- ${shortened(item[1] ?? '')}\`.`,
    };
  if (value && line.indent > indent) return null;
  // A word by itself is a key that lost its colon; several are a value that was wrapped, or a key and its value.
  const remedy = /^\S+$/u.test(text)
    ? `Write a colon behind it: \`${text}:\`.`
    : value
      ? `Begin it with ${spaces(indent + 2)} if it goes on with \`${key ?? '- '}\` above it; else write a colon and a space behind its key.`
      : FORM;
  return { offset: at, text: 'This line has no `key: `', remedy };
};
