import { createContext, use, type ReactNode } from 'react';
import type { RuleResult } from '../../model/decision';
import type { Explanations } from '../../model/explanation';
import type { FactPath } from '../../model/facts/path';
import type { WorkflowDetail } from '../../model/workflow';

/** What an explanation needs to speak of facts by name and to lead to them. */
export interface ExplanationScope {
  readonly explanations: Explanations;
  readonly workflow: WorkflowDetail;
  readonly factLabel: (fact: string) => string;
  readonly factUnit: (fact: string) => string | null;
  /** An expression with facts and names as people call them. */
  readonly readable: (expression: string) => string;
  /** A workflow by its title; null is the one that is open. */
  readonly workflowTitle: (name: string | null) => string;
  /** "Lesion 1" for `patient.lesions[0]`. */
  readonly itemLabel: (path: FactPath) => string;
  readonly goToFact: (fact: string) => void;
  /** Stands below the reasons of a rule that is not met or not decided. */
  readonly whatWouldChange: (rule: RuleResult) => ReactNode;
}

export const ExplanationContext = createContext<ExplanationScope | null>(null);

export function useExplanationScope(): ExplanationScope {
  const scope = use(ExplanationContext);
  if (!scope) throw new Error('an explanation stands outside its decision');
  return scope;
}
