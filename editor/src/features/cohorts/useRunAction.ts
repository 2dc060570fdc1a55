import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { cancelCohort, cohortQuery, cohortsQuery, resumeCohort, type TaggedCohort } from '../../api/cohorts';

/** An answer about a run is what every page of it shows from then on. */
export function useRunChanged(id: string) {
  const queryClient = useQueryClient();
  return useCallback((answer: TaggedCohort) => {
    queryClient.setQueryData(cohortQuery(id).queryKey, answer);
    void queryClient.invalidateQueries(cohortsQuery);
  }, [queryClient, id]);
}

/** Stopping and resuming. When it was refused, the run is read again: it may have ended meanwhile. */
export function useRunAction(id: string) {
  const queryClient = useQueryClient();
  const changed = useRunChanged(id);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (what: 'cancel' | 'resume') => (what === 'cancel' ? cancelCohort(id) : resumeCohort(id)),
    onSuccess: changed,
    onError: () => queryClient.invalidateQueries(cohortQuery(id)),
  });
  return { act: mutate, busy: isPending, error };
}
