import { useWorkflowEditing } from '../WorkflowEditing';
import { DocumentText } from './DocumentText';

/** The whole workflow as the JSON that is stored. */
export function WorkflowTextPage() {
  const { documentName } = useWorkflowEditing();
  return (
    <>
      <h2>As text</h2>
      <DocumentText name={documentName} />
    </>
  );
}
