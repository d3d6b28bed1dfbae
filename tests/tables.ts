import { baseProject, type Contents } from './project.ts';

/** The table of councils: a row for each council and year, with its region and the nation. */
export const COUNCILS_CSV = `year,level,region,code,council,vacancies,staff,neighbours
2024,National,,,,17.3,34328.2,
2023,National,,,,18.9,33119.1,
2024,Region,North,,North,12.2,2158.1,
2023,Region,North,,North,13.1,2100,
2024,Council,North,E1,"Hull, City of",3.5,303.9,E2;E3
2023,Council,North,E1,"Hull, City of",4.2,299.5,E2;E3
2024,Council,North,E2,King's Lynn,17.3,1234.6,E1
2023,Council,North,E2,King's Lynn,12,1100,E1
2024,Council,North,E3,Ynys Môn,x,0,
2023,Council,North,E3,Ynys Môn,c,,
`;

export const COUNCILS_YAML = `title: Social workers by council
source: okoro-2025
locator: table 2
key: code
name: council
nation: England
period: { column: year }
rows: { level: Council }
missing: { x: not available, c: suppressed to protect people }
columns:
  vacancy_rate: { column: vacancies, label: Vacancy rate, unit: "%" }
  headcount: { column: staff, label: Social workers in post, unit: people }
compare:
  england: { name: England, row: { level: National } }
  region: { name: { column: region }, row: { level: Region, region: same } }
  neighbours: { column: neighbours }
`;

/** The table of seats: a row for each, which holds all periods, joined to the councils. */
export const SEATS_CSV = `code,seat,member,title,old,new,council
E8,"Hull North, East and West",Ann Ross,Dr,10,12,E1
W1,Ynys Môn,Siân Rhys,Rt Hon,5,,
`;

export const SEATS_YAML = `title: Children in care by seat
source: okoro-2025
key: code
name: seat
nation: { code: code }
salutation: member
role: title
columns:
  children: { columns: { 2023: old, 2024: new }, label: Children in care, unit: children }
  member: { column: member, label: Member, unit: text }
join:
  council: { table: councils, by: council }
`;

/** A project with both tables. */
export const withTables = (over: Contents = {}): Contents => ({
  ...baseProject(),
  'sources/data/councils.csv': COUNCILS_CSV,
  'sources/data/councils.yaml': COUNCILS_YAML,
  'sources/data/seats.csv': SEATS_CSV,
  'sources/data/seats.yaml': SEATS_YAML,
  ...over,
});
