import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { TimedDecision } from '../../api/client';
import { ConnectionLost, ProblemResponse, type Problem } from '../../api/problem';
import { decisionQuery, type DecisionSource } from '../../api/queries';
import { useSettled } from '../../ui/useSettled';

/** Typing pauses shorter than this send nothing. */
const debounce = 25;

export interface LiveDecision {
  /** The newest decision there is; it stays in sight while the next one is on its way. */
  readonly answer: TimedDecision | null;
  /** Whether the shown decision is for exactly the facts on screen. */
  readonly current: boolean;
  readonly problem: Problem | null;
  readonly connectionLost: boolean;
}

/** The decision for the facts on screen, asked anew whenever they or what decides change; older requests are aborted. */
export function useDecision(source: DecisionSource, body: string, enabled = true): LiveDecision {
  const asked = useMemo(() => ({ source, body }), [source, body]);
  const settled = useSettled(asked, debounce);
  const query = useQuery({ ...decisionQuery(settled.source, settled.body), enabled, placeholderData: keepPreviousData });
  const [last, setLast] = useState<TimedDecision | null>(null);
  if (query.data && query.data !== last) setLast(query.data);

  const { error } = query;
  const answer = query.data ?? last;
  const current = query.isSuccess && !query.isPlaceholderData && settled === asked;
  return useMemo(() => ({
    answer, current,
    problem: error instanceof ProblemResponse ? error.problem : null,
    connectionLost: error instanceof ConnectionLost,
  }), [answer, current, error]);
}
