import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { auditPageSize, auditQuery, type AuditPlace } from '../../api/audit';
import { EmptyState } from '../../ui/EmptyState';
import { RowList } from '../../ui/RowList';
import { RequestError } from '../shell/RequestError';
import styles from './Audit.module.css';
import { AuditEntry } from './AuditEntry';
import { SubjectFilter } from './SubjectFilter';

/** One page of the log, of everything or of one subject. */
export function AuditLog({ place }: { place: AuditPlace }) {
  const { data, error, refetch, isPlaceholderData } = useQuery(auditQuery(place));
  const entries = data?.slice(0, auditPageSize);
  const { subject, before } = place;
  const isLast = (data?.length ?? 0) <= auditPageSize;
  const oldest = entries?.at(-1)?.sequence;
  const subjects = [...new Set(data?.map((entry) => entry.subject) ?? [])];
  return (
    <section className={styles.log} aria-labelledby="log">
      <div className={styles.logHead}>
        <h2 id="log">{subject ? <>About <q>{subject}</q></> : 'Entries'}</h2>
        <SubjectFilter key={subject ?? ''} subject={subject ?? ''} subjects={subjects} />
      </div>
      {!entries ? (error ? <RequestError error={error} retry={() => { void refetch(); }} /> : <Skeleton height={320} />) : entries.length === 0 ? (
        <EmptyState icon="search" title={subject ? `No entry about “${subject}”` : 'No older entries'} actions={<Link to="/audit" search={{}}>All entries</Link>}>
          <p>{subject ? 'A subject is written as entries have it: “change 3”, “release 2”, “workflow Hypercalcemia”, “user anna”.' : 'The log begins here.'}</p>
        </EmptyState>
      ) : (
        <div aria-busy={isPlaceholderData}>
          <RowList label="Entries of the log">{entries.map((entry) => <AuditEntry key={entry.sequence} entry={entry} filtered={subject !== undefined} />)}</RowList>
        </div>
      )}
      <nav aria-label="Pages of the log" className={styles.pages}>
        {before !== undefined && <Button variant="default" renderRoot={(props) => <Link to="/audit" search={subject ? { subject } : {}} {...props} />}>Newest entries</Button>}
        {!isLast && oldest !== undefined && <Button variant="default" renderRoot={(props) => <Link to="/audit" search={{ ...(subject ? { subject } : {}), before: oldest }} {...props} />}>Older entries</Button>}
      </nav>
    </section>
  );
}
