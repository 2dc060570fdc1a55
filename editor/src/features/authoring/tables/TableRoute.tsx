import { useParams } from '@tanstack/react-router';
import { EmptyState } from '../../../ui/EmptyState';
import { useWorkflowEditing } from '../WorkflowEditing';
import { TablePage } from './TablePage';

export function TableRoute() {
  const { table: name } = useParams({ from: '/changes/$change/workflows/$folder/tables/$table' });
  const table = useWorkflowEditing().view.tables.find((candidate) => candidate.name === name);
  if (!table) return <EmptyState page icon="question" title={`There is no table “${name}” here`}><p>It may have been renamed or removed. The list at the side shows what there is.</p></EmptyState>;
  return <TablePage key={table.pointer} table={table} />;
}
