/** Rules on pictures in print: warnings, as a reader may still be served. */

import { warning, type Message } from '../diagnostics/message.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Template } from '../model/project.ts';
import type { Measures } from '../world/world.ts';

/** The pixels an inch that print shops ask of images. */
const LEAST_DPI = 300;

/** The width in millimetres, quiet zone apart, below which telephones fail to read a code at arm's length. */
const LEAST_CODE = 20;

/** A document as printed; `place` is where its edition stands in the pack. */
export interface PrintedPictures {
  readonly name: string;
  readonly place: Place;
  readonly measures: Pick<Measures, 'images' | 'codes'>;
  /** Whether copies for print are made of it: on screens coarser images will do. */
  readonly copies: boolean;
}

/** Holds the images of documents that are to be printed, and the QR codes of all, against what can be read on paper. */
export const checkPictures = (
  template: Template,
  { name, place, measures, copies }: PrintedPictures,
): readonly Message[] => [
  ...measures.images
    .filter(({ dpi }) => copies && dpi < LEAST_DPI)
    .map(({ file, dpi }) =>
      warning(
        'image-resolution',
        place,
        `The image \`${withoutHash(file)}\` has ${dpi} pixels an inch at its printed size, in ${name}; print asks for ${LEAST_DPI}`,
        { remedy: 'Take a larger image, or one in SVG; or let the style sheet print it smaller.' },
      ),
    ),
  ...measures.codes.flatMap(({ width, crowded }) => [
    ...(width < LEAST_CODE
      ? [
          warning(
            'qr-size',
            template.place,
            `The QR code is ${width.toFixed(1)} mm wide without its quiet zone, in ${name}; expected ${LEAST_CODE} mm at least`,
            { remedy: 'Let the style sheet print it larger.' },
          ),
        ]
      : []),
    ...(crowded === null
      ? []
      : [
          warning(
            'qr-quiet-zone',
            template.place,
            `${crowded} stands in the quiet zone of the QR code, which is four modules wide, in ${name}`,
            { remedy: 'Leave the light field around the code free.' },
          ),
        ]),
  ]),
];

/** An image's own name: that of its asset holds a hash. */
const withoutHash = (file: string): string => file.replace(/-[0-9a-f]{10}(?=\.[^.]+$)/u, '');
