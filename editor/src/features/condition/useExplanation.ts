import { useQuery } from '@tanstack/react-query';
import { askLanguage } from '../../api/language';
import { ConnectionLost } from '../../api/problem';
import { formerAbout, newestAbout, reconnectEvery } from '../../api/queries';
import type { Explained } from '../../model/condition/structure';
import { betweenKeys, calm } from '../workspace/calm';
import { useWorkspace } from '../workspace/WorkspaceContext';
import type { ExpressionPlace } from './context';

/** An answer, and the text that it is about: spans in it mean nothing in any other text. */
export interface Explanation {
  readonly text: string;
  readonly answer: Explained;
}

/**
 * What the server makes of an expression as it is on the screen. The former answer stays until the next one is there: compare its `text`.
 * Nothing is asked about an empty one.
 */
export function useExplanation({ workflow, rule, column, isCondition }: ExpressionPlace, text: string): { readonly explanation: Explanation | null; readonly error: Error | null } {
  const { key, place, snapshot: { revision }, store } = useWorkspace();
  const about = ['draft', key, store.id, 'explain', workflow, rule ?? null, column ?? null, isCondition];
  const asks = text.trim() !== '';
  const query = useQuery({
    queryKey: [...about, text, revision],
    queryFn: async ({ signal, client }): Promise<Explanation> => {
      const isHere = newestAbout<Explanation>(client, about)?.text !== text;
      // Who writes elsewhere on the page waits for other answers first.
      await calm(store, signal, isHere ? 0 : betweenKeys);
      return { text, answer: await askLanguage<Explained>('explain', { ...place, workflow, text, rule, column, isCondition }, signal) };
    },
    enabled: asks,
    placeholderData: formerAbout(about),
    staleTime: Infinity,
    gcTime: 30_000,
    refetchInterval: ({ state: { error } }) => (error instanceof ConnectionLost ? reconnectEvery : false),
  });
  return { explanation: asks ? (query.data ?? null) : null, error: asks ? query.error : null };
}
