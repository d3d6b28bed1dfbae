/** What is known of a picture. */

/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A picture written anew. */
export interface Picture {
  readonly bytes: Uint8Array;
  /** What its kind's files end in, e.g. `.png`: where it is smaller, a photograph is a JPEG whatever it was. */
  readonly ending: string;
}

/** Why a picture can't be shown as it should be. */
export interface PictureFault {
  readonly rule: 'broken-image' | 'picture-kind' | 'live-text' | 'picture-parts' | 'moving-picture';
  /** A sentence that goes on behind the picture's name, without its full stop. */
  readonly text: string;
  readonly remedy: string;
  /** Whether it is shown all the same. */
  readonly isShown?: boolean;
}
