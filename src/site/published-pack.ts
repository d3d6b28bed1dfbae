import { typesetLine } from '../compose/typography.ts';
import { byCodeUnit } from '../diagnostics/order.ts';
import type { Entry } from '../model/manifest.ts';
import type { Pack } from '../model/pack.ts';
import type { Day } from '../model/time.ts';

/** When the site is made. */
export interface Present {
  readonly today: Day;
  /** Milliseconds. */
  readonly now: number;
}

/** A pack as far as everybody may read it. */
export interface PublishedPack {
  readonly pack: Pack;
  /** As readers see it. */
  readonly title: string;
  /** Of its page, below the site. */
  readonly path: string;
  /** The latest of its date and those of its changes. */
  readonly changed: Day;
  /** At least one, in the order of its editions. */
  readonly entries: readonly Entry[];
}

export const publishedPack = (pack: Pack, entries: readonly Entry[], today: Day): PublishedPack => {
  const revisions = pack.revisions.filter(({ date }) => date <= today);
  return {
    pack: { ...pack, revisions: revisions.toSorted((a, b) => byCodeUnit(b.date, a.date)) },
    title: typesetLine(pack.title),
    path: packPath(pack),
    changed: [pack.date, ...revisions.map(({ date }) => date)].toSorted().at(-1) ?? pack.date,
    entries,
  };
};

/** Where the page of a pack lies below the site: at the address that is printed, where it has one. */
const packPath = ({ id, short }: Pack): string => `${short ?? id}/index.html`;
