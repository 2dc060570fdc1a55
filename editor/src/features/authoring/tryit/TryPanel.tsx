import { Skeleton } from '@mantine/core';
import { memo } from 'react';
import { Banner } from '../../../ui/Banner';
import { CodeText } from '../../../ui/CodeText';
import { Segmented } from '../../../ui/Segmented';
import { LoadedCaseLine } from '../../tryit/cases/LoadedCaseLine';
import { DecisionColumn, outdatedBecause } from '../../tryit/DecisionColumn';
import { FactColumn } from '../../tryit/FactColumn';
import { StatusAnnouncer } from '../../tryit/StatusAnnouncer';
import { useTryItContext, type View } from '../../tryit/TryItContext';
import { CaseActions } from './CaseActions';
import { ErrorLink } from './ErrorLink';
import { PartVerdict } from './PartVerdict';

const views = [{ value: 'facts', label: 'Facts' }, { value: 'decision', label: 'Decision' }] as const satisfies readonly { value: View; label: string }[];

/** The workflow as it is on the screen, tried with facts: what is open first, then the facts, then the whole decision. */
export const TryPanel = memo(({ isReady }: { isReady: boolean }) => {
  const { live, decision, view, setView } = useTryItContext();
  if (!isReady) return <Skeleton height={320} />;
  const outdated = outdatedBecause(live);
  const [error] = live.problem?.kind === 'draft-broken' ? live.problem.errors : [];
  const mend = error && <ErrorLink error={error} />;
  return (
    <>
      <CaseActions />
      <LoadedCaseLine />
      {outdated && (
        <Banner tone={error ? 'warn' : 'bad'} icon="alert" title={decision ? 'What stands below was decided before' : 'No decision yet'} action={mend}>
          <p><CodeText>{outdated}</CodeText></p>
        </Banner>
      )}
      <PartVerdict outdated={outdated !== null} />
      <Segmented wide label="What is shown" segments={views} value={view} onChange={setView} />
      {view === 'facts' ? <FactColumn /> : <DecisionColumn mend={mend} told={outdated !== null} />}
      <StatusAnnouncer decision={decision} />
    </>
  );
});
TryPanel.displayName = 'TryPanel';
