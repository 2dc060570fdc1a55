import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { schemasQuery, workflowQuery } from '../../api/queries';
import { buildForm } from '../../model/facts/form';
import { humanize } from '../../model/words';
import { useMemo } from 'react';
import { usePageTitle } from '../../ui/usePageTitle';
import { RequestError } from '../shell/RequestError';
import styles from './TryIt.module.css';
import { Workbench } from './Workbench';

const nothing: readonly string[] = [];

/** One workflow: its facts on one side, its decision on the other. */
export function TryItPage({ name }: { name: string }) {
  const workflow = useQuery(workflowQuery(name));
  const names = useMemo(() => workflow.data?.inputs.map(({ schema }) => schema) ?? nothing, [workflow.data]);
  const schemas = useQuery({ ...schemasQuery(names), enabled: workflow.isSuccess });
  const form = useMemo(() => (workflow.data && schemas.data ? buildForm(workflow.data.inputs, schemas.data) : null), [workflow.data, schemas.data]);
  usePageTitle(`${workflow.data?.title ?? humanize(name)} · BoneMets.Rules`);

  if (workflow.data && form) return <Workbench workflow={workflow.data} form={form} />;
  const error = workflow.error ?? schemas.error;
  if (error) return <RequestError home error={error} retry={() => { void (workflow.error ? workflow : schemas).refetch(); }} />;
  return (
    <div className={styles.page} aria-busy="true">
      <Skeleton height={28} width={320} />
      <div className={styles.columns}><Skeleton height={520} /><Skeleton height={520} /></div>
      <span className="visually-hidden" role="status">Loading the workflow</span>
    </div>
  );
}
