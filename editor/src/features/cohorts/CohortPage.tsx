import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { cohortQuery, type TaggedCohort } from '../../api/cohorts';
import { allows, hasResults } from '../../model/cohorts/state';
import { sentence } from '../../model/words';
import { Banner } from '../../ui/Banner';
import { CodeText } from '../../ui/CodeText';
import { Icon } from '../../ui/Icon';
import { Page } from '../../ui/Page';
import { FormProblem } from '../access/FormProblem';
import { DeleteDialog } from './DeleteDialog';
import { Downloads } from './Downloads';
import { ProgressCard } from './ProgressCard';
import { Results } from './Results';
import { RunFacts } from './RunFacts';
import { RunProblem } from './RunProblem';
import { RunStateTag } from './RunStateTag';
import { Setup } from './Setup';
import { useRunAction } from './useRunAction';

/** One run: what it needs before it starts, how far it is, and what came of it. */
export function CohortPage({ id }: { id: string }) {
  const { data, error, refetch, dataUpdatedAt } = useQuery(cohortQuery(id));
  if (!data) return error ? <RunProblem error={error} retry={() => { void refetch(); }} /> : <Skeleton height={420} maw={1280} mx="auto" />;
  return <Run tagged={data} readAt={dataUpdatedAt} />;
}

function Run({ tagged, readAt }: { tagged: TaggedCohort; readAt: number }) {
  const { run } = tagged;
  const { id, name, state, reason, retired, progress, input } = run;
  const [deleting, setDeleting] = useState(false);
  const { act, busy, error } = useRunAction(id);
  return (
    <Page
      wide
      title={name}
      site="BoneMets.Rules"
      crumb={<nav aria-label="Breadcrumb"><Link to="/cohorts">Cohorts</Link></nav>}
      tags={<RunStateTag state={state} />}
      actions={(
        <>
          {allows(state, 'cancel') && <Button variant="default" leftSection={<Icon name="pause" size={16} />} loading={busy} onClick={() => { act('cancel'); }}>Stop</Button>}
          {allows(state, 'resume') && <Button leftSection={<Icon name="redo" size={16} />} loading={busy} onClick={() => { act('resume'); }}>Resume</Button>}
          {hasResults(state) && progress !== null && <Downloads run={run} />}
          {allows(state, 'delete') && <Button variant="default" leftSection={<Icon name="trash" size={16} />} onClick={() => { setDeleting(true); }}>Delete</Button>}
        </>
      )}
    >
      {retired !== null && <Banner tone="bad" icon="stop" title="Its workflow is out of use"><p><CodeText>{sentence(retired)}</CodeText> {hasResults(state) && 'What this run decided before is not to be relied on.'}</p></Banner>}
      {state === 'failed' && <Banner tone="bad" icon="alert" title="The run could not go on"><p><CodeText>{sentence(reason ?? 'the server gives no reason')}</CodeText> When the cause is mended, resume it: what was decided is kept.</p></Banner>}
      <FormProblem error={error} />
      <RunFacts run={run} />
      {hasResults(state) ? (
        <>
          {progress && state !== 'completed' && <ProgressCard state={state} progress={progress} patients={input?.patients ?? 0} readAt={readAt} />}
          <Results run={run} />
        </>
      ) : <Setup tagged={tagged} />}
      <DeleteDialog run={run} opened={deleting} close={() => { setDeleting(false); }} />
    </Page>
  );
}
