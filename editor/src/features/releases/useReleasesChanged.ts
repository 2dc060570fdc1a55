import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** Somebody did something to a release: lists and the library say it at once. */
export function useReleasesChanged() {
  const queryClient = useQueryClient();
  return useCallback(() => Promise.all([
    queryClient.invalidateQueries({ queryKey: ['releases'] }),
    queryClient.invalidateQueries({ queryKey: ['library'] }),
  ]), [queryClient]);
}
