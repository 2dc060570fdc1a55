import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { libraryQuery, retirementsQuery, workflowQuery } from '../../api/queries';
import { blocking, type Retirement } from '../../model/retirement';
import type { WorkflowDetail } from '../../model/workflow';
import { useSession } from '../access/useSession';

export interface OutOfUse {
  /** What keeps each workflow that is out of use from deciding. */
  readonly blocked: ReadonlyMap<string, readonly Retirement[]>;
  readonly partsOf: (name: string) => WorkflowDetail | undefined;
}

const nothing: readonly Retirement[] = [];

/** Which workflows give no decision now. What they build on is read only when something is out of use at all. */
export function useOutOfUse(): OutOfUse {
  const session = useSession();
  const { data: library } = useQuery(libraryQuery);
  const retired = useQuery({ ...retirementsQuery, enabled: session?.hasStore === true }).data ?? nothing;
  const names = useMemo(() => (retired.length > 0 ? library?.workflows.map(({ name }) => name) ?? [] : []), [library, retired]);
  const details = useQueries({ queries: names.map(workflowQuery), combine: byName });
  return useMemo(() => {
    const partsOf = (name: string) => details.get(name);
    const blocked = names.map((name) => [name, blocking(name, retired, partsOf)] as const).filter(([, reasons]) => reasons.length > 0);
    return { blocked: new Map(blocked), partsOf };
  }, [details, names, retired]);
}

const byName = (results: readonly { data: WorkflowDetail | undefined }[]): ReadonlyMap<string, WorkflowDetail> =>
  new Map(results.flatMap(({ data }) => (data ? [[data.name, data] as const] : [])));
