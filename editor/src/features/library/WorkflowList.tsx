import { Link } from '@tanstack/react-router';
import type { WorkflowSummary } from '../../model/workflow';
import { humanize, plural } from '../../model/words';
import { Icon } from '../../ui/Icon';
import { Tag } from '../../ui/Tag';
import styles from './Library.module.css';

export function WorkflowList({ workflows }: { readonly workflows: readonly WorkflowSummary[] }) {
  return (
    <ul className={styles.list}>
      {workflows.map((workflow) => (
        <li key={workflow.name}><WorkflowRow workflow={workflow} /></li>
      ))}
    </ul>
  );
}

function WorkflowRow({ workflow: { name, title, description, tags, status, rules, cases, blocked } }: { workflow: WorkflowSummary }) {
  const size = [rules && plural(rules, 'rule'), cases && plural(cases, 'golden case')].filter(Boolean).join(' · ');
  return (
    <Link to="/workflows/$name" params={{ name }} className={styles.row}>
      <span className={styles.words}>
        <strong>{title ?? humanize(name)}</strong>
        {description && <span className={styles.description}>{description}</span>}
        <span className={styles.meta}>
          {blocked && <Tag tone="bad" icon="stop" title="It gives no decision; its page says why">Out of use</Tag>}
          {status !== 'ok' && <Tag tone="warn" icon="alert">{humanize(status)}</Tag>}
          {tags?.map((tag) => <Tag key={tag} tone="plain">{tag}</Tag>)}
          <span className={styles.size}>{size}</span>
        </span>
      </span>
      <Icon name="chevron" />
    </Link>
  );
}
