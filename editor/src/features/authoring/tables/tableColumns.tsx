import type { DiagnosticAnswer, OutlineTableAnswer } from '../../../api/generated';
import type { TableView } from '../../../model/documents/workflowDocument';
import { columnsOf, type Sheet, type SheetColumn } from '../../../model/tables/sheet';
import { markOf } from '../../../model/tables/sheetFindings';
import { unitText } from '../../../model/unit';
import { humanize, listed } from '../../../model/words';
import type { SheetGridColumn } from '../sheets/SheetGrid';
import styles from './Tables.module.css';

type At = (pointer: string) => readonly DiagnosticAnswer[];

/** The columns of a table as the grid shows them. */
export const gridColumnsOf = (table: TableView, sheet: Sheet, conditions: boolean, about: OutlineTableAnswer | undefined, at: At): readonly SheetGridColumn[] =>
  columnsOf(sheet, conditions).map((column) => ({ column, ...looksOf(column, table, about, at) }));

/** What comes out: the answers that are possible, or what kind of value it is. */
function outputKind(output: TableView['outputs'][number] | undefined): string {
  if (!output) return '';
  return output.type === 'enum' ? listed(output.values.map((value) => humanize(value).toLowerCase())) : kinds[output.type] ?? output.type;
}

const kinds: Readonly<Record<string, string>> = { boolean: 'yes or no', integer: 'whole number' };

function looksOf(column: SheetColumn, table: TableView, about: OutlineTableAnswer | undefined, at: At): Omit<SheetGridColumn, 'column'> {
  switch (column.kind) {
    case 'when': {
      const input = table.inputs[column.index];
      const info = about?.columns[column.index];
      const label = humanize(input?.name ?? '');
      return {
        id: `when ${column.index}`, label, track: 'minmax(9rem, 2fr)', least: 9, joint: ' or ', mark: input ? markOf(at(input.pointer)) : null,
        heading: <><span>{label}</span>{info?.label ? info.label.toLowerCase() !== label.toLowerCase() && <small title={input?.expression}>{info.label.charAt(0).toUpperCase() + info.label.slice(1)}</small> : <code className={styles.expression}>{input?.expression || 'no expression yet'}</code>}</>,
        suggestions: (info?.typeInfo?.kind === 'boolean' ? ['true', 'false'].map((text) => ({ text, label: text === 'true' ? 'yes' : 'no' })) : (info?.typeInfo?.values ?? []).map(({ value, label: words }) => ({ text: JSON.stringify(value), label: words }))),
      };
    }
    case 'condition': return { id: 'condition', label: 'Condition', track: 'minmax(14rem, 3fr)', least: 14, heading: <><span>Condition</span><small>must hold too</small></> };
    case 'then': {
      const output = table.outputs[column.index];
      const label = humanize(output?.name ?? '');
      return {
        id: `then ${column.index}`, label, track: 'minmax(8rem, 1.5fr)', least: 8, mark: output ? markOf(at(output.pointer)) : null,
        numeric: output?.type === 'number' || output?.type === 'integer',
        heading: <><span className={styles.output}>{label}</span><small>{outputKind(output)}{output?.unit ? `, ${unitText(output.unit)}` : ''}</small></>,
        suggestions: (output?.values ?? []).map((value) => ({ text: JSON.stringify(value), label: humanize(value) })),
      };
    }
    case 'evidence': return { id: 'evidence', label: 'Evidence', track: 'minmax(12rem, 1.5fr)', least: 12, heading: <span>Evidence</span> };
  }
}
