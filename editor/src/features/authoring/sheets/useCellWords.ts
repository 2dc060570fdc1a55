import { useCallback, useState } from 'react';
import { cellText, type Sheet, type SheetColumn } from '../../../model/tables/sheet';

/** What the server says of the rows of a sheet; null where it says nothing. */
export type RowWords = readonly { readonly cells: readonly (string | null)[]; readonly condition: string | null }[];

type Dictionary = ReadonlyMap<string, string>;

const keyOf = (column: SheetColumn, text: string) => `${column.kind === 'when' ? column.index : column.kind} ${text}`;

/**
 * Words of cells by what the cells say: while the server thinks about an edit, rows that moved keep theirs, and no words stand beside a text
 * that they are not about.
 */
export function useCellWords(sheet: Sheet, rows: RowWords | undefined, isCurrent: boolean): (column: SheetColumn, text: string) => string | null {
  const [known, setKnown] = useState<{ readonly of: RowWords | undefined; readonly words: Dictionary }>({ of: undefined, words: new Map() });
  if (isCurrent && rows && known.of !== rows) setKnown({ of: rows, words: dictionaryOf(sheet, rows) });
  const { words } = known;
  return useCallback((column: SheetColumn, text: string) => words.get(keyOf(column, text)) ?? null, [words]);
}

function dictionaryOf(sheet: Sheet, rows: RowWords): Dictionary {
  const words = new Map<string, string>();
  sheet.rows.forEach((row, i) => {
    // The server leaves empty cells out, so places would not agree.
    const cells = row.when.some((cell) => cell.trim() === '') ? [] : (rows[i]?.cells ?? []);
    cells.forEach((said, index) => {
      const column = { kind: 'when', index } as const;
      const text = cellText(sheet, row, column);
      if (said !== null && said !== text) words.set(keyOf(column, text), said);
    });
    const condition = rows[i]?.condition;
    if (condition && row.condition !== null) words.set(keyOf({ kind: 'condition' }, row.condition), condition);
  });
  return words;
}
