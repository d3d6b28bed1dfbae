/** Reads whole numbers as font programs write them, the high byte first. Beyond the end all is zero. */
export class ByteReader {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get length(): number {
    return this.#bytes.length;
  }

  byte(at: number): number {
    return this.#bytes[at] ?? 0;
  }

  short(at: number): number {
    return this.byte(at) * 256 + this.byte(at + 1);
  }

  /** A short number that may be below zero. */
  signed(at: number): number {
    return (this.short(at) << 16) >> 16;
  }

  long(at: number): number {
    return this.short(at) * 65536 + this.short(at + 2);
  }

  /** A number of one to four bytes. */
  number(at: number, size: number): number {
    let value = 0;
    for (let index = at; index < at + size; index += 1) value = value * 256 + this.byte(index);
    return value;
  }

  tag(at: number): string {
    return String.fromCharCode(this.byte(at), this.byte(at + 1), this.byte(at + 2), this.byte(at + 3));
  }
}
