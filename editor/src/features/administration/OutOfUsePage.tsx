import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RetirementAnswer } from '../../api/generated';
import { retirementsQuery } from '../../api/queries';
import { EmptyState } from '../../ui/EmptyState';
import { Icon } from '../../ui/Icon';
import { RowList } from '../../ui/RowList';
import { RequestError } from '../shell/RequestError';
import { AdministrationPage } from './AdministrationPage';
import { LiftDialog } from './LiftDialog';
import { RetireDialog } from './RetireDialog';
import { RetirementRow } from './RetirementRow';

/** The kill switch: what gives no decision, whatever the release. */
export function OutOfUsePage() {
  const [retiring, setRetiring] = useState(false);
  const [lifting, setLifting] = useState<RetirementAnswer | null>(null);
  return (
    <AdministrationPage
      title="Out of use"
      lead="When a workflow or a rule turns out to be wrong, take it out of use: within a second no server gives a decision with it, in any release, until somebody brings it back."
      actions={<Button color="red.9" leftSection={<Icon name="stop" size={16} />} onClick={() => { setRetiring(true); }}>Take out of use</Button>}
    >
      {() => (
        <>
          <Retirements lift={setLifting} />
          <RetireDialog opened={retiring} close={() => { setRetiring(false); }} />
          <LiftDialog retirement={lifting} close={() => { setLifting(null); }} />
        </>
      )}
    </AdministrationPage>
  );
}

function Retirements({ lift }: { lift: (retirement: RetirementAnswer) => void }) {
  const { data, error, refetch } = useQuery(retirementsQuery);
  if (!data) return error ? <RequestError error={error} retry={() => { void refetch(); }} /> : <Skeleton height={160} />;
  if (data.length === 0)
    return (
      <EmptyState icon="check" title="Everything is in use">
        <p>What is taken out of use stands here, with the reason, and who did it. What was brought back stands in the log.</p>
      </EmptyState>
    );
  return <RowList label="Out of use">{data.map((retirement) => <RetirementRow key={retirement.id} retirement={retirement} lift={() => { lift(retirement); }} />)}</RowList>;
}
