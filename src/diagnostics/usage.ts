/** A command that asks for what there is not. The command ends with status 2. */
export class UsageError extends Error {
  /** How to ask for it: a sentence. */
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.name = 'UsageError';
    this.remedy = remedy;
  }
}
