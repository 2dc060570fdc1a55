import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemResponse } from '../../api/problem';
import type { DecisionSource } from '../../api/queries';
import type { RuleResult } from '../../model/decision';
import { writeEntry } from '../../model/facts/draft';
import { writeFacts, writeRequest } from '../../model/facts/factsJson';
import { candidatesFor, mostCandidates, valueRead, type Candidate } from '../../model/whatIf/candidates';
import { flipsAmong, type Flip, type Tried } from '../../model/whatIf/flips';
import { betweenTried } from '../../model/whatIf/refine';
import { useTryItContext, type TryIt } from './TryItContext';

/** So many requests run at the same time. */
const atOnce = 4;

export interface WhatIf {
  readonly flips: readonly Flip[];
  readonly tried: number;
  readonly facts: number;
}

/** What single facts would make a rule come out otherwise. Asked on demand, for exactly the facts and the content on the screen. */
export function useWhatIf(rule: RuleResult) {
  const tryIt = useTryItContext();
  const { source, request } = tryIt;
  const key = ['whatIf', ...source.key, rule.name, request];
  const about = JSON.stringify(key);
  const [asked, setAsked] = useState<string | null>(null);
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => search(tryIt, rule, signal),
    enabled: asked === about,
    staleTime: Infinity,
    gcTime: 60_000,
  });
  return { ...query, isAsked: asked === about, canAsk: tryIt.live.current, ask: () => { if (query.error) void query.refetch(); setAsked(about); } };
}

async function search({ source, form, facts: { draft }, asOf, scope: { explanations } }: TryIt, rule: RuleResult, signal: AbortSignal): Promise<WhatIf> {
  const candidates = candidatesFor(rule, explanations, form, draft);
  const now = (fact: string) => valueRead(fact, rule, explanations);
  const attempt = async (candidate: Candidate): Promise<Tried> => {
    const { json } = writeFacts(form, writeEntry(draft, candidate.path, candidate.entry));
    return { candidate, verdict: await verdictWith(source, writeRequest(json, asOf, 'none'), rule.name, signal) };
  };
  const tried = await inTurns(candidates, attempt);
  while (tried.length < mostCandidates) {
    const next = betweenTried(rule.verdict, tried, now);
    if (!next) break;
    tried.push(await attempt(next));
  }
  const flips = flipsAmong(rule.verdict, tried, now);
  return { flips, tried: tried.length, facts: new Set(candidates.map(({ fact }) => fact)).size };
}

/** Null when the server refuses facts like these. */
async function verdictWith(source: DecisionSource, request: string, rule: string, signal: AbortSignal): Promise<Tried['verdict']> {
  try {
    return (await source.decide(request, signal)).decision.verdicts[rule] ?? null;
  } catch (error) {
    if (error instanceof ProblemResponse && error.problem.status === 400) return null;
    throw error;
  }
}

async function inTurns(candidates: readonly Candidate[], attempt: (candidate: Candidate) => Promise<Tried>): Promise<Tried[]> {
  const tried: Tried[] = [];
  for (let i = 0; i < candidates.length; i += atOnce) tried.push(...await Promise.all(candidates.slice(i, i + atOnce).map(attempt)));
  return tried;
}
