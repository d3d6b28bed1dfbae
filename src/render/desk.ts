import { z } from 'zod';
import type { Palette } from '../model/colours.ts';
import { ENGLISH } from '../model/languages/en.ts';
import { hasErrors, type Message, type Told } from '../diagnostics/message.ts';
import type { Files, Packages } from '../world/world.ts';
import { Assets } from './assets.ts';
import { freeze } from './document-view.ts';
import { checkSealed, parsePage, writePage } from './page.ts';
import { withPolicy } from './policy.ts';
import { shapeOf } from './shape.ts';
import { bundleStyle } from './style.ts';
import { words } from './view.ts';
import { blame } from './partial-faults.ts';
import { prepare, readPartials } from './templates.ts';

const text = (what: string) => z.string().describe(what);
const address = (what: string) => z.string().meta({ format: 'address', description: what });
const date = z.object({ iso: text('e.g. `2025-01-16`'), text: text('e.g. `16 January 2025`') });

const deskSchema = z.object({
  language: text('A language tag'),
  words,
  organisation: z.object({ name: text('In full'), notice: text('Stands on every page').nullable() }),
  stylesheet: address('The style sheet'),
  packs: z.array(
    z.object({
      title: text("The pack's title"),
      date,
      draft: z.boolean(),
      documents: z.array(
        z.object({
          headline: text('The headline'),
          audience: text('For whom'),
          template: text("The template's name"),
          variant: text('How it is laid out, e.g. `large print`, where not as usual').nullable(),
          pages: z.number().describe('Pages of the PDF').nullable(),
          embargo: date.describe('When it may be published').nullable(),
          draft: z.boolean(),
          files: z.array(
            z.object({
              name: text('e.g. `PDF`'),
              href: address('Relative to the desk'),
              type: text('Media type'),
            }),
          ),
        }),
      ),
    }),
  ),
});

/** What the desk shows: every document of the build, by pack. */
export type DeskView = z.infer<typeof deskSchema>;

/** Fills the desk's template, and holds the page against what every page promises. */
export type FillDesk = (view: Omit<DeskView, 'stylesheet'>) => Told<Desk>;

export interface Desk {
  /** `index.html` of the output folder. */
  readonly html: string;
  /** By path below the output folder. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
}

/** A view that has everything a desk may show, so that faults of the template are told before anything is made. */
const SAMPLE: Omit<DeskView, 'stylesheet'> = {
  language: 'en-GB',
  words: ENGLISH.words,
  organisation: { name: 'Group', notice: 'Notice' },
  packs: [
    {
      title: 'Pack',
      date: { iso: '2025-01-16', text: '16 January 2025' },
      draft: true,
      documents: [
        {
          headline: 'Headline',
          audience: 'Readers',
          template: 'Template',
          variant: 'large print',
          pages: 2,
          embargo: { iso: '2025-01-20T00:01', text: '00:01, Monday 20 January 2025' },
          draft: true,
          files: [{ name: 'Web page', href: 'pack/edition.html', type: 'text/html' }],
        },
      ],
    },
  ],
};

/** Makes the desk's template ready; null where something is wrong with it. */
export const prepareDesk = async (
  files: Files,
  packages: Packages,
  palette: Palette,
): Promise<Told<FillDesk | null>> => {
  const messages: Message[] = [];
  const say = (message: Message) => void messages.push(message);
  const assets = new Assets();
  const partials = await readPartials(files, () => {});
  const file = 'templates/site/desk.hbs';
  const { fill, walked } = await prepare(files, file, shapeOf(deskSchema), partials, say);
  blame([walked]).forEach(say);
  const style = await bundleStyle(
    'templates/site/desk.css',
    'desk',
    { files, packages, assets, palette },
    say,
  );
  const desk: FillDesk = (view) => {
    const page = parsePage(fill ? fill(freeze({ ...view, stylesheet: style.path })) : '');
    const surroundings = { path: 'index.html', files: new Set(assets.all().keys()) };
    return {
      value: { html: writePage(withPolicy(page)), assets: assets.all() },
      messages: checkSealed(page, { file, document: 'the desk', ...surroundings }),
    };
  };
  messages.push(...desk(SAMPLE).messages);
  return { value: hasErrors(messages) ? null : desk, messages };
};
