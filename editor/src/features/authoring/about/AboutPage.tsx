import { humanize } from '../../../model/words';
import { useWorkflowEditing } from '../WorkflowEditing';

export function AboutPage() {
  const { view, folder } = useWorkflowEditing();
  return <h2>{view.title ?? humanize(folder)}</h2>;
}
