import type { MappingProblem } from '../../api/generated';
import { factColumns, type MappingDraft } from './mapping';

/** Which part of a column a problem is about; null: the column as a whole. */
export type ColumnPart = 'column' | 'fact' | 'unit' | 'date' | 'separator' | 'none' | 'values';

export interface PlacedProblem {
  readonly part: ColumnPart;
  readonly message: string;
  readonly help: string | null;
}

/** What is wrong with a mapping, at the columns that it is about; `elsewhere` is about none of them. */
export interface PlacedProblems {
  readonly byColumn: ReadonlyMap<string, readonly PlacedProblem[]>;
  readonly elsewhere: readonly PlacedProblem[];
}

const parts: readonly string[] = ['column', 'fact', 'unit', 'date', 'separator', 'none', 'values'];

export function placeProblems(problems: readonly MappingProblem[], draft: MappingDraft): PlacedProblems {
  const mapped = factColumns(draft);
  const names = draft.columns.map(({ column }) => column);
  const byColumn = new Map<string, PlacedProblem[]>();
  const elsewhere: PlacedProblem[] = [];
  for (const { pointer, message, help } of problems) {
    const [, index = '', part = ''] = /^\/columns\/(\d+)\/(\w+)/.exec(pointer) ?? [];
    const column = index === '' ? nameIn(message, names) : mapped[Number(index)];
    const placed: PlacedProblem = { part: parts.includes(part) ? (part as ColumnPart) : 'column', message: column === undefined ? message : withoutColumn(message, column), help };
    const list = column === undefined ? elsewhere : (byColumn.get(column) ?? []);
    list.push(placed);
    if (column !== undefined) byColumn.set(column, list);
  }
  return { byColumn, elsewhere };
}

/** A column whose message says it at its beginning: what stands there needs no name any more. */
export const withoutColumn = (message: string, column: string): string => {
  const start = `column \`${column}\`: `;
  return message.startsWith(start) ? message.slice(start.length) : message;
};

/** The column that a message speaks of; the longest name that fits, since one may hold another. */
function nameIn(message: string, names: readonly string[]): string | undefined {
  return names.filter((name) => message.includes(`column \`${name}\``)).sort((a, b) => b.length - a.length)[0];
}

/** An answer of a dry run that is a refusal, as far as it is read here. */
export interface RefusedLine {
  readonly line: unknown;
  readonly error: { readonly detail?: string | null; readonly errors: readonly { readonly message: string; readonly help?: string | null }[] };
}

/** What could not be read in a column, how often among the first patients, and where first. */
export interface Unreadable {
  readonly message: string;
  readonly help: string | null;
  readonly lines: readonly string[];
}

export function unreadableByColumn(refused: readonly RefusedLine[], draft: MappingDraft): ReadonlyMap<string, readonly Unreadable[]> {
  const found = new Map<string, Map<string, { message: string; help: string | null; lines: string[] }>>();
  for (const { line, error } of refused) {
    for (const { message, help } of error.errors) {
      const column = nameIn(message, draft.columns.map((of) => of.column));
      if (column === undefined) continue;
      const ofColumn = found.get(column) ?? new Map<string, { message: string; help: string | null; lines: string[] }>();
      const plain = withoutColumn(message, column);
      const known = ofColumn.get(plain) ?? { message: plain, help: help ?? null, lines: [] };
      known.lines.push(String(line));
      ofColumn.set(plain, known);
      found.set(column, ofColumn);
    }
  }
  return new Map([...found].map(([column, messages]) => [column, [...messages.values()]]));
}
