import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { libraryQuery, retirementsQuery, workflowQuery } from '../../api/queries';
import { blocking, type NamedParts, type Retirement } from '../../model/retirement';
import type { WorkflowDetail } from '../../model/workflow';

export interface OutOfUse {
  /** It gives no decision now. */
  readonly blocked: boolean;
  /** What keeps it from deciding; empty while that is not known. */
  readonly reasons: readonly Retirement[];
  readonly partsOf: (name: string) => NamedParts | undefined;
}

const nothing: readonly Retirement[] = [];

/** Whether a workflow gives no decision, and why. Other workflows are read only to name a rule of theirs that was taken out of use. */
export function useOutOfUse(name: string): OutOfUse {
  const { data: library } = useQuery(libraryQuery);
  const workflows = useMemo(() => new Map(library?.workflows.map((workflow) => [workflow.name, workflow])), [library]);
  const blocked = workflows.get(name)?.blocked === true;
  const retired = useQuery({ ...retirementsQuery, enabled: blocked }).data ?? nothing;
  const owners = useMemo(() => {
    const reasons = blocked ? blocking(name, retired, (used) => workflows.get(used) && { name: used, uses: workflows.get(used)?.uses }) : nothing;
    return [...new Set(reasons.filter(({ rule }) => rule).map(({ workflow }) => workflow))];
  }, [blocked, name, retired, workflows]);
  const details = useQueries({ queries: owners.map(workflowQuery), combine: byName });
  return useMemo(() => {
    const partsOf = (used: string) => {
      const found = workflows.get(used);
      return found && { name: used, title: found.title, uses: found.uses, rules: details.get(used)?.rules };
    };
    return { blocked, reasons: blocked ? blocking(name, retired, partsOf) : nothing, partsOf };
  }, [blocked, details, name, retired, workflows]);
}

const byName = (results: readonly { data: WorkflowDetail | undefined }[]): ReadonlyMap<string, WorkflowDetail> =>
  new Map(results.flatMap(({ data }) => (data ? [[data.name, data] as const] : [])));
