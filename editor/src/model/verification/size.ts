import { withNested, type WorkflowView } from '../documents/workflowDocument';

/** Rules, rows and bands; every one is a question about all patients. */
const most = 300;

/** Whether questions about all patients take so long that they are asked only where somebody waits for the answers. */
export function isLarge({ rules, tables, scores }: WorkflowView): boolean {
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  const bands = scores.flatMap(({ items }) => items).reduce((sum, item) => sum + item.bands.length, 0);
  return rules.flatMap(withNested).length + rows + bands > most;
}
