/** The web pages among the files of an output, but those of the site that are like others: of each of its folders some, and no document twice. */
export const unlikePages = (paths: Iterable<string>): readonly string[] => {
  const seen = new Map<string, number>();
  return [...paths].filter((path) => {
    if (!path.endsWith('.html')) return false;
    const folder = /^site\/(.*)\//u.exec(path)?.[1];
    if (folder === undefined || path.endsWith('/index.html')) return true;
    const number = seen.get(folder) ?? 0;
    seen.set(folder, number + 1);
    const isDocument = !/^(?:evidence|sources|topics)/u.test(folder);
    return !isDocument && number % 40 === 0;
  });
};
