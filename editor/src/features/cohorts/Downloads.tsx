import { Button } from '@mantine/core';
import { resultsAddress } from '../../api/cohorts';
import type { CohortAnswer } from '../../api/generated';
import { counts } from '../../model/words';
import { Icon } from '../../ui/Icon';

/** All answers as a file. What is not whole says so on the button and in the name of the file. */
export function Downloads({ run: { id, state, progress } }: { run: CohortAnswer }) {
  const isPartial = state !== 'completed';
  if (isPartial && (progress?.patientsDone ?? 0) === 0) return null;
  const part = isPartial ? ` of ${counts.format(progress?.patientsDone ?? 0)} so far` : '';
  return (
    <>
      <Button variant="default" component="a" href={resultsAddress(id, 'csv', isPartial)} download leftSection={<Icon name="download" size={16} />}>Table (CSV){part}</Button>
      <Button variant="default" component="a" href={resultsAddress(id, 'ndjson', isPartial)} download leftSection={<Icon name="download" size={16} />}>Answers (NDJSON){part}</Button>
    </>
  );
}
