/** Lends its members, each to one job at a time. Jobs begin in the order in which they come. */
export class Pool<Member> {
  readonly #free: Member[];
  readonly #waiting: ((member: Member) => void)[] = [];

  constructor(members: readonly Member[]) {
    this.#free = members.toReversed();
  }

  /** Does a job with the free member that worked last, so that no more of them work than are needed. */
  async run<T>(work: (member: Member) => Promise<T>): Promise<T> {
    const member = await this.#take();
    try {
      return await work(member);
    } finally {
      this.#giveBack(member);
    }
  }

  async #take(): Promise<Member> {
    return this.#free.pop() ?? new Promise((resolve) => this.#waiting.push(resolve));
  }

  #giveBack(member: Member): void {
    const next = this.#waiting.shift();
    if (next) next(member);
    else this.#free.push(member);
  }
}
