import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { usersQuery } from '../../api/accounts';
import { sessionQuery } from '../../api/queries';

/** Somebody's account was changed; when it was one's own, the session has ended too. */
export function useUsersChanged() {
  const queryClient = useQueryClient();
  return useCallback(async (mine: boolean) => {
    if (mine) await queryClient.invalidateQueries(sessionQuery);
    await queryClient.invalidateQueries(usersQuery);
  }, [queryClient]);
}
