import { describe, expect, it } from 'vitest';
import type { CohortMapping, FactTerm } from '../../api/generated';
import { dateFormatOf, guessFrom } from './guess';

const fact = (path: string, type: string, words: readonly string[] = []): [string, FactTerm] =>
  [path, { path, label: null, description: null, group: null, type, isList: false, isRead: true, units: [], words }];
const facts = new Map([fact('p.n', 'number'), fact('p.m', 'integer'), fact('p.b', 'boolean'), fact('p.d', 'date'), fact('p.e', 'enum', ['female', 'zoledronicAcid'])]);
const propose = (...columns: readonly [string, string][]): CohortMapping => ({ columns: columns.map(([column, path]) => ({ column, fact: path })) });
const guess = (path: string, values: readonly string[]) => {
  const { draft, notes } = guessFrom(propose(['C', path]), [{ name: 'C', values }], facts);
  return { decimal: draft.decimal, column: draft.columns[0], notes };
};

describe('what the first values show', () => {
  it.each<[string[], '.' | ',']>([
    [['3,21', '2'], ','],
    [['3.21', '2'], '.'],
    [['3,21', '2.5'], '.'],
    [['1,234.5'], '.'],
    [['3', ''], '.'],
    [[], '.'],
  ])('numbers written %s have decimals with %s', (values, decimal) => { expect(guess('p.n', values).decimal).toBe(decimal); });

  it('says what it filled in', () => {
    expect(guess('p.n', ['3,2']).notes).toEqual(['The first values have decimal commas.']);
    expect(guess('p.n', ['3.2']).notes).toEqual([]);
  });

  it.each([
    [['2026-01-31'], null],
    [['31.01.2026', '01.02.2026'], 'dd.MM.yyyy'],
    [['31/01/2026'], 'dd/MM/yyyy'],
    [['01/31/2026'], 'MM/dd/yyyy'],
    [['01/02/2026'], null],
    [['20260131'], 'yyyyMMdd'],
    [['31.01.2026', 'soon'], null],
    [[], null],
  ])('dates written %s are %s', (values, format) => { expect(dateFormatOf(values)).toBe(format); });

  it.each<[string[], Record<string, string | null>]>([
    [['yes', 'no'], { yes: 'true', no: 'false' }],
    [['ja'], { ja: 'true', nein: 'false' }],
    [['JA'], { JA: 'true', NEIN: 'false' }],
    [['Nein'], { Ja: 'true', Nein: 'false' }],
    [['1', '0'], { 1: 'true', 0: 'false' }],
    [['no'], { no: 'false' }],
    [['true', 'false'], {}],
    [['yes', 'perhaps'], {}],
    [[], {}],
  ])('%s for yes and no', (values, meanings) => {
    expect(Object.fromEntries(guess('p.b', values).column?.meanings.map(({ text, means }) => [text, means]) ?? [])).toEqual(meanings);
  });

  it('finds the choices of a fact in another spelling, and leaves other texts to somebody who knows', () => {
    expect(guess('p.e', ['Female', 'Zoledronic acid', 'F', 'female']).column?.meanings).toEqual([{ text: 'Female', means: 'female' }, { text: 'Zoledronic acid', means: 'zoledronicAcid' }]);
    expect(guess('p.e', ['Female']).notes).toEqual(['“C”: Female means female.']);
  });

  it('guesses nothing for a column that nobody proposed', () => {
    expect(guessFrom({ columns: [] }, [{ name: 'C', values: ['yes'] }], facts).draft.columns).toEqual([{ column: 'C', use: { is: 'open' }, unit: null, date: null, separator: '', none: '', meanings: [] }]);
  });
});
