import { describe, expect, it } from 'vitest';
import type { CohortTerms, FactTerm } from '../../api/generated';
import { factTitle, namesOf } from './terms';
import { sample, templateCsv } from './template';

const terms: CohortTerms = {
  facts: [],
  workflows: [
    { name: 'Pathway', title: 'The pathway', rules: [{ name: 'First', title: 'The first one' }], outputs: [{ name: 'calcium', unit: 'mg/dL' }] },
    { name: 'Mirels', title: 'Mirels score', rules: [{ name: 'High', title: 'High risk' }], outputs: [{ name: 'band.points', unit: null }] },
  ],
};
const fact = (path: string, label: string | null, units: readonly string[] = [], isRead = true): FactTerm => ({ path, label, description: null, group: null, type: 'number', isList: false, isRead, units, words: [] });

describe('what rules and outputs are called', () => {
  it.each([
    ['First', null, 'The first one', null],
    ['calcium', null, 'Calcium', 'mg/dL'],
    ['Mirels[patient.lesions[*]].High', 'Mirels score', 'High risk', null],
    ['Mirels.band.points', 'Mirels score', 'Band points', null],
    ['Unknown.High', 'Unknown', 'High', null],
  ])('%s', (name, workflow, title, unit) => { expect(namesOf(terms)(name)).toEqual({ workflow, title, unit }); });

  it('by their names as long as nothing else is known', () => {
    expect(namesOf(undefined)('Mirels.HighRisk')).toEqual({ workflow: 'Mirels', title: 'High risk', unit: null });
  });

  it('and facts by their labels', () => {
    expect([fact('p.totalCalcium', 'Total calcium'), fact('p.totalCalcium', null)].map(factTitle)).toEqual(['Total calcium', 'Total calcium']);
  });
});

describe('a table to fill in', () => {
  it('has the facts that are read, with their first unit, and paths where labels say nothing', () => {
    const text = templateCsv([fact('p.a', 'Calcium', ['mg/dL', 'mmol/L']), fact('p.b', 'Pain'), fact('q.b', 'pain'), fact('p.c', 'Worst pain (0-10)'), fact('p.d', 'Not read', [], false)]);
    expect(text.replace('\uFEFF', '')).toBe('id,Calcium (mg/dL),p.b,q.b,p.c\r\n');
  });

  it('comes as a sample with a row for each patient', () => {
    const rows = sample.text.trim().split('\r\n').map((line) => line.split(';').length);
    expect(rows).toHaveLength(11);
    expect(new Set(rows)).toEqual(new Set([6]));
  });
});
