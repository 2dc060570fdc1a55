import { useQuery } from '@tanstack/react-query';
import { createElement, useMemo } from 'react';
import { libraryQuery } from '../../api/queries';
import type { Explanations } from '../../model/explanation';
import type { InputForm } from '../../model/facts/form';
import { factLabel, findField, itemLabel } from '../../model/facts/labels';
import { localName } from '../../model/grouping';
import { parsePath } from '../../model/facts/path';
import { readable } from '../../model/readable';
import type { WorkflowDetail } from '../../model/workflow';
import { humanize } from '../../model/words';
import type { ExplanationScope } from '../explanation/context';
import { WhatWouldChange } from './WhatWouldChange';

/** Ties explanations to this form: facts by their labels, and the way to their fields. */
export function useScope(
  workflow: WorkflowDetail,
  form: readonly InputForm[],
  explanations: Explanations | null | undefined,
  goToFact: (fact: string) => void,
): ExplanationScope {
  const { data: library } = useQuery(libraryQuery);
  const workflows = library?.workflows;
  const titles = useMemo(() => new Map(workflows?.map(({ name, title }) => [name, title])), [workflows]);
  return useMemo(() => {
    const nameOf = (name: string) => {
      if (findField(form, parsePath(name))) return factLabel(form, name);
      return explanations?.[name] ? humanize(localName(name)) : null;
    };
    return {
      workflow,
      explanations: explanations ?? {},
      factLabel: (fact) => factLabel(form, fact),
      factUnit: (fact) => {
        const field = findField(form, parsePath(fact));
        return field?.kind === 'number' ? field.unit : null;
      },
      workflowTitle: (name) => titles.get(name ?? workflow.name) ?? (name === null ? workflow.title : null) ?? humanize(name ?? workflow.name),
      itemLabel: (path) => itemLabel(form, path),
      readable: (expression) => readable(expression, nameOf),
      goToFact,
      whatWouldChange: (rule) => createElement(WhatWouldChange, { key: rule.name, rule }),
    };
  }, [workflow, form, explanations, goToFact, titles]);
}
