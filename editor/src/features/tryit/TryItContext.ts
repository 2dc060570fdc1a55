import { createContext, use } from 'react';
import type { DecisionSource } from '../../api/queries';
import type { Decision } from '../../model/decision';
import type { Complaints } from '../../model/facts/complaints';
import type { WrittenFacts } from '../../model/facts/factsJson';
import type { InputForm } from '../../model/facts/form';
import type { WorkflowDetail } from '../../model/workflow';
import type { ExplanationScope } from '../explanation/context';
import type { FactFilter } from './FactForm';
import type { LiveDecision } from './useDecision';
import type { HeldFacts } from './useDraft';

export type View = 'facts' | 'decision';

/** Facts on one side, the decision about them on the other: what all parts of trying a workflow share. */
export interface TryIt {
  readonly workflow: WorkflowDetail;
  readonly form: readonly InputForm[];
  readonly source: DecisionSource;
  readonly facts: HeldFacts;
  /** Today when no date is chosen; null for a golden case that states none. */
  readonly asOf: string | null;
  readonly written: WrittenFacts;
  /** What is sent, as JSON text. */
  readonly request: string;
  readonly live: LiveDecision;
  readonly decision: Decision | null;
  readonly complaints: Complaints;
  readonly scope: ExplanationScope;
  readonly filter: FactFilter;
  readonly setFilter: (filter: FactFilter) => void;
  /** Where facts and decision take turns. */
  readonly view: View;
  readonly setView: (view: View) => void;
}

export const TryItContext = createContext<TryIt | null>(null);

export function useTryItContext(): TryIt {
  const tryIt = use(TryItContext);
  if (!tryIt) throw new Error('a part of trying a workflow stands outside of it');
  return tryIt;
}
