import type { MappingProblem } from '../../api/generated';
import { gather } from '../grouping';
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
  readonly error: { readonly detail?: string | null; readonly errors: readonly { readonly code: string; readonly message: string; readonly help?: string | null }[] };
}

/** What could not be read in a column, in one way: the first such value, how many different ones follow, and where they stand. */
export interface Unreadable {
  readonly code: string;
  readonly message: string;
  readonly help: string | null;
  readonly others: number;
  readonly lines: readonly string[];
}

/** A text where a number, or yes or no, belongs; or a word that is none of the choices. */
const texts: ReadonlySet<string> = new Set(['BMR3003', 'BMR3005']);

/** The server says how JSON has to be written; here the text is one of a table. */
export const remedyFor = (code: string, help: string | null) =>
  (texts.has(code) ? ['say what the text means, or correct the table', code === 'BMR3003' ? null : help].filter(Boolean).join('; ') : help);

export function unreadableByColumn(refused: readonly RefusedLine[], draft: MappingDraft): ReadonlyMap<string, readonly Unreadable[]> {
  const names = draft.columns.map(({ column }) => column);
  const findings = refused.flatMap(({ line, error }) => error.errors.flatMap(({ code, message, help }) => {
    const column = nameIn(message, names);
    return column === undefined ? [] : [{ column, code, message: withoutColumn(message, column), help: remedyFor(code, help ?? null), line: String(line) }];
  }));
  return new Map([...gather(findings, ({ column }) => column)].map(([column, ofColumn]) => [column, [...gather(ofColumn, ({ code }) => code)].flatMap(([code, alike]) => {
    const [first] = alike;
    return first ? [{ code, message: first.message, help: first.help, others: new Set(alike.map(({ message }) => message)).size - 1, lines: alike.map(({ line }) => line) }] : [];
  })]));
}
