import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { cohortCountsQuery, cohortTermsQuery } from '../../api/cohorts';
import type { CohortAnswer, CohortCounts } from '../../api/generated';
import { isAtWork } from '../../model/cohorts/state';
import { namesOf } from '../../model/cohorts/terms';
import { counts, plural } from '../../model/words';
import { Banner } from '../../ui/Banner';
import { EmptyState } from '../../ui/EmptyState';
import { RequestError } from '../shell/RequestError';
import { MissingFacts } from './MissingFacts';
import { OutputsSection } from './OutputsSection';
import { RefusedLines } from './RefusedLines';
import styles from './Results.module.css';
import { RulesSection } from './RulesSection';
import { StatusSection } from './StatusSection';

/** What came of a run, counted. */
export function Results({ run }: { run: CohortAnswer }) {
  const { id, state, input } = run;
  const { data, error, refetch } = useQuery(cohortCountsQuery(id, state));
  if (!data) return error ? <RequestError error={error} retry={() => { void refetch(); }} /> : <Skeleton height={320} />;
  if (data.patients === 0)
    return isAtWork(state)
      ? <p className={styles.soft}>As soon as the first part of the input is decided, what came of it is counted here.</p>
      : <EmptyState icon="hourglass" title="Nobody is decided yet"><p>The run ended before the first part of its input was done. Resume it to go on.</p></EmptyState>;
  return <Counted id={id} data={data} patients={input?.patients ?? data.patients} isGoingOn={isAtWork(state)} />;
}

function Counted({ id, data, patients, isGoingOn }: { id: string; data: CohortCounts; patients: number; isGoingOn: boolean }) {
  const { data: terms } = useQuery(cohortTermsQuery(id));
  const names = useMemo(() => namesOf(terms), [terms]);
  return (
    <>
      {!data.isWhole && (
        <Banner tone="warn" icon="hourglass" title={`Not whole: ${counts.format(data.patients)} of ${plural(patients, 'patient')}`}>
          <p>{isGoingOn ? 'What stands below is counted anew as the run goes on.' : 'What stands below is about those who were decided before the run ended.'} The order of the input need not be a fair choice of its patients.</p>
        </Banner>
      )}
      <StatusSection data={data} />
      <div className={styles.columns}>
        <MissingFacts id={id} data={data} />
        <RefusedLines data={data} />
      </div>
      {data.rules.length > 0 && <RulesSection rules={data.rules} names={names} />}
      {data.outputs.length > 0 && <OutputsSection outputs={data.outputs} names={names} />}
    </>
  );
}
