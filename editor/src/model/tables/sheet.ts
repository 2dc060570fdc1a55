import type { JSONPath } from '../documents/json';
import type { CitationView, ScoreItemView, TableView } from '../documents/workflowDocument';
import { writeCitations } from './citationText';

/** A column of a sheet: what a row looks at, what else must hold, what it says, and on whose word. */
export type SheetColumn =
  | { readonly kind: 'when'; readonly index: number }
  | { readonly kind: 'condition' }
  | { readonly kind: 'then'; readonly index: number }
  | { readonly kind: 'evidence' };

export interface SheetRow {
  readonly when: readonly string[];
  readonly condition: string | null;
  readonly otherwise: boolean;
  readonly then: readonly string[];
  readonly evidence: readonly CitationView[];
}

/** A decision table, or an item of a score, as rows of cells: bands are rows with one input at most, whose only output is their points. */
export interface Sheet {
  readonly kind: 'table' | 'item';
  /** Of the list of its rows. */
  readonly path: JSONPath;
  readonly inputs: number;
  readonly outputs: number;
  readonly rows: readonly SheetRow[];
}

export const sheetOfTable = ({ path, inputs, outputs, rows }: TableView): Sheet => ({ kind: 'table', path: [...path, 'Rows'], inputs: inputs.length, outputs: outputs.length, rows });

export const sheetOfItem = ({ path, input, bands }: ScoreItemView): Sheet => ({
  kind: 'item',
  path: [...path, 'Points'],
  // Patterns without an input are an error, and one that has to be seen to be mended.
  inputs: input !== null || bands.some(({ when }) => when !== null) ? 1 : 0,
  outputs: 1,
  rows: bands.map(({ when, condition, otherwise, points, evidence }) => ({ when: when === null ? [] : [when], condition, otherwise, then: [points], evidence })),
});

export const hasConditions = ({ rows }: Sheet) => rows.some(({ condition }) => condition !== null);

/** `conditions`: also where no row has one yet. */
export const columnsOf = (sheet: Sheet, conditions: boolean): readonly SheetColumn[] => [
  ...Array.from({ length: sheet.inputs }, (_, index) => ({ kind: 'when', index } as const)),
  ...(conditions || sheet.inputs === 0 || hasConditions(sheet) ? [{ kind: 'condition' } as const] : []),
  ...Array.from({ length: sheet.outputs }, (_, index) => ({ kind: 'then', index } as const)),
  { kind: 'evidence' },
];

/** What a row that applies when no other does says where its first condition would stand. As a pattern it would have no meaning. */
export const otherwiseText = 'otherwise';

export const isOtherwiseText = (text: string) => text.trim().toLowerCase() === otherwiseText;

/** Whether a column says when a row applies, and is the first that does. */
export const isFirstCondition = ({ inputs }: Sheet, column: SheetColumn) => (column.kind === 'when' && column.index === 0) || (column.kind === 'condition' && inputs === 0);

/** A cell as text: what is authored, and what is copied and exported. */
export function cellText(sheet: Sheet, row: SheetRow, column: SheetColumn): string {
  switch (column.kind) {
    case 'when': return row.otherwise && row.when[column.index] === undefined ? (isFirstCondition(sheet, column) ? otherwiseText : '') : (row.when[column.index] ?? (row.condition === null ? '' : '_'));
    case 'condition': return row.condition ?? (row.otherwise && isFirstCondition(sheet, column) ? otherwiseText : '');
    case 'then': return row.then[column.index] ?? '';
    case 'evidence': return writeCitations(row.evidence);
  }
}

/** Where a cell stands below its row. */
export function cellPath({ kind }: Sheet, column: SheetColumn): JSONPath {
  switch (column.kind) {
    case 'when': return kind === 'table' ? ['When', column.index] : ['When'];
    case 'condition': return ['Condition'];
    case 'then': return kind === 'table' ? ['Then', column.index] : ['Points'];
    case 'evidence': return ['Evidence'];
  }
}

/** Cells that stand in no column, because the row has more than the table: nothing of a document may be out of sight. */
export const surplusOf = ({ inputs, outputs }: Sheet, { when, then }: SheetRow): readonly string[] => [...when.slice(inputs), ...then.slice(outputs)];
