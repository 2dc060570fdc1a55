import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { QuestionAnswer } from '../../api/generated';
import { questionsQuery } from '../../api/queries';
import { writeQuestion } from '../../model/facts/factsJson';
import { useSettled } from '../../ui/useSettled';
import { useTryItContext } from './TryItContext';

/** It costs the server some hundred decisions: only when somebody paused. */
const pause = 500;

/** The missing facts of the decision on the screen, the most telling first; null until that is known. */
export function useQuestions(): readonly QuestionAnswer[] | null {
  const { source, written, asOf, live, decision } = useTryItContext();
  const asked = useMemo(() => ({ source, request: writeQuestion(written.json, asOf) }), [source, written.json, asOf]);
  const settled = useSettled(asked, pause);
  const { data } = useQuery({ ...questionsQuery(settled.source, settled.request), enabled: settled === asked && live.current && (decision?.missing.length ?? 0) > 1 });
  return settled === asked ? (data?.questions ?? null) : null;
}
