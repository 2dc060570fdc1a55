import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { sessionQuery } from '../../api/queries';
import type { Session } from '../../model/session';

/** Null until the server has said it. */
export function useSession(): Session | null {
  return useQuery(sessionQuery).data ?? null;
}

/** What was read for somebody else, or for nobody, is read again. */
export function useBeginSession() {
  const queryClient = useQueryClient();
  return useCallback((session: Session) => {
    queryClient.setQueryData(sessionQuery.queryKey, session);
    void queryClient.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
  }, [queryClient]);
}
