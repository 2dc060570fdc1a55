import { useMemo } from 'react';
import type { Explanations } from '../../model/explanation';
import type { InputForm } from '../../model/facts/form';
import { factLabel, findField } from '../../model/facts/labels';
import { parsePath } from '../../model/facts/path';
import { readable } from '../../model/readable';
import type { WorkflowDetail } from '../../model/workflow';
import { humanize } from '../../model/words';
import type { ExplanationScope } from '../explanation/context';

/** Ties explanations to this form: facts by their labels, and the way to their fields. */
export function useScope(
  workflow: WorkflowDetail,
  form: readonly InputForm[],
  explanations: Explanations | null | undefined,
  goToFact: (fact: string) => void,
): ExplanationScope {
  return useMemo(() => {
    const nameOf = (name: string) => {
      if (findField(form, parsePath(name))) return factLabel(form, name);
      return explanations?.[name] ? humanize(name) : null;
    };
    return {
      workflow,
      explanations: explanations ?? {},
      factLabel: (fact) => factLabel(form, fact),
      factUnit: (fact) => {
        const field = findField(form, parsePath(fact));
        return field?.kind === 'number' ? field.unit : null;
      },
      readable: (expression) => readable(expression, nameOf),
      goToFact,
    };
  }, [workflow, form, explanations, goToFact]);
}
