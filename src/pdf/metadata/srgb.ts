/**
 * The profile of the colour space sRGB (IEC 61966-2-1), as the least file that ICC.1:2001-04 (version 2) allows: made
 * here, so that nobody's file has to be shipped.
 */

/** The file, 2.6 kB. */
export const srgbProfile = (): Uint8Array => {
  const curve = curveTag();
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', descriptionTag('sRGB IEC61966-2.1')],
    ['cprt', Buffer.from('text\0\0\0\0No copyright, use freely\0', 'latin1')],
    ['wtpt', xyzTag(0.95045, 1, 1.08905)],
    // The primaries, adapted to the white of the connection space.
    ['rXYZ', xyzTag(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyzTag(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyzTag(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const table = layOut(tags);
  return Buffer.concat([header(HEADER + table.length), table]);
};

const HEADER = 128;

/** The list of tags and their contents, each of these once (ICC.1, 6.2). */
const layOut = (tags: readonly (readonly [string, Buffer])[]): Buffer => {
  const list = Buffer.alloc(4 + 12 * tags.length);
  list.writeUInt32BE(tags.length, 0);
  const contents: Buffer[] = [];
  const places = new Map<Buffer, number>();
  let end = HEADER + list.length;
  tags.forEach(([signature, content], index) => {
    if (!places.has(content)) {
      places.set(content, end);
      const padded = Buffer.concat([content, Buffer.alloc(-content.length & 3)]);
      contents.push(padded);
      end += padded.length;
    }
    list.write(signature, 4 + 12 * index, 'latin1');
    list.writeUInt32BE(places.get(content) ?? 0, 8 + 12 * index);
    list.writeUInt32BE(content.length, 12 + 12 * index);
  });
  return Buffer.concat([list, ...contents]);
};

/** The header (ICC.1, 6.1): a display's profile, from RGB to XYZ, lit as the connection space is. */
const header = (size: number): Buffer => {
  const bytes = Buffer.alloc(HEADER);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x02100000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  // Its date: the standard's.
  [1999, 10, 18, 0, 0, 0].forEach((part, index) => bytes.writeUInt16BE(part, 24 + 2 * index));
  bytes.write('acsp', 36, 'latin1');
  [0.9642, 1, 0.82491].forEach((part, index) => fixed(part).copy(bytes, 68 + 4 * index));
  return bytes;
};

/** A number with 16 bits behind the point. */
const fixed = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(value * 65536));
  return bytes;
};

const xyzTag = (x: number, y: number, z: number): Buffer =>
  Buffer.concat([Buffer.from('XYZ \0\0\0\0', 'latin1'), fixed(x), fixed(y), fixed(z)]);

/** A name as ASCII; its places for Unicode and for scripts of old computers stay empty (ICC.1, 6.5.17). */
const descriptionTag = (text: string): Buffer => {
  const bytes = Buffer.alloc(12 + text.length + 1 + 8 + 3 + 67);
  bytes.write('desc', 0, 'latin1');
  bytes.writeUInt32BE(text.length + 1, 8);
  bytes.write(text, 12, 'latin1');
  return bytes;
};

/** How much light a value of colour stands for (IEC 61966-2-1, 5.2), at 1024 places. */
const curveTag = (): Buffer => {
  const points = 1024;
  const bytes = Buffer.alloc(12 + 2 * points);
  bytes.write('curv', 0, 'latin1');
  bytes.writeUInt32BE(points, 8);
  for (let point = 0; point < points; point += 1) {
    const value = point / (points - 1);
    const light = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    bytes.writeUInt16BE(Math.round(65535 * light), 12 + 2 * point);
  }
  return bytes;
};
