import { describe, expect, it } from 'vitest';
import type { CohortMapping, FactTerm } from '../../api/generated';
import { countUses, draftOf, factColumns, mappingOf, mentioned, withoutOpen, withUse } from './mapping';
import { placeProblems, unreadableByColumn } from './problems';

const columns = ['Case', 'Calcium', 'Sites', 'Seen', 'Ward'];
const mapping: CohortMapping = {
  columns: [
    { column: 'Calcium', fact: 'patient.totalCalcium', unit: 'mmol/L', values: { 'n/a': null } },
    { column: 'Sites', fact: 'patient.sites', separator: '|', none: '-' },
    { column: 'Seen', fact: 'patient.seen', date: 'dd.MM.yyyy' },
  ],
  id: 'Case',
  ignored: ['Ward'],
  decimal: ',',
};
const fact = (path: string, changes: Partial<FactTerm> = {}): FactTerm => ({ path, label: null, description: null, group: null, type: 'number', isList: false, isRead: true, units: [], words: [], ...changes });

describe('a mapping that is edited', () => {
  it('is sent back as it came', () => {
    expect(mappingOf(draftOf(mapping, columns))).toEqual(mapping);
  });

  it('has a place for every column, and none for those of an earlier input', () => {
    const draft = draftOf(mapping, ['Calcium', 'New']);
    expect(draft.columns.map(({ column, use }) => [column, use.is])).toEqual([['Calcium', 'fact'], ['New', 'open']]);
    expect(mappingOf(draft).columns.map(({ column }) => column)).toEqual(['Calcium']);
    expect(mentioned(mapping)).toEqual(['Calcium', 'Sites', 'Seen', 'Case', 'Ward']);
  });

  it('has one id: another one takes its place, and the former is to be decided', () => {
    const draft = withUse(draftOf(mapping, columns), 'Ward', { is: 'id' }, null);
    expect(draft.columns.map(({ use }) => use.is)).toEqual(['open', 'fact', 'fact', 'fact', 'id']);
    expect(mappingOf(draft)).toMatchObject({ id: 'Ward', ignored: [] });
  });

  it('forgets what was said about the former fact of a column', () => {
    const draft = withUse(draftOf(mapping, columns), 'Calcium', { is: 'fact', fact: 'patient.albumin' }, fact('patient.albumin'));
    expect(mappingOf(draft).columns[0]).toEqual({ column: 'Calcium', fact: 'patient.albumin' });
  });

  it('begins a list with the usual separator', () => {
    const draft = withUse(draftOf({ columns: [] }, columns), 'Sites', { is: 'fact', fact: 'patient.sites' }, fact('patient.sites', { isList: true }));
    expect(mappingOf(draft).columns).toEqual([{ column: 'Sites', fact: 'patient.sites', separator: '|' }]);
  });

  it('sends no text that says nothing, and keeps "not known"', () => {
    const draft = draftOf(mapping, columns);
    const edited = { ...draft, columns: draft.columns.map((of) => (of.column === 'Calcium' ? { ...of, meanings: [{ text: ' ', means: '1' }, { text: ' high ', means: null }] } : of)) };
    expect(mappingOf(edited).columns[0]?.values).toEqual({ high: null });
  });

  it('leaves out what is not decided only when that is said', () => {
    const draft = draftOf({ columns: [] }, columns);
    expect(countUses(draft)).toEqual({ open: 5, id: 0, ignored: 0, fact: 0 });
    expect(mappingOf(draft).ignored).toEqual([]);
    expect(mappingOf(withoutOpen(draft)).ignored).toEqual(columns);
  });
});

describe('problems of a mapping', () => {
  const draft = draftOf(mapping, columns);

  it('stand at their columns, by pointer or by name', () => {
    const { byColumn, elsewhere } = placeProblems([
      { pointer: '/columns/1/separator', code: 'BMR', message: 'column `Sites`: `patient.sites` is a list', help: 'say what stands between' },
      { pointer: '/columns', code: 'BMR', message: 'column `Ward` is neither mapped, nor the id, nor ignored', help: null },
      { pointer: '/decimal', code: 'BMR', message: '`decimal` takes `.` or `,`', help: null },
    ], draft);
    expect(factColumns(draft)).toEqual(['Calcium', 'Sites', 'Seen']);
    expect(byColumn.get('Sites')).toEqual([{ part: 'separator', message: '`patient.sites` is a list', help: 'say what stands between' }]);
    expect(byColumn.get('Ward')?.[0]?.part).toBe('column');
    expect(elsewhere).toHaveLength(1);
  });

  it('gathers what cannot be read by column and kind, with the lines, and a remedy for tables', () => {
    const error = (code: string, message: string, help: string | null) => ({ detail: null, errors: [{ code, message, help }] });
    const found = unreadableByColumn([
      { line: 2, error: error('BMR3004', 'column `Calcium`: is `3.2`, outside 4 to 22', 'check the unit') },
      { line: 5, error: error('BMR3003', 'column `Calcium`: takes a number, not the text `high`', 'leave out what is not known') },
      { line: 6, error: error('BMR3001', 'the record has 3 fields', null) },
      { line: 7, error: error('BMR3004', 'column `Calcium`: is `2.9`, outside 4 to 22', 'check the unit') },
    ], draft);
    expect([...found]).toEqual([['Calcium', [
      { code: 'BMR3004', message: 'is `3.2`, outside 4 to 22', help: 'check the unit', others: 1, lines: ['2', '7'] },
      { code: 'BMR3003', message: 'takes a number, not the text `high`', help: 'say what the text means, or correct the table', others: 0, lines: ['5'] },
    ]]]);
  });
});
