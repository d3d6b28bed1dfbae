/**
 * Sums as they are written in `derived`: numbers, `@` and the id of a passage for its value, `+`, `-`, `×` (or `*`, `of`),
 * `/` (or `÷`), and brackets.
 */

import { decimal, fraction, minus, over, plus, times, type Fraction } from './fraction.ts';

export type Sum =
  | { readonly is: 'number'; readonly result: SumResult }
  | { readonly is: 'passage'; readonly id: string; readonly at: number }
  | { readonly is: Operation; readonly left: Sum; readonly right: Sum };

type Operation = '+' | '-' | '×' | '/';

/** A result, and whether it is a part of a whole: 0.33 then is what is also written 33%. */
export interface SumResult {
  readonly amount: Fraction;
  readonly isShare: boolean;
}

/** What is wrong with a sum, and where in it. */
export interface SumFault {
  readonly at: number;
  readonly found: string;
  readonly expected: string;
}

/** Longer ones are no sums that anybody follows. */
const LONGEST = 300;

const OPERATIONS: Readonly<Record<string, Operation>> = {
  '+': '+',
  '-': '-',
  '−': '-',
  '–': '-',
  '×': '×',
  '*': '×',
  of: '×',
  '/': '/',
  '÷': '/',
};

const SCALES: Readonly<Record<string, number>> = {
  '%': 0.01,
  'per cent': 0.01,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
};

const NUMBER =
  /[£€$]?(?<figures>\d{1,3}(?:,\d{3})+(?:\.\d{1,10})?|\d{1,15}(?:\.\d{1,10})?)(?![\d,.])(?: ?(?<scale>%|per cent|thousand|million|billion|bn|m|k)(?!\p{L}))?/uy;

/** Reads a sum. */
export const readSum = (text: string): Sum | SumFault => {
  try {
    if (text.length > LONGEST) throw new Misread(LONGEST, 'more', `no more than ${LONGEST} characters`);
    return new SumReader(text).read();
  } catch (failure) {
    if (failure instanceof Misread) return failure.fault;
    throw failure;
  }
};

/** Ends the reading; leaves `readSum` as a value. */
class Misread extends Error {
  readonly fault: SumFault;

  constructor(at: number, found: string, expected: string) {
    super(expected);
    this.fault = { at, found, expected };
  }
}

class SumReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Sum {
    const sum = this.#sum();
    if (this.#at < this.#text.length) this.#misread('`+`, `-`, `×`, `/`, `of` or the end');
    return sum;
  }

  #sum(): Sum {
    return this.#row(() => this.#row(() => this.#operand(), /[×*/÷]|of(?!\p{L})/uy), /[-+−–]/uy);
  }

  /** Operands with operations of one rank between them, from the left to the right. */
  #row(operand: () => Sum, operations: RegExp): Sum {
    let sum = operand();
    for (let sign = this.#take(operations); sign; sign = this.#take(operations))
      sum = { is: OPERATIONS[sign] ?? '+', left: sum, right: operand() };
    return sum;
  }

  #operand(): Sum {
    if (this.#take(/[-−–]/uy)) return { is: '-', left: ZERO, right: this.#operand() };
    if (this.#take(/\(/uy)) {
      const sum = this.#sum();
      if (!this.#take(/\)/uy)) this.#misread('`)`');
      return sum;
    }
    const at = this.#at;
    const id = this.#take(/@[a-z0-9-]+/uy);
    if (id) return { is: 'passage', id: id.slice(1), at: this.#text.indexOf('@', at) + 1 };
    return this.#number();
  }

  #number(): Sum {
    NUMBER.lastIndex = this.#at;
    const found = NUMBER.exec(this.#text);
    if (!found) this.#misread('a number, `@` with the id of a passage, or `(`');
    this.#at = NUMBER.lastIndex;
    this.#take(/ */uy);
    const { figures = '', scale = '' } = found?.groups ?? {};
    const by = SCALES[scale] ?? 1;
    const amount = times(decimal(figures.replaceAll(',', '')), by < 1 ? fraction(1, 100) : fraction(by));
    return { is: 'number', result: { amount, isShare: by < 1 } };
  }

  /** What stands here, with the blanks behind it; empty where it is something else. */
  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    if (!found) return '';
    this.#at += found.length;
    while (this.#text[this.#at] === ' ') this.#at += 1;
    return found;
  }

  #misread(expected: string): never {
    const found = /\S{1,20}/uy;
    found.lastIndex = this.#at;
    const word = found.exec(this.#text)?.[0];
    throw new Misread(this.#at, word ? `\`${word}\`` : 'the end', expected);
  }
}

const ZERO: Sum = { is: 'number', result: { amount: fraction(0), isShare: false } };

/** The passages that a sum names, each with where in it. */
export const namedInSum = (sum: Sum): readonly { readonly id: string; readonly at: number }[] => {
  if (sum.is === 'number') return [];
  return sum.is === 'passage' ? [sum] : [...namedInSum(sum.left), ...namedInSum(sum.right)];
};

/** What a sum comes to, given the values of passages; null where something is divided by 0. */
export const resultOf = (sum: Sum, valueOf: (id: string) => SumResult): SumResult | null => {
  if (sum.is === 'number') return sum.result;
  if (sum.is === 'passage') return valueOf(sum.id);
  const [left, right] = [resultOf(sum.left, valueOf), resultOf(sum.right, valueOf)];
  return left && right && operate(sum.is, left, right);
};

const operate = (operation: Operation, left: SumResult, right: SumResult): SumResult | null => {
  const amounts = [left.amount, right.amount] as const;
  const [some, all] = [left.isShare || right.isShare, left.isShare && right.isShare];
  if (operation === '+') return { amount: plus(...amounts), isShare: some };
  if (operation === '-') return { amount: minus(...amounts), isShare: some };
  if (operation === '×') return { amount: times(...amounts), isShare: all };
  const amount = over(...amounts);
  // What a number is of another is a share of it, unless it is the whole that a share is of.
  return amount && { amount, isShare: left.isShare || !right.isShare };
};
