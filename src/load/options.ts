/** What each key of each sort of YAML file is for: for editors, which show it, and for the reference. */

/** Names of the project's own by which a value, or the keys of a map, can be completed. */
export type NamesOf =
  | 'audience'
  | 'kind'
  | 'passage'
  | 'printer'
  | 'slot'
  | 'source'
  | 'table'
  | 'template'
  | 'topic';

/** What is said of a key. */
export interface Option {
  readonly says: string;
  /** What its values are names of. */
  readonly names?: NamesOf;
  /** What the keys below it are names of. */
  readonly keys?: NamesOf;
  /** What may be written in place of keys below it. */
  readonly also?: 'a text' | 'nothing' | 'a list of names' | 'nothing or a list of names';
}

/** By path from the top of the file; a star stands for a name of the project's own. */
export type Options = Readonly<Record<string, Option>>;

const says = (text: string, more: Omit<Option, 'says'> = {}): Option => ({ says: text, ...more });

const ORGANISATION: Options = {
  name: says('What your organisation is called, as it stands on each document'),
  short: says('The same in short; its name where there is none'),
  about: says('Who you are, in a sentence or two, for the notes to editors of a release'),
  address: says('Where you are, on one line'),
  contact: says('How readers reach you; each part stands on documents where it is given'),
  'contact.name': says('Whom to ask for'),
  'contact.email': says('Your e-mail address'),
  'contact.phone': says('The telephone number, as it is to be printed'),
  'contact.out-of-hours': says('The telephone number for evenings and weekends'),
  'contact.web': says('The address of your website'),
  imprint: says('Who has printed and published it, where the law asks for that'),
  notice: says('A sentence that stands on each document and each page'),
  site: says('Where documents lie on the web; their addresses, and QR codes, are made of it'),
  language: says('The language of documents: of their fixed words, dates and page numbers'),
  colours: says('Your colours, in place of those of despatch; what would be hard to read is an error'),
  'colours.accent': says('The colour of headings, figures and rules'),
  'colours.tint': says('The colour of what lies behind what is asked for'),
  logo: says('The path of your logo from `sources/`, to stand over your name'),
  printers: says('What print shops want, by names of your own'),
  'printers.*': says('What one print shop wants', { also: 'nothing' }),
  'printers.*.bleed': says('By how much the page is to be larger on each side'),
  'printers.*.marks': says('Whether crop marks are drawn'),
  'printers.*.black': says('Whether what has no colour is printed with black alone'),
  rules: says('How much it matters what rules find, where that is other than despatch takes it'),
  'rules.*': says('Whether what it finds is an error, a warning, or for information'),
};

const VOCABULARY: Options = {
  topics: says('What passages are about, as a tree: a tag names a topic by its path'),
  'topics.*': says('What a topic is called; or its name and the topics below it', { also: 'a text' }),
  'topics.*.name': says('What the topic is called'),
  'topics.*.topics': says('The topics below it'),
  kinds: says('Kinds of passages of your own, beside those that despatch has'),
  'kinds.*': says('One kind'),
  'kinds.*.name': says('What readers see'),
  'kinds.*.cited': says('Whether a numbered note names the source of such a passage'),
  'kinds.*.needs': says('The attributes that such a passage can’t be without'),
  abbreviations: says('Short forms, which are written out at their first use in a document'),
  'abbreviations.*': says('What one stands for', { also: 'a text' }),
  'abbreviations.*.expansion': says('What it stands for'),
  'abbreviations.*.plural': says('What it stands for where there are several'),
  words: says('Words that are spelled right though no dictionary has them'),
  mistakes: says('What is known to be wrong'),
  'mistakes.*': says('What is right in its place'),
  'abbreviations.*.expand': says('Whether it is written out at its first use, or never'),
};

const AUDIENCES: Options = {
  '*': says('Whom documents are for'),
  '*.name': says('What they are called, after “for”'),
  '*.template': says('The template that they get where an edition names no other', { names: 'template' }),
  '*.public': says('Whether the public may see what is for them'),
  '*.grade': says('The reading grade that texts for them should keep to'),
  '*.numbers': says('Whether numbers from 1 to 9 stand as figures or as words'),
  '*.language': says('The language of documents for them, where it is not the organisation’s'),
  '*.days': says(
    'On which days they read what is sent to them: any, working days, or days on which their parliament sits',
  ),
};

const PLACES: Options = {
  '*': says('A place, and those that lie in it', { also: 'nothing or a list of names' }),
};

const CALENDAR: Options = {
  'bank-holidays': says('Days on which offices are closed, weekends apart'),
  'bank-holidays.[]': says('One day'),
  'bank-holidays.[].on': says('The day'),
  'bank-holidays.[].name': says('What it is called'),
  'bank-holidays.[].area': says('Where it is free; everywhere if you say nothing'),
  recesses: says('When a parliament does not sit'),
  'recesses.[]': says('One recess'),
  'recesses.[].from': says('Its first day: that after the house rises'),
  'recesses.[].to': says('Its last day: that before the house returns'),
  'recesses.[].name': says('What it is called, such as `the Easter recess`'),
  'recesses.[].area': says('Whose parliament it is, by its place; everybody’s if you say nothing'),
};

const OFFICES: Options = {
  '*': says('An office, by the name that texts give it'),
  '*.also': says('Its other names, such as `Education Secretary`'),
  '*.also.[]': says('One of them'),
  '*.holders': says('Who has held it'),
  '*.holders.[]': says('One of them'),
  '*.holders.[].name': says('Their name without titles, as texts write it'),
  '*.holders.[].from': says('Since when'),
  '*.holders.[].to': says('Until when; they hold it still if you say nothing'),
};

const TEMPLATE: Options = {
  name: says('What documents of it are called'),
  page: says('The paper'),
  'page.size': says('Its size'),
  'page.orientation': says('Upright or across'),
  'page.margin': says('The margins, as in CSS'),
  pages: says('How many pages a document has'),
  'pages.min': says('The least'),
  'pages.max': says('The most; as many as it takes where there is none'),
  'pages.multiple': says('A number of which that of pages is a multiple, such as 4 for a folded pack'),
  type: says('How large type is'),
  'type.size': says('Its size, from which a document that is too long shrinks, and a short one grows'),
  'type.min': says('The least to which it shrinks'),
  'type.max': says('The most to which it grows; its size where there is none'),
  'type.notes': says('The least size of notes and small print'),
  notes: says('Whether notes are short, or give the whole citation with its address'),
  formats: says('In which formats documents are made'),
  copies: says('Copies for print, beside the accessible PDF', { also: 'a list of names' }),
  'copies.printer': says('For a print shop, with a bleed', { also: 'nothing' }),
  'copies.printer.bleed': says(
    'By how much the page is larger on each side; as the profile says where it is not given',
  ),
  'copies.printer.profile': says('What the print shop wants', { names: 'printer' }),
  'copies.office': says('For the office copier, two A5 pages on a sheet of A4', { also: 'nothing' }),
  'copies.booklet': says('To be folded and stitched', { also: 'nothing' }),
  headline: says('What is asked of the headline'),
  'headline.words': says('The most words that it should have'),
  summary: says('What is asked of the summary'),
  'summary.words': says('The most words that it should have'),
  words: says('Fixed words of a page that differ by audience, by their names'),
  'words.*': says('The words for each audience', { keys: 'audience' }),
  'words.*.*': says('The words for this audience'),
  slots: says('Which passages a document takes, in the order in which it is read'),
  'slots.*': says('One slot'),
  'slots.*.title': says('The heading over it; merge fields may stand in it'),
  'slots.*.titles': says('Other headings for some audiences', { keys: 'audience' }),
  'slots.*.titles.*': says('The heading for this audience'),
  'slots.*.kinds': says('The kinds of passages that it takes', { names: 'kind' }),
  'slots.*.where': says('Attributes that passages must have, with their values'),
  'slots.*.where.*': says('The values that will do'),
  'slots.*.topics': says('The topics that passages must be about, in place of the pack’s', {
    names: 'topic',
  }),
  'slots.*.min': says('How many passages it has to have'),
  'slots.*.ideal': says('How many are chosen where there are enough'),
  'slots.*.max': says('How many it may take where pages have room'),
  'slots.*.words': says('The most words that a passage in it should have'),
  'slots.*.level': says('The level of its heading'),
};

const COPIES = Object.fromEntries(
  Object.entries(TEMPLATE)
    .filter(([path]) => path.startsWith('copies'))
    .map(([path, option]) => [`editions.*.${path}`, option]),
);

const PACK: Options = {
  title: says('What the pack is about, as it stands on the desk and in running feet'),
  short: says(
    'The end of its address on the web, which is printed with a QR code; its file’s name where there is none',
  ),
  date: says('The day of its documents: what is newer can’t be in them'),
  status: says('Documents of a draft say so on every page'),
  topics: says('What it is about: passages are found by these', { names: 'topic' }),
  area: says('The place that it speaks of'),
  summary: says('What it is all about, in a sentence or two'),
  event: says('What the documents are for, such as a debate'),
  build: says('Whether it is built with all others, or only when it is named'),
  imprint: says('Whether its documents are election material, as somebody has decided'),
  'imprint.material': says('Whether they are: then the organisation’s imprint has to stand in each'),
  'imprint.reason': says('Why, in a sentence'),
  'imprint.by': says('Who has decided; it stands in no output'),
  'imprint.on': says('The day of the decision'),
  annex: says(
    'Whether its documents have an evidence annex: where each statement comes from, and which checks it has passed',
  ),
  revisions: says('What has changed since it was first issued'),
  'revisions.[]': says('One change'),
  'revisions.[].date': says('The day of the change'),
  'revisions.[].note': says('What changed, in a sentence'),
  'revisions.[].correction': says('Whether something wrong was put right'),
  editions: says('Its documents, each by the name of its audience or another one', {
    keys: 'audience',
    also: 'a list of names',
  }),
  'editions.*': says('One document', { also: 'nothing' }),
  'editions.*.audience': says('Whom it is for; its own name where there is none', { names: 'audience' }),
  'editions.*.template': says('Its template; the audience’s where there is none', { names: 'template' }),
  'editions.*.recipients': says('A table of data: there is a document for each of its rows', {
    names: 'table',
  }),
  'editions.*.variants': says('The forms in which it is made, such as large print'),
  'editions.*.annex': says('Whether it has an evidence annex, in place of what the pack says'),
  'editions.*.date': says('Its day, where it is not that of the pack'),
  'editions.*.embargo': says('Until when nobody may publish it'),
  'editions.*.language': says('Its language, where it is not that of its audience'),
  'editions.*.area': says('The place that it speaks of, where it is not that of the pack'),
  'editions.*.headline': says('The first that its readers see; the pack’s title where there is none'),
  'editions.*.summary': says('What it is all about, in place of the pack’s summary'),
  'editions.*.event': says('What it is for, in place of what the pack says'),
  'editions.*.copies': says('Copies for print, in place of the template’s', { also: 'a list of names' }),
  ...COPIES,
  'editions.*.leave-out': says('Passages that it does without, though they fit, by their ids', {
    names: 'passage',
  }),
  'editions.*.slots': says('What is said of the template’s slots', { keys: 'slot' }),
  'editions.*.slots.*': says('One slot'),
  'editions.*.slots.*.passages': says('Passages that stand in it before all others, by their ids', {
    names: 'passage',
  }),
  'editions.*.slots.*.lead': says('The one of them that is set first and larger', { names: 'passage' }),
  'editions.*.slots.*.max': says('How many it may take, where that is fewer than the template allows'),
};

const DATA: Options = {
  title: says('What the table is of'),
  source: says('Whose figures they are: a source of the library', { names: 'source' }),
  locator: says('Where they stand in it'),
  key: says('The column with each row’s key'),
  name: says('The column with each row’s name'),
  nation: says('The nation of all rows, or where it stands', { also: 'a text' }),
  'nation.all': says('The nation of all rows'),
  'nation.column': says('The column in which it stands'),
  'nation.code': says('The column of codes from which it is known, such as E06000047'),
  period: says('The time of all figures, or the column in which it stands', { also: 'a text' }),
  'period.all': says('The time of all figures'),
  'period.column': says('The column in which it stands'),
  rows: says('Which rows are recipients: the columns and the values that those have'),
  'rows.*': says('The values that will do'),
  'leave-out': says('Keys of rows that are no recipients, with the reason'),
  'leave-out.*': says('The reason'),
  missing: says('Signs that stand in place of a value, with what they mean'),
  'missing.*': says('What it means'),
  salutation: says('The column with how each is addressed'),
  role: says('The column with each one’s title, such as Rt Hon'),
  columns: says('The columns that texts may ask for, by the names by which they do'),
  'columns.*': says('One column'),
  'columns.*.label': says('What its figures are called'),
  'columns.*.unit': says('What they are in: `%`, `% change`, `£`, `£m`, `£bn`, what is counted, or `text`'),
  'columns.*.column': says('Its heading in the file'),
  'columns.*.columns': says('Several headings, by the time of each'),
  'columns.*.columns.*': says('The heading of the column for this time'),
  'columns.*.period': says('The time of its figures'),
  'columns.*.decimals': says('How many decimals are shown'),
  'columns.*.about': says('How far apart two figures are still about the same'),
  'columns.*.source': says('Whose figures these are, where not the table’s', { names: 'source' }),
  'columns.*.locator': says('Where they stand in it'),
  compare: says('What each row is compared with, by the names by which texts ask for it'),
  'compare.*': says('One thing to compare with'),
  'compare.*.name': says('What it is called', { also: 'a text' }),
  'compare.*.name.all': says('What it is called, for all rows'),
  'compare.*.name.column': says('The column in which its name stands'),
  'compare.*.row': says(
    'The row that it is: columns with their values, or `same` as in the recipient’s own row',
  ),
  'compare.*.row.*': says('The value'),
  'compare.*.column': says('The column with the keys of the rows that it is, with semicolons between them'),
  join: says('Other tables, of which each row is joined to one'),
  'join.*': says('One table'),
  'join.*.table': says('The other table', { names: 'table' }),
  'join.*.by': says('The column with the key of the row there'),
};

const SOURCE: Options = {
  title: says('What the source is called'),
  author: says('Who wrote it, one name or several'),
  publisher: says('Who published it'),
  container: says('The newspaper, book or series that it is in'),
  issued: says('When it came out, as exactly as it is known'),
  type: says('What it is'),
  url: says('Where it is on the web'),
  accessed: says('When you last read it there'),
  language: says('Its language, where it is another than your documents’'),
  licence: says(
    'The licence under which it is published; documents that show something of it say what that asks for',
  ),
  attribution: says('What its publisher asks to be said of it, in place of the licence’s own words'),
  original: says('The archived document, against which quotations are held; it is never published', {
    also: 'a text',
  }),
  'original.file': says('Its path from `sources/`, in `originals/`: text, HTML, docx or PDF'),
  'original.sha256': says('Its hash, as the check tells it: a document that changes is found by it'),
  topics: says('What its passages are about, those that say nothing of it themselves', { names: 'topic' }),
};

const ISSUED: Options = {
  pack: says('The pack of the document that went out'),
  edition: says('Its edition'),
  variant: says('Its form'),
  recipient: says('What the files of one recipient’s document are called'),
  audience: says('The audience in whose words it was'),
  title: says('Its headline'),
  version: says('Its version, as it is printed'),
  on: says('The day on which it went out'),
  to: says('Whom it went to: it stands in no file of the output'),
  corrected: says('The day on which those who have it were told what was wrong with it'),
  files: says('What went out, by path in the output'),
  'files.*': says('The hash of the file'),
  passages: says('The passages in it'),
  'passages.*': says('What it said'),
};

export const OPTIONS = {
  organisation: ORGANISATION,
  vocabulary: VOCABULARY,
  audiences: AUDIENCES,
  places: PLACES,
  calendar: CALENDAR,
  offices: OFFICES,
  template: TEMPLATE,
  pack: PACK,
  data: DATA,
  source: SOURCE,
  issued: ISSUED,
} as const satisfies Readonly<Record<string, Options>>;
