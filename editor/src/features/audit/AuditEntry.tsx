import { Link } from '@tanstack/react-router';
import type { AuditEntryAnswer } from '../../api/generated';
import { actionWords, auditDetails, shortHash, subjectPath } from '../../model/audit';
import { moment } from '../../model/moment';
import styles from './Audit.module.css';

/** Who did what, to what, when, and what was said with it. */
export function AuditEntry({ entry, filtered }: { entry: AuditEntryAnswer; filtered: boolean }) {
  const { sequence, at, actor, action, subject } = entry;
  const path = subjectPath(subject);
  const details = auditDetails(entry);
  return (
    <li className={styles.entry} id={`entry-${sequence}`}>
      <p className={styles.when}><span className={styles.sequence}>{sequence}</span><time dateTime={at}>{moment(at)}</time></p>
      <div className={styles.what}>
        <p>
          <strong>{actionWords(action)}</strong>
          {' · '}
          {path ? <Link to={path}>{subject}</Link> : subject}
          {' · '}
          by {actor}
        </p>
        {details.length > 0 && (
          <dl className={styles.details}>
            {details.map(({ name, value, isHash }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{isHash ? <code title={value}>{shortHash(value)}</code> : value}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      {!filtered && <Link to="/audit" search={{ subject }} className={styles.only}>Only this<span className="visually-hidden">: {subject}</span></Link>}
    </li>
  );
}
