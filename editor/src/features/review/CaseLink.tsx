import { Link } from '@tanstack/react-router';
import { useNames } from '../changes/useNames';
import { useWorkspace } from '../workspace/WorkspaceContext';

/** To a golden case, where it can be replayed and compared; only its id when it is not here any more. */
export function CaseLink({ workflow, id, isGone }: { workflow: string; id: string; isGone?: boolean }) {
  const { key } = useWorkspace();
  const folder = useNames().folderOf(workflow);
  if (isGone || folder === null) return <code>{id}</code>;
  return <Link to="/changes/$change/workflows/$folder/cases/$case" params={{ change: key, folder, case: id }}>Open case {id}</Link>;
}
