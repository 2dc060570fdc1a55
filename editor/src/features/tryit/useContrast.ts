import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { contrastQuery } from '../../api/queries';
import type { RuleResult } from '../../model/decision';
import { writeQuestion } from '../../model/facts/factsJson';
import { useTryItContext } from './TryItContext';

/** What would make a rule come out otherwise. Asked on demand, for exactly the facts and the content on the screen. */
export function useContrast(rule: RuleResult) {
  const { source, written, asOf, live } = useTryItContext();
  const query = contrastQuery(source, writeQuestion(written.json, asOf, rule.name));
  const about = JSON.stringify(query.queryKey);
  const [asked, setAsked] = useState<string | null>(null);
  const answer = useQuery({ ...query, enabled: asked === about });
  return { ...answer, isAsked: asked === about, canAsk: live.current, ask: () => { if (answer.error) void answer.refetch(); setAsked(about); } };
}
