import { FindingList } from '../FindingList';
import { useWorkflowEditing } from '../WorkflowEditing';

/** What is wrong at exactly this member of a part; with `below`, also in what is in it. */
export function FieldFindings({ pointer, below }: { pointer: string; below?: boolean }) {
  const { diagnostics, documentName } = useWorkflowEditing();
  const found = diagnostics.filter((finding) => finding.document === documentName && (finding.pointer === pointer || (below === true && finding.pointer.startsWith(`${pointer}/`))));
  return <FindingList findings={found} />;
}
