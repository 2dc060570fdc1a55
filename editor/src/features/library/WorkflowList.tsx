import { Link } from '@tanstack/react-router';
import { retiredBy, type Retirement } from '../../model/retirement';
import type { WorkflowSummary } from '../../model/workflow';
import { humanize, plural } from '../../model/words';
import { Icon } from '../../ui/Icon';
import { Tag } from '../../ui/Tag';
import styles from './Library.module.css';

interface Props {
  readonly workflows: readonly WorkflowSummary[];
  /** Why a workflow gives no decision. */
  readonly outOfUse: ReadonlyMap<string, readonly Retirement[]>;
}

export function WorkflowList({ workflows, outOfUse }: Props) {
  return (
    <ul className={styles.list}>
      {workflows.map((workflow) => (
        <li key={workflow.name}><WorkflowRow workflow={workflow} retired={outOfUse.get(workflow.name)?.[0]} /></li>
      ))}
    </ul>
  );
}

function WorkflowRow({ workflow: { name, title, description, tags, status, rules, cases }, retired }: { workflow: WorkflowSummary; retired: Retirement | undefined }) {
  const size = [rules && plural(rules, 'rule'), cases && plural(cases, 'golden case')].filter(Boolean).join(' · ');
  return (
    <Link to="/workflows/$name" params={{ name }} className={styles.row}>
      <span className={styles.words}>
        <strong>{title ?? humanize(name)}</strong>
        {description && <span className={styles.description}>{description}</span>}
        <span className={styles.meta}>
          {retired && <Tag tone="bad" icon="stop" title={`${retired.reason} (${retiredBy(retired)})`}>Out of use</Tag>}
          {status !== 'ok' && <Tag tone="warn" icon="alert">{humanize(status)}</Tag>}
          {tags?.map((tag) => <Tag key={tag} tone="plain">{tag}</Tag>)}
          <span className={styles.size}>{size}</span>
        </span>
      </span>
      <Icon name="chevron" />
    </Link>
  );
}
