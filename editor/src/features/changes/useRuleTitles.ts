import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { libraryQuery, workflowQuery } from '../../api/queries';
import type { TitleOfRule } from '../../model/cases/differenceWords';
import { readWorkflow, ruleTitles } from '../../model/documents/workflowDocument';
import { humanize } from '../../model/words';
import { useWorkspace } from '../workspace/WorkspaceContext';

/** What the rules of these workflows are called, by workflow: as on the screen where the change has touched them, else as they are live. */
export function useRuleTitles(workflows: readonly string[]): (own: string) => TitleOfRule {
  const { snapshot } = useWorkspace();
  const library = useQuery(libraryQuery).data?.workflows;
  const live = useQueries({
    queries: [...new Set(workflows)].filter((name) => library?.some((known) => known.name === name)).map((name) => workflowQuery(name)),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  });
  const { documents } = snapshot;
  return useMemo(() => {
    const titles = new Map(live.map(({ name, rules }) => [name, new Map((rules ?? []).map((rule) => [rule.name, rule.title ?? humanize(rule.name)]))]));
    for (const [name, { text }] of documents) {
      if (!name.endsWith('/workflow.json') || !text) continue;
      const view = readWorkflow(text);
      titles.set(view.name, new Map([...(titles.get(view.name) ?? []), ...ruleTitles(view)]));
    }
    return (own) => (workflow, rule) => titles.get(workflow ?? own)?.get(rule) ?? null;
  }, [live, documents]);
}
