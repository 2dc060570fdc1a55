import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { libraryQuery, retirementsQuery } from '../../api/queries';

/** Something went out of use or came back: lists and open decisions say it at once. */
export function useUseChanged() {
  const queryClient = useQueryClient();
  return useCallback(() => Promise.all([
    queryClient.invalidateQueries(retirementsQuery),
    queryClient.invalidateQueries(libraryQuery),
    queryClient.invalidateQueries({ queryKey: ['decision'] }),
  ]), [queryClient]);
}
