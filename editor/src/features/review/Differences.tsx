import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ChangeDifferencesAnswer } from '../../api/generated';
import { byWorkflow } from '../../model/review/differences';
import { FormProblem } from '../access/FormProblem';
import { useNames } from '../changes/useNames';
import { useWorkspace } from '../workspace/WorkspaceContext';
import styles from './Diff.module.css';
import { DocumentDiff } from './DocumentDiff';

interface Props {
  readonly query: { readonly data: ChangeDifferencesAnswer | undefined; readonly error: Error | null };
}

/** What the change means against its base, workflow by workflow. */
export function Differences({ query: { data, error } }: Props) {
  const { key, snapshot } = useWorkspace();
  const { titleOf } = useNames();
  return (
    <section id="differences" className={styles.differences} aria-labelledby="differences-title" tabIndex={-1}>
      <h2 id="differences-title">Differences</h2>
      <FormProblem error={error} />
      {!data && !error && <><Skeleton height={240} /><span role="status" className="visually-hidden">Comparing with the release</span></>}
      {data?.documents.length === 0 && <p className={styles.soft}>Nothing differs from release {data.base}.</p>}
      {data && byWorkflow(data.documents).map(({ folder, documents }) => (
        <section key={folder ?? ''} className={styles.workflow} aria-label={folder === null ? 'The whole library' : titleOf(folder)}>
          <p className={styles.workflowTitle}>
            {folder === null ? 'The whole library' : snapshot.names.includes(`${folder}/workflow.json`) ? <Link to="/changes/$change/workflows/$folder" params={{ change: key, folder }}>{titleOf(folder)}</Link> : titleOf(folder)}
          </p>
          {documents.map((document) => <DocumentDiff key={document.name} base={data.base} folder={folder} document={document} />)}
        </section>
      ))}
    </section>
  );
}
