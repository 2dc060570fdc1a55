import type { OutlineScoreItemAnswer } from '../../../api/generated';
import { columnsOf, type Sheet, type SheetColumn } from '../../../model/tables/sheet';
import type { SheetGridColumn } from '../sheets/SheetGrid';

/** The columns of the bands of a score item as the grid shows them. */
export const bandColumnsOf = (sheet: Sheet, conditions: boolean, about: OutlineScoreItemAnswer | undefined): readonly SheetGridColumn[] =>
  columnsOf(sheet, conditions).map((column) => ({ column, ...looksOf(column, about) }));

function looksOf({ kind }: SheetColumn, about: OutlineScoreItemAnswer | undefined): Omit<SheetGridColumn, 'column'> {
  switch (kind) {
    case 'when': return {
      id: 'when', label: 'When', track: 'minmax(9rem, 2fr)', least: 9, joint: ' or ', heading: <span>When</span>,
      suggestions: (about?.typeInfo?.values ?? []).map(({ value, label }) => ({ text: JSON.stringify(value), label })),
    };
    case 'condition': return { id: 'condition', label: 'Condition', track: 'minmax(12rem, 3fr)', least: 12, heading: <span>Condition</span> };
    case 'then': return { id: 'points', label: 'Points', track: 'minmax(5rem, 0.5fr)', least: 5, numeric: true, heading: <span>Points</span> };
    case 'evidence': return { id: 'evidence', label: 'Evidence', track: 'minmax(10rem, 1fr)', least: 10, heading: <span>Evidence</span> };
  }
}
