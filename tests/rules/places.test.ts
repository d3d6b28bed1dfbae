import { expect, test } from 'vitest';
import type { Abbreviation } from '../../src/model/vocabulary.ts';
import { namesPlace } from '../../src/rules/places.ts';

const SHORT = {
  DWP: 'Department for Work and Pensions',
  MHCLG: 'Ministry of Housing, Communities and Local Government',
};

const abbreviations = new Map(
  Object.entries(SHORT).map(([short, expansion]): [string, Abbreviation] => [
    short,
    { short, expansion, plural: '', expand: 'first' },
  ]),
);

const names = (text: string, area: string) => namesPlace(text, area, { abbreviations });

test.each([
  ['England', 'English councils had 40.'],
  ['England', 'England’s councils had 40.'],
  ['England (144 of 153 councils)', 'The councils of England that answered had 40.'],
  ['the UK', 'British councils had 40.'],
  ['UK', 'The United Kingdom had 40.'],
  ['United Kingdom', 'The U.K. had 40.'],
  ['Northern Ireland', 'Northern Irish councils had 40.'],
  ['England, Wales and Northern Ireland', 'Wales, England and Northern\nIreland had 40.'],
  ['City of York Council', 'York had 40.'],
  ['Leeds City Council', 'Leeds’s own homes were 40.'],
  ['London Borough of Hammersmith and Fulham', 'Hammersmith & Fulham had 40.'],
  ['Royal Borough of Greenwich', 'Greenwich had 40.'],
  ['Greater London', 'London had 40.'],
  ['Kingston upon Hull, City of', 'Hull had 40.'],
  ['Newcastle upon Tyne', 'Newcastle had 40.'],
  ['Stoke-on-Trent', 'Stoke on Trent had 40.'],
  ['County Durham', 'Durham had 40.'],
  ['St Helens', 'St. Helens had 40.'],
  ['Leeds Central constituency', 'Leeds Central had 40.'],
  ['Yorkshire and the Humber', 'Yorkshire and Humber had 40.'],
  ['North East England', 'The north-east had 40.'],
  ['East of England', 'Eastern England had 40.'],
  ['Leeds Teaching Hospitals NHS Trust', 'Leeds Teaching Hospitals had 40.'],
  ['South London and Maudsley NHS Foundation Trust', 'South London and Maudsley had 40.'],
  ['Department for Work and Pensions', 'The DWP had 40.'],
  ['Ministry of Housing, Communities and Local Government', 'MHCLG had 40.'],
])('%s: %s', (area, text) => {
  expect(names(text, area)).toBe(true);
});

test.each([
  ['England', 'Welsh councils had 40.'],
  ['England', 'Nationally there were 40.'],
  ['United Kingdom', 'England had 40.'],
  ['England and Wales', 'England had 40.'],
  ['Northern Ireland', 'Ireland had 40.'],
  ['North East England', 'England had 40.'],
  ['North East', 'The north had 40.'],
  ['York', 'Yorkshire had 40.'],
  ['City of York Council', 'The city council had 40.'],
  ['County Council', 'Leeds had 40.'],
  ['Department for Work and Pensions', 'The department had 40.'],
  ['Leeds Teaching Hospitals NHS Trust', 'The trust had 40.'],
])('not %s: %s', (area, text) => {
  expect(names(text, area)).toBe(false);
});
