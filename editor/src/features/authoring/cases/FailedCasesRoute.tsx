import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { differencesText } from '../../../model/cases/differenceWords';
import { counts } from '../../../model/words';
import { EmptyState } from '../../../ui/EmptyState';
import { Tag } from '../../../ui/Tag';
import { usePageTitle } from '../../../ui/usePageTitle';
import { useNames } from '../../changes/useNames';
import { useRuleTitles } from '../../changes/useRuleTitles';
import { RequestError } from '../../shell/RequestError';
import { useWorkspace } from '../../workspace/WorkspaceContext';
import styles from './Cases.module.css';
import { useFolders } from './useFolders';
import { useReplay } from './useReplay';

/** The golden cases of all workflows that fail with what is on the screen. */
export function FailedCasesRoute() {
  const { key } = useWorkspace();
  const { data, error } = useReplay();
  const names = useMemo(() => data?.workflows.map(({ workflow }) => workflow) ?? [], [data]);
  const folders = useFolders(names);
  const { titleOfWorkflow } = useNames();
  const failed = useMemo(() => data?.results.filter(({ passed }) => !passed) ?? [], [data]);
  const titlesOf = useRuleTitles(useMemo(() => failed.map(({ workflow }) => workflow), [failed]));
  usePageTitle(`Failed cases · ${key === 'live' ? 'live' : `change ${key}`} · BoneMets.Rules`);
  if (!data) return error ? <RequestError error={error} retry={() => { window.location.reload(); }} /> : <Skeleton height={320} />;
  const broken = data.workflows.filter(({ hasErrors }) => hasErrors);
  const listed = new Set(failed.map(({ workflow }) => workflow));
  const title = (workflow: string) => {
    const folder = folders.get(workflow);
    return folder === undefined ? titleOfWorkflow(workflow) : <Link to="/changes/$change/workflows/$folder/cases" params={{ change: key, folder }}>{titleOfWorkflow(workflow)}</Link>;
  };
  return (
    <section className={`${styles.page} ${styles.readable}`} aria-labelledby="failed-title">
      <h1 id="failed-title">Failed cases</h1>
      <p className={styles.hint} role="status">{`${counts.format(data.passed)} of ${counts.format(data.passed + data.failed)} golden cases passed.`}{failed.length < data.failed ? ` The first ${failed.length} that failed are listed.` : ''}</p>
      {broken.length > 0 && (
        <section className={styles.group} aria-label="Not replayed">
          <h2>Not replayed, because they or what they use have errors</h2>
          <ul>{broken.map(({ workflow }) => <li key={workflow}>{title(workflow)}</li>)}</ul>
        </section>
      )}
      {failed.length === 0 && <EmptyState icon="check" title="No case failed"><p>All that could be replayed gives what it shall give.</p></EmptyState>}
      {data.workflows.filter(({ workflow }) => listed.has(workflow)).map(({ workflow, failed: count }) => (
        <section key={workflow} className={styles.group} aria-label={titleOfWorkflow(workflow)}>
          <h2>{title(workflow)} <Tag tone="bad" icon="cross">{`${count} failed`}</Tag></h2>
          <ul>
            {failed.filter((result) => result.workflow === workflow).map(({ id, differences }) => {
              const folder = folders.get(workflow);
              return (
                <li key={id} className={styles.failed}>
                  {folder === undefined ? <strong>{id}</strong> : <Link to="/changes/$change/workflows/$folder/cases/$case" params={{ change: key, folder, case: id }}>{id}</Link>}
                  <span>{differencesText(differences, titlesOf(workflow))}</span>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </section>
  );
}
