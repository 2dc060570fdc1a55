import { useQuery } from '@tanstack/react-query';
import type { CoverageAnswer, MutationAnswer, VerificationAnswer } from '../../api/generated';
import { ConnectionLost } from '../../api/problem';
import { formerAbout, reconnectEvery } from '../../api/queries';
import { askVerification, whileBusy, type VerificationRoute } from '../../api/verification';
import { isEdited } from '../../model/drafts/draftDocument';
import { useSettled } from '../../ui/useSettled';
import { useWorkspace } from '../workspace/WorkspaceContext';

/** Whoever saves again within this time is still writing. */
const pause = 600;

export interface Verified<T> {
  /** The newest answer there is; the former one while the next is on its way. */
  readonly data: T | undefined;
  /** Whether it is about exactly what is on the screen. */
  readonly isCurrent: boolean;
  readonly isAsking: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** What the server finds about the documents as they are saved, asked anew when one of them is saved. `workflow` null: about all of them. */
function useVerified<T>(route: VerificationRoute, workflow: string | null, enabled: boolean): Verified<T> {
  const { key, change, snapshot: { saved, documents } } = useWorkspace();
  const settled = useSettled(saved, pause);
  const about = ['verification', key, route, workflow];
  const query = useQuery({
    queryKey: [...about, settled],
    queryFn: ({ signal }) => askVerification(change?.id ?? null, route, workflow, signal) as Promise<object>,
    enabled: enabled && settled === saved,
    placeholderData: formerAbout(about),
    ...whileBusy,
    refetchInterval: ({ state: { error } }) => (error instanceof ConnectionLost ? reconnectEvery : false),
  });
  return {
    data: query.data as T | undefined,
    isCurrent: query.isSuccess && !query.isPlaceholderData && settled === saved && ![...documents.values()].some(isEdited),
    isAsking: query.isFetching || (enabled && settled !== saved),
    error: query.error,
    retry: () => { void query.refetch(); },
  };
}

/** Findings about all patients, each with a patient who shows it, and the totals of what cases show. */
export const useFindings = (workflow: string | null, enabled = true) => useVerified<VerificationAnswer>('', workflow, enabled);

/** What the golden cases show of one workflow. */
export const useCoverage = (workflow: string, enabled = true) => useVerified<CoverageAnswer>('/coverage', workflow, enabled && workflow !== '');

/** Which small mistakes in one workflow no golden case notices. */
export const useSurvivors = (workflow: string, enabled: boolean) => useVerified<MutationAnswer>('/mutation', workflow, enabled && workflow !== '');
