import { Link } from '@tanstack/react-router';
import type { ChangeSummary } from '../../api/generated';
import { waitsFor, type ChangeLine } from '../../model/changes/changeList';
import { moment } from '../../model/moment';
import { Icon } from '../../ui/Icon';
import { Tag } from '../../ui/Tag';
import { useSession } from '../access/useSession';
import styles from './Changes.module.css';
import { StateTag } from './StateTag';

export function ChangeList({ changes }: { changes: readonly ChangeLine[] }) {
  const session = useSession();
  return (
    <ul className={styles.list}>
      {changes.map((change) => <li key={change.id}><Row change={change} waits={waitsFor(change, session?.name ?? null, session?.roles ?? [])} /></li>)}
    </ul>
  );
}

function Row({ change: { id, title, state, base, createdBy, updatedAt }, waits }: { change: ChangeSummary; waits: string | null }) {
  return (
    <Link to="/changes/$change" params={{ change: String(id) }} className={styles.row}>
      <span className={styles.words}>
        <strong>{title}</strong>
        <span className={styles.meta}>
          <StateTag state={state} />
          {waits && <Tag tone="plain" icon="person">{waits}</Tag>}
          <span>Change {id}, on release {base}</span>
          <span>begun by {createdBy}</span>
          <span>last worked on <time dateTime={updatedAt}>{moment(updatedAt)}</time></span>
        </span>
      </span>
      <Icon name="chevron" />
    </Link>
  );
}
