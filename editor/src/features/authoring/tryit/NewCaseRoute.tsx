import { Skeleton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { EmptyState } from '../../../ui/EmptyState';
import { useIsCurrent } from '../../tryit/behind';
import { useTryItContext } from '../../tryit/TryItContext';
import { useWorkspace } from '../../workspace/WorkspaceContext';
import { useWorkflowEditing } from '../WorkflowEditing';
import { SaveCase } from './SaveCase';

/** From the page that tries what is live: the facts that were entered there become a golden case of this change. */
export function NewCaseRoute() {
  const { key, readOnly } = useWorkspace();
  const { folder } = useWorkflowEditing();
  const { live } = useTryItContext();
  const isCurrent = useIsCurrent();
  const navigate = useNavigate();
  const close = () => { void navigate({ to: '/changes/$change/workflows/$folder/cases', params: { change: key, folder } }); };
  if (readOnly !== null) return <EmptyState page icon="info" title="Cases cannot be added here"><p>{readOnly}</p></EmptyState>;
  if (isCurrent) return <SaveCase onClose={close} />;
  // Why it does not decide stands beside, with the way to what is wrong.
  if (live.problem) return <EmptyState page icon="alert" title="No golden case yet"><p>What a golden case expects is what the workflow decides, and it decides nothing at present. What “Try it” says about that comes first.</p></EmptyState>;
  return <Skeleton height={320} />;
}
