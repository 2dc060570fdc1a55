import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { cohortsQuery } from '../../api/cohorts';
import { hasRole, maySeeDrafts } from '../../model/session';
import { Icon } from '../../ui/Icon';
import { Page } from '../../ui/Page';
import { RowList } from '../../ui/RowList';
import { Gate } from '../access/Gate';
import { RequestError } from '../shell/RequestError';
import { CohortRow } from './CohortRow';
import { NewRunDialog } from './NewRunDialog';
import { NoRuns } from './NoRuns';

/** Workflows over many patients: those that run, and what came of the others. */
export function CohortsPage() {
  const [making, setMaking] = useState(false);
  const make = () => { setMaking(true); };
  return (
    <Gate title="Cohorts" allows={maySeeDrafts} whom="people with a role on this server">
      {(session) => (
        <Page
          title="Cohorts"
          site="BoneMets.Rules"
          lead={`A cohort run decides one workflow for every patient of a table or a registry, in the background. ${hasRole(session, 'reviewer') || hasRole(session, 'administrator') ? 'You see the runs of everybody, as a reviewer or administrator.' : 'You see the runs that you made; reviewers and administrators see them too.'}`}
          actions={<Button leftSection={<Icon name="plus" size={16} />} onClick={make}>New run</Button>}
        >
          <Runs make={make} />
          <NewRunDialog opened={making} close={() => { setMaking(false); }} />
        </Page>
      )}
    </Gate>
  );
}

function Runs({ make }: { make: () => void }) {
  const { data, error, refetch } = useQuery(cohortsQuery);
  if (!data) return error ? <RequestError error={error} retry={() => { void refetch(); }} /> : <Skeleton height={240} />;
  if (data.length === 0) return <NoRuns make={make} />;
  return <RowList label="Cohort runs, the newest first">{data.map((run) => <CohortRow key={run.id} run={run} />)}</RowList>;
}
