import { Link } from '@tanstack/react-router';
import type { WorkflowDetail } from '../../model/workflow';
import { humanize } from '../../model/words';
import styles from './TryIt.module.css';
import { WorkflowSwitch } from './WorkflowSwitch';

export function WorkbenchHead({ workflow }: { workflow: WorkflowDetail }) {
  return (
    <div className={styles.head}>
      <div className={styles.title}>
        <nav aria-label="Breadcrumb"><Link to="/">Workflows</Link></nav>
        <h1>{workflow.title ?? humanize(workflow.name)}</h1>
        {workflow.description && <p>{workflow.description}</p>}
      </div>
      <WorkflowSwitch current={workflow.name} />
    </div>
  );
}
