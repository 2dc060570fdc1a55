import { Outlet, useParams } from '@tanstack/react-router';
import { EmptyState } from '../../ui/EmptyState';
import { WorkspaceProvider } from '../workspace/WorkspaceProvider';
import styles from './Authoring.module.css';
import { useChangeCommands } from './useChangeCommands';
import { useUndoKeys } from './useUndo';
import { WorkspaceBar } from './WorkspaceBar';

/** Around all pages of a change, or of what is live. */
export function WorkspaceRoute() {
  const { change } = useParams({ from: '/changes/$change' });
  if (change !== 'live' && !/^\d{1,15}$/.test(change))
    return <EmptyState page icon="question" title="There is no such change"><p>Changes have numbers. The list of changes shows them all.</p></EmptyState>;
  return (
    <WorkspaceProvider workspace={change}>
      <Inside />
    </WorkspaceProvider>
  );
}

function Inside() {
  useUndoKeys();
  useChangeCommands();
  return (
    <div className={styles.workspace}>
      <WorkspaceBar />
      <Outlet />
    </div>
  );
}
