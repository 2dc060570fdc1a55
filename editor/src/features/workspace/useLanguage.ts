import { replaceEqualDeep, useQuery } from '@tanstack/react-query';
import { ConnectionLost } from '../../api/problem';
import { askLanguage } from '../../api/language';
import { formerAbout, newestAbout, reconnectEvery } from '../../api/queries';
import type { CheckAnswer } from '../../api/generated';
import { calm } from './calm';
import { useWorkspace } from './WorkspaceContext';

export interface AboutDraft<T> {
  readonly data: T | undefined;
  /** Whether the data is about exactly what is on the screen. */
  readonly isCurrent: boolean;
  readonly error: Error | null;
}

/**
 * An answer of the server about the documents as they are on the screen, asked anew when somebody has written and stops; a question that a
 * newer text overtakes is given up. The former answer stays in sight until the next one is there, and what says the same in both stays the same
 * object.
 */
export function useAboutDraft<T>(route: Parameters<typeof askLanguage>[0], question: Readonly<Record<string, unknown>>, enabled = true): AboutDraft<T> {
  const { key, place, snapshot: { revision }, store } = useWorkspace();
  const about = ['draft', key, store.id, route, JSON.stringify(question)];
  const query = useQuery({
    queryKey: [...about, revision],
    queryFn: async ({ signal, client }) => {
      await calm(store, signal);
      const answer = await askLanguage<object>(route, { ...place, ...question }, signal);
      return replaceEqualDeep(newestAbout(client, about), answer) as object;
    },
    enabled,
    placeholderData: formerAbout(about),
    staleTime: Infinity,
    gcTime: 30_000,
    refetchInterval: ({ state: { error } }) => (error instanceof ConnectionLost ? reconnectEvery : false),
  });
  return { data: query.data as T | undefined, isCurrent: query.isSuccess && !query.isPlaceholderData, error: query.error };
}

/** What is wrong with the whole library as it is on the screen. What is wrong where somebody writes is told at each key, by its own question. */
export const useCheck = () => useAboutDraft<CheckAnswer>('check', {});
