import { Skeleton } from '@mantine/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { cohortPreviewQuery, type TaggedCohort } from '../../api/cohorts';
import type { CohortInputAnswer, CohortPreview, CohortTerms } from '../../api/generated';
import { guessFrom } from '../../model/cohorts/guess';
import { draftOf } from '../../model/cohorts/mapping';
import { RequestError } from '../shell/RequestError';
import { MappingEditor } from './MappingEditor';

interface Props {
  readonly tagged: TaggedCohort;
  readonly input: CohortInputAnswer;
  readonly terms: UseQueryResult<CohortTerms>;
}

/** What the columns of a table mean: as the run has it, else as their names and first values propose it. */
export function MappingSection({ tagged, input, terms }: Props) {
  const look = useQuery(cohortPreviewQuery(tagged.run.id, input.hash, null));
  const error = look.error ?? terms.error;
  if (!look.data || !terms.data)
    return error ? <RequestError error={error} retry={() => { void look.refetch(); void terms.refetch(); }} /> : <Skeleton height={320} />;
  return <Begun tagged={tagged} input={input} terms={terms.data} look={look.data} />;
}

function Begun({ tagged, input, terms, look }: { tagged: TaggedCohort; input: CohortInputAnswer; terms: CohortTerms; look: CohortPreview }) {
  const facts = useMemo(() => new Map(terms.facts.map((fact) => [fact.path, fact])), [terms.facts]);
  // Another beginning when somebody takes over what another person saved.
  const [begun, setBegun] = useState(tagged);
  const guess = useMemo(() => (begun.run.mapping
    ? { draft: draftOf(begun.run.mapping, input.columns), notes: [] }
    : guessFrom(look.proposal ?? { columns: [] }, look.columns, facts)), [begun.run.mapping, input.columns, look, facts]);
  return <MappingEditor key={begun.tag} tagged={begun} input={input} facts={facts} samples={look.columns} guess={guess} takeOver={setBegun} />;
}
