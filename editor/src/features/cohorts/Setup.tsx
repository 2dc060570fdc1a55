import { useQuery } from '@tanstack/react-query';
import { cohortTermsQuery, type TaggedCohort } from '../../api/cohorts';
import { FirstPatients } from './FirstPatients';
import { InputSection } from './InputSection';
import { MappingSection } from './MappingSection';

/** What a run needs before it starts: patients, for a table the meaning of its columns, and somebody who looked at the first answers. */
export function Setup({ tagged }: { tagged: TaggedCohort }) {
  const { run } = tagged;
  const { id, input } = run;
  const terms = useQuery(cohortTermsQuery(id));
  return (
    <>
      <InputSection run={run} facts={terms.data?.facts ?? null} />
      {input?.format === 'csv' && <MappingSection key={input.hash} tagged={tagged} input={input} terms={terms} />}
      {input?.format === 'ndjson' && <FirstPatients key={input.hash} tagged={tagged} input={input} />}
    </>
  );
}
