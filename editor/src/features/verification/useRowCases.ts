import { useMemo } from 'react';
import { pointerOf } from '../../model/documents/json';
import type { Sheet } from '../../model/tables/sheet';
import { casesOfRows, rowNote, type RowNote } from '../../model/verification/coverage';
import { useCoverageHere } from './useCoverageHere';

/** How many cases show each row of a table or band of a score item; null while nobody wants to see it. */
export function useRowCases({ path }: Sheet, what: 'row' | 'band'): ReadonlyMap<number, RowNote> | null {
  const coverage = useCoverageHere();
  const data = coverage?.data;
  const isCurrent = coverage?.isCurrent ?? false;
  const list = pointerOf(path);
  return useMemo(() => (data ? new Map([...casesOfRows(data.elements, list)].map(([row, cases]) => [row, rowNote(cases, what, isCurrent)])) : null), [data, list, what, isCurrent]);
}
