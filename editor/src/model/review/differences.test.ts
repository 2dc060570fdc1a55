import { describe, expect, it } from 'vitest';
import { readWorkflow } from '../documents/workflowDocument';
import { remarksAt, withoutPlace } from './comments';
import { byWorkflow, countKinds, placeOf, shownParts, type DocumentDifference, type FieldDifference, type PartDifference } from './differences';
import { rowsWithContext, tableDiff } from './tableDiff';

const field = (name: string, before: string | null, after: string | null): FieldDifference => ({ name, label: name, before, after, beforeSentence: null, afterSentence: null, isExpression: false });
const part = (kind: string, of: string, name: string, pointer: string, title: string | null = null, fields: readonly FieldDifference[] = []): PartDifference => ({ kind, of, name, title, pointer, fields });
const document = (name: string, of: string, workflow: string | null, title: string | null = null): DocumentDifference => ({ name, kind: 'edited', title, of, workflow, unreadable: false, parts: [] });

describe('the differences of a change', () => {
  it('stand by workflow, rules before cases, the whole library last', () => {
    const groups = byWorkflow([document('evidence.json', 'evidence', null), document('mirels/README.md', 'text', 'Mirels'), document('mirels/cases.json', 'cases', 'Mirels'), document('mirels/workflow.json', 'workflow', 'Mirels', 'Mirels score'), document('calcium/cases.json', 'cases', 'Calcium')]);
    expect(groups.map(({ folder, title, documents }) => [folder, title, documents.map(({ name }) => name)])).toEqual([
      ['calcium', 'Calcium', ['calcium/cases.json']],
      ['mirels', 'Mirels score', ['mirels/workflow.json', 'mirels/cases.json', 'mirels/README.md']],
      [null, null, ['evidence.json']],
    ]);
  });

  it('show a table with its columns and rows as one', () => {
    const shown = shownParts([
      part('changed', 'rule', 'A', '/Rules/0'), part('removed', 'row', 'row 1', '/Tables/0/Rows/0', 'dose'), part('changed', 'row', 'row 2', '/Tables/1/Rows/1', 'dose'),
      part('added', 'table', 'other', '/Tables/2'), part('added', 'column', 'x', '/Tables/2/Inputs/0', 'other'), part('changed', 'parameter', 'p', '/GlobalParams/0'),
    ]);
    expect(shown.map((item) => (item.kind === 'part' ? item.part.name : [item.table.name, item.table.own?.kind ?? null, item.table.columns.length, item.table.rows.length]))).toEqual(['A', ['dose', null, 0, 2], ['other', 'added', 1, 0], 'p']);
  });

  it('are counted by what happened', () => {
    expect(countKinds([{ kind: 'moved' }, { kind: 'added' }, { kind: 'added' }])).toEqual([{ kind: 'added', count: 2 }, { kind: 'moved', count: 1 }]);
  });

  it('have places for remarks that tell rows of tables apart', () => {
    expect([placeOf(part('changed', 'rule', 'A', '/Rules/0', 'Title')), placeOf(part('changed', 'row', 'row 1', '/Tables/0/Rows/0', 'dose')), placeOf(part('changed', 'band', 'band 1', '/Scores/0/Items/0/Points/0'))])
      .toEqual(['A', 'dose / row 1', '/Scores/0/Items/0/Points/0']);
  });

  it('have remarks at their places, and none is lost', () => {
    const remark = (id: number, place: string) => ({ id, document: 'a/workflow.json', place, resolvedBy: null });
    const remarks = [remark(1, 'A'), remark(2, 'A'), remark(3, 'gone')];
    expect(remarksAt(remarks)('a/workflow.json', 'A').map(({ id }) => id)).toEqual([1, 2]);
    expect(remarksAt(remarks)('b/workflow.json', 'A')).toEqual([]);
    expect(withoutPlace(remarks, new Set(['a/workflow.json A'])).map(({ id }) => id)).toEqual([3]);
  });
});

const text = JSON.stringify({ Tables: [{ Name: 'dose', Inputs: [{ Name: 'crCl', Expression: 'x' }], Outputs: [{ Name: 'mg', Type: 'number' }], Rows: [['> 60', '4.0'], ['>= 50', '3.5'], ['>= 40', '3.3'], ['>= 30', '3.0'], ['_', '0']].map(([when, then]) => ({ When: [when], Then: [then] })) }] });
const table = readWorkflow(text).tables[0] ?? null;
const inside = (rows: readonly PartDifference[], columns: readonly PartDifference[] = []) => ({ name: 'dose', own: null, columns, rows });
const written = (rows: ReturnType<typeof tableDiff>['rows']) => rows.map(({ kind, number, cells }) => `${number ?? '-'} ${kind}: ${cells.map(({ before, after, differs }) => (differs ? `${before ?? ''}→${after ?? ''}` : (after ?? before ?? ''))).join(' | ').trimEnd()}`);

describe('the difference of a table', () => {
  it('marks changed cells, new rows, and rows that are gone where they stood', () => {
    const { columns, rows } = tableDiff(table, inside([
      part('changed', 'row', 'row 1', '/Tables/0/Rows/0', 'dose', [field('crCl', '>= 60', '> 60'), field('Evidence', 'a', 'b')]),
      part('removed', 'row', 'row 2', '/Tables/0/Rows/1', 'dose', [field('crCl', '>= 55', null), field('mg', '3.8', null)]),
      part('added', 'row', 'row 2', '/Tables/0/Rows/1', 'dose', [field('crCl', null, '>= 50'), field('mg', null, '3.5')]),
    ]));
    expect(columns.map(({ name, isOutput, kind }) => [name, isOutput, kind])).toEqual([['crCl', false, 'same'], ['mg', true, 'same']]);
    expect(written(rows)).toEqual(['1 changed: >= 60→> 60 | 4.0', '- removed: >= 55 | 3.8', '2 added: >= 50 | 3.5', '3 same: >= 40 | 3.3', '4 same: >= 30 | 3.0', '5 same: _ | 0']);
    expect(rows[0]?.others.map(({ name }) => name)).toEqual(['Evidence']);
  });

  it('puts a removed last row last, and keeps two of them in their order', () => {
    const gone = (at: number) => part('removed', 'row', `row ${at + 1}`, `/Tables/0/Rows/${at}`, 'dose', [field('crCl', `old ${at}`, null)]);
    expect(written(tableDiff(table, inside([gone(5), gone(6)])).rows).slice(-2)).toEqual(['- removed: old 5 |', '- removed: old 6 |']);
    expect(written(tableDiff(table, inside([gone(0), gone(1)])).rows).slice(0, 3)).toEqual(['- removed: old 0 |', '- removed: old 1 |', '1 same: > 60 | 4.0']);
  });

  it('shows columns that are gone, with what stood in them', () => {
    const { columns, rows } = tableDiff(table, inside(
      [part('changed', 'row', 'row 1', '/Tables/0/Rows/0', 'dose', [field('age', '> 18', null)])],
      [part('removed', 'column', 'age', '/Tables/0/Inputs/1', 'dose'), part('added', 'output', 'mg', '/Tables/0/Outputs/0', 'dose')],
    ));
    expect(columns.map(({ name, kind }) => [name, kind])).toEqual([['crCl', 'same'], ['age', 'removed'], ['mg', 'added']]);
    expect(written(rows)[0]).toBe('1 changed: > 60 | > 18→ | 4.0');
  });

  it('shows a table that is gone by what stood in it', () => {
    const { columns, rows } = tableDiff(null, {
      name: 'dose', own: part('removed', 'table', 'dose', '/Tables/0'), columns: [part('removed', 'column', 'crCl', '/Tables/0/Inputs/0', 'dose'), part('removed', 'output', 'mg', '/Tables/0/Outputs/0', 'dose')],
      rows: [part('removed', 'row', 'row 1', '/Tables/0/Rows/0', 'dose', [field('crCl', '> 1', null), field('mg', '2', null)]), part('removed', 'row', 'row 2', '/Tables/0/Rows/1', 'dose', [field('crCl', '_', null), field('mg', '3', null)])],
    });
    expect(columns.map(({ name, kind }) => [name, kind])).toEqual([['crCl', 'same'], ['mg', 'same']]);
    expect(written(rows)).toEqual(['- removed: > 1 | 2', '- removed: _ | 3']);
  });

  it('leaves out the many rows that are the same', () => {
    const rows = tableDiff(table, inside([part('changed', 'row', 'row 1', '/Tables/0/Rows/0', 'dose', [field('mg', '1', '4.0')])])).rows;
    expect(rowsWithContext(rows).map((item) => (item.kind === 'row' ? item.row.number : `${item.rows} more`))).toEqual([1, 2, '3 more']);
  });
});
