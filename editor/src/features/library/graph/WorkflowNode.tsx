import { Link } from '@tanstack/react-router';
import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import type { WorkflowSummary } from '../../../api/generated';
import { neighbours, titleOf } from '../../../model/pathway';
import { listed, plural } from '../../../model/words';
import { WorkflowTags } from '../WorkflowTags';
import styles from './Graph.module.css';

export type WorkflowNodeType = Node<{
  readonly workflow: WorkflowSummary;
  readonly step: number | null;
  readonly workflows: readonly WorkflowSummary[];
  /** A search leaves it; the others step back. */
  readonly isFound: boolean;
  readonly point: (name: string | null) => void;
}, 'workflow'>;

/** A workflow: the whole card leads to it, and says what the lines show. */
export function WorkflowNode({ data: { workflow, step, workflows, isFound, point } }: NodeProps<WorkflowNodeType>) {
  const { uses, usedBy } = neighbours(workflows, workflow);
  const names = (of: readonly WorkflowSummary[]) => listed(of.map(titleOf), 'and');
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} className={styles.handle} />
      <Link
        to="/workflows/$name"
        params={{ name: workflow.name }}
        className={styles.node}
        data-far={!isFound || undefined}
        data-blocked={workflow.blocked || undefined}
        onPointerEnter={() => { point(workflow.name); }}
        onPointerLeave={() => { point(null); }}
        onFocus={() => { point(workflow.name); }}
        onBlur={() => { point(null); }}
      >
        <span className={styles.name}>
          {step !== null && <span className={styles.step}><span className="visually-hidden">Step </span>{step}</span>}
          <span className={styles.title}>{titleOf(workflow)}</span>
        </span>
        <span className={styles.facts}>{plural(workflow.rules, 'rule')} · {plural(workflow.cases, 'case')} <WorkflowTags workflow={workflow} /></span>
        <span className="visually-hidden">
          {uses.length > 0 && `. Uses ${names(uses)}`}
          {usedBy.length > 0 && `. Used by ${names(usedBy)}`}
        </span>
      </Link>
      <Handle type="source" position={Position.Right} isConnectable={false} className={styles.handle} />
    </>
  );
}
