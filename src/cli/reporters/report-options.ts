/** How messages are shown. */
export interface ReportOptions {
  readonly colour: boolean;
  /** The project’s root: places are shown from the folder where the command runs, so that editors can follow them. */
  readonly root: string;
  /** A file’s text by its path from the root; null where there is none. */
  readonly read: (file: string) => string | null;
  /** The address of the page that explains a rule; null where there is none. */
  readonly pageOf: (rule: string) => string | null;
  /** Despatch’s own version. */
  readonly version: string;
}
