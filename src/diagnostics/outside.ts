/** Something outside the project is missing: no browser, no room on the disk. The command ends with status 3. */
export class OutsideError extends Error {
  /** What the user can do about it: one or more whole sentences, perhaps with a command. */
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OutsideError';
    this.remedy = remedy;
  }
}
