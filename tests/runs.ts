/** What of a property is tried: as much as each change can wait for, or with `DESPATCH_LONG` very much. */
export const runs = <T>(usual: T, long: T): T => (process.env['DESPATCH_LONG'] ? long : usual);
