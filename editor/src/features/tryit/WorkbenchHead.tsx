import { Link } from '@tanstack/react-router';
import { maySeeDrafts } from '../../model/session';
import type { WorkflowDetail } from '../../model/workflow';
import { humanize } from '../../model/words';
import { useSession } from '../access/useSession';
import styles from './TryIt.module.css';
import { WorkflowSwitch } from './WorkflowSwitch';

/** What is tried, and from there to its rules, tables and scores for whoever may read them. */
export function WorkbenchHead({ workflow }: { workflow: WorkflowDetail }) {
  const session = useSession();
  const mayRead = maySeeDrafts(session);
  return (
    <div className={styles.head}>
      <div className={styles.title}>
        <nav aria-label="Breadcrumb"><Link to="/">Workflows</Link></nav>
        <h1>{workflow.title ?? humanize(workflow.name)}</h1>
        {workflow.description && <p>{workflow.description}</p>}
        {mayRead && workflow.folder && (
          <nav className={styles.more} aria-label="More about this workflow">
            <Link to="/changes/$change/workflows/$folder" params={{ change: 'live', folder: workflow.folder }}>How it decides</Link>
            <Link to="/changes/$change/workflows/$folder/print" params={{ change: 'live', folder: workflow.folder }}>Print as a guideline</Link>
          </nav>
        )}
      </div>
      <WorkflowSwitch current={workflow.name} />
    </div>
  );
}
