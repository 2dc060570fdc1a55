import type { TableView } from '../../../model/documents/workflowDocument';
import { humanize } from '../../../model/words';

export function TablePage({ table }: { table: TableView }) {
  return <h2>{humanize(table.name)}</h2>;
}
