import type { FactTerm } from '../../api/generated';
import { writeCsv } from '../tables/csv';
import { factTitle } from './terms';

/**
 * A table with a column for the id and one for each fact that the workflow reads, under headings that the mapping recognises by themselves:
 * the label with the unit, or the path where several facts have the same label.
 */
export function templateCsv(facts: readonly FactTerm[]): string {
  const read = facts.filter(({ isRead }) => isRead);
  const titles = facts.map(factTitle);
  const heading = (fact: FactTerm) => {
    const title = factTitle(fact);
    const name = titles.filter((other) => letters(other) === letters(title)).length > 1 || /[([]/.test(title) ? fact.path : title;
    const [unit] = fact.units;
    return unit === undefined ? name : `${name} (${unit})`;
  };
  return writeCsv([['id', ...read.map(heading)]]);
}

const letters = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}%]/gu, '');

/** A table as a hospital exports it, for the shipped workflow: semicolons, decimal commas, a column that says nothing, a value that is none. */
export const sample = {
  workflow: 'Hypercalcemia',
  name: 'calcium-sample.csv',
  text: [
    'Case;Total calcium (mmol/L);Albumin (g/L);Creatinine (mg/dL);Confused;Ward',
    'A-001;3,21;31;1,4;no;7',
    'A-002;2,41;38;0,9;no;7',
    'A-003;2,93;29;;yes;8',
    'A-004;2,20;;1,1;;8',
    'A-005;;35;0,8;no;7',
    'A-006;3,62;33;2,2;yes;9',
    'A-007;2,71;26;1,0;n/a;9',
    'A-008;high;40;1,3;no;7',
    'A-009;2,36;41;0,7;no;8',
    'A-010;2,88;34;1,6;;9',
    '',
  ].join('\r\n'),
} as const;
