import { hitOf, type Explanation, type Explanations } from './explanation';

/** What became of a row or band for the facts that are tried: it applies, it does not, or that is not decided yet. */
export type RowMark = 'hit' | 'miss' | 'open';

const marks = { hit: 'hit', miss: 'miss', idle: 'miss', possible: 'open', failed: 'open' } as const;

/** Marks of the rows of a table, by their place; null when the decision says nothing of it. */
export function tableMarks(explanations: Explanations, table: string): ReadonlyMap<number, RowMark> | null {
  const name = explanations[table] ? table : Object.keys(explanations).find((candidate) => candidate.startsWith(`${table}.`));
  return name === undefined ? null : marksOf(explanations[name], 'row');
}

/** Marks of the bands of every item of a score, by the name of the item. */
export function scoreMarks(explanations: Explanations, items: readonly string[]): ReadonlyMap<string, ReadonlyMap<number, RowMark>> {
  return new Map(items.flatMap((item) => {
    const found = marksOf(explanations[item], 'band');
    return found ? [[item, found] as const] : [];
  }));
}

function marksOf(node: Explanation | undefined, kind: 'row' | 'band'): ReadonlyMap<number, RowMark> | null {
  const rows = (node?.children ?? []).filter((child) => child.kind === kind);
  return rows.length === 0 ? null : new Map(rows.map((row, i) => [i, marks[hitOf(row)]]));
}
