import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { missingFont } from './missing-font.ts';

/**
 * Writes a font configuration into a folder (made here) that names no font of the machine, and gives the variables
 * that make a browser on Linux use it: what a page embeds is then what every machine prints.
 */
export const writeFontconfig = async (folder: string): Promise<Record<string, string>> => {
  const [fonts, cache, file] = ['fonts', 'cache', 'fonts.conf'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await mkdir(fonts, { recursive: true });
  await writeFile(join(fonts, 'missing.ttf'), missingFont());
  await writeFile(file, configuration(fonts, cache));
  return { FONTCONFIG_PATH: folder, FONTCONFIG_FILE: file };
};

const configuration = (fonts: string, cache: string): string =>
  [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
    `<fontconfig><dir>${escape(fonts)}</dir><cachedir>${escape(cache)}</cachedir></fontconfig>`,
    '',
  ].join('\n');

const escape = (path: string): string => path.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
