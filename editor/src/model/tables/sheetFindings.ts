import { pointerOf } from '../documents/json';
import { sentence } from '../words';
import { cellPath, type Sheet, type SheetColumn } from './sheet';

interface Finding {
  readonly pointer: string;
  readonly severity: string;
  readonly message: string;
  readonly help: string | null;
}

export interface SheetFindings<F extends Finding> {
  readonly ofCell: (row: number, column: SheetColumn) => readonly F[];
  /** What is wrong with a row as a whole, or with parts of it that stand in no column. */
  readonly ofRow: (row: number) => readonly F[];
}

/** Findings of a sheet by their place. Keys of documents count without case, so pointers do too. */
export function findingsOfSheet<F extends Finding>(findings: readonly F[], sheet: Sheet): SheetFindings<F> {
  const base = `${pointerOf(sheet.path)}/`.toLowerCase();
  const byRow = new Map<number, { readonly rest: string; readonly found: F }[]>();
  for (const found of findings) {
    const pointer = found.pointer.toLowerCase();
    if (!pointer.startsWith(base)) continue;
    const [index = '', ...rest] = pointer.slice(base.length).split('/');
    const row = Number(index);
    const list = byRow.get(row);
    const entry = { rest: rest.map((part) => `/${part}`).join(''), found };
    if (list) list.push(entry);
    else byRow.set(row, [entry]);
  }
  const placeOf = (column: SheetColumn) => pointerOf(cellPath(sheet, column)).toLowerCase();
  const hasColumn = (rest: string) => columnKinds(sheet).some((column) => isAt(rest, placeOf(column)));
  return {
    ofCell: (row, column) => (byRow.get(row) ?? []).filter(({ rest }) => isAt(rest, placeOf(column))).map(({ found }) => found),
    ofRow: (row) => (byRow.get(row) ?? []).filter(({ rest }) => !hasColumn(rest)).map(({ found }) => found),
  };
}

const isAt = (rest: string, place: string) => rest === place || rest.startsWith(`${place}/`);

const columnKinds = ({ inputs, outputs }: Sheet): readonly SheetColumn[] => [
  ...Array.from({ length: inputs }, (_, index) => ({ kind: 'when', index } as const)),
  { kind: 'condition' },
  ...Array.from({ length: outputs }, (_, index) => ({ kind: 'then', index } as const)),
  { kind: 'evidence' },
];

/** Findings as one mark: the worst says its tone. */
export function markOf(findings: readonly Finding[]): { readonly tone: 'bad' | 'warn' | 'info'; readonly text: string } | null {
  if (findings.length === 0) return null;
  const has = (severity: string) => findings.some((found) => found.severity === severity);
  const text = findings.map(({ message, help }) => sentence(message) + (help ? ` ${sentence(help)}` : '')).join(' ').replaceAll('`', '');
  return { tone: has('error') ? 'bad' : has('warning') ? 'warn' : 'info', text };
}

interface Overlap {
  readonly first: number;
  readonly second: number;
  readonly example: string;
}

/** What two rows that apply together mean under a hit policy, said at both of them. */
export function overlapMarks(overlaps: readonly Overlap[], policy: string, what: 'row' | 'band'): ReadonlyMap<number, readonly { readonly tone: 'bad' | 'warn' | 'info'; readonly text: string }[]> {
  const marks = new Map<number, { readonly tone: 'bad' | 'warn' | 'info'; readonly text: string }[]>();
  const tone = policy === 'Unique' ? 'bad' : policy === 'Any' ? 'warn' : 'info';
  for (const { first, second, example } of overlaps) {
    for (const [here, there] of [[first, second], [second, first]] as const) {
      const text = `Applies together with ${what} ${there + 1}, for example with ${example}.${consequence(policy, what, first)}`;
      marks.set(here, [...(marks.get(here) ?? []), { tone, text }]);
    }
  }
  return marks;
}

function consequence(policy: string, what: string, first: number): string {
  switch (policy) {
    case 'Unique': return ` Only one ${what} of this table may apply.`;
    case 'Any': return ' Both must then say the same.';
    case 'First': return ` ${what === 'row' ? 'Row' : 'Band'} ${first + 1} counts, because it comes first.`;
    default: return '';
  }
}
