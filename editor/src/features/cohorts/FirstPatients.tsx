import { Skeleton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { cohortPreviewQuery, startCohort, type TaggedCohort } from '../../api/cohorts';
import type { CohortInputAnswer } from '../../api/generated';
import type { AnswerLine } from '../../model/cohorts/answers';
import { FirstAnswers } from './FirstAnswers';
import { StartCard } from './StartCard';
import { useRunChanged } from './useRunAction';

/** An input whose lines name their facts themselves: a look at the first answers, and the start. */
export function FirstPatients({ tagged: { run, tag }, input }: { tagged: TaggedCohort; input: CohortInputAnswer }) {
  const preview = useQuery(cohortPreviewQuery(run.id, input.hash, null));
  const { mutate, isPending, error } = useMutation({ mutationFn: () => startCohort(run.id, tag), onSuccess: useRunChanged(run.id) });
  const lines = (preview.data?.lines ?? []) as readonly AnswerLine[];
  if (!preview.data && !preview.error) return <Skeleton height={320} />;
  const problems = preview.data?.problems.length ?? 0;
  return (
    <>
      <FirstAnswers isTable={false} lines={lines} error={preview.error} isCurrent open={problems} />
      <StartCard run={run} input={input} lines={preview.data && problems === 0 ? lines : null} problems={problems} start={() => { mutate(); }} busy={isPending} error={error} />
    </>
  );
}
