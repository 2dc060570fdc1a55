import { useQuery } from '@tanstack/react-query';
import { ConnectionLost } from '../../api/problem';
import { askLanguage } from '../../api/language';
import { formerAbout, reconnectEvery } from '../../api/queries';
import type { CheckAnswer } from '../../api/generated';
import { useSettled } from '../../ui/useSettled';
import { useWorkspace } from './WorkspaceContext';

/** Typing pauses shorter than this send nothing. */
const pause = 25;

export interface AboutDraft<T> {
  readonly data: T | undefined;
  /** Whether the data is about exactly what is on the screen. */
  readonly isCurrent: boolean;
  readonly error: Error | null;
}

/**
 * An answer of the server about the documents as they are on the screen, asked anew with every change of a text. The former answer stays
 * in sight until the next one is there. `after`: how long the typing has to pause, for what nobody waits for at each key.
 */
export function useAboutDraft<T>(route: Parameters<typeof askLanguage>[0], question: Readonly<Record<string, unknown>>, enabled = true, after = pause): AboutDraft<T> {
  const { key, place, snapshot, store } = useWorkspace();
  const settled = useSettled(snapshot.revision, after);
  const about = ['draft', key, store.id, route, JSON.stringify(question)];
  const query = useQuery({
    queryKey: [...about, settled],
    queryFn: ({ signal }) => askLanguage<object>(route, { ...place, ...question }, signal),
    enabled: enabled && settled === snapshot.revision,
    placeholderData: formerAbout(about),
    staleTime: Infinity,
    gcTime: 30_000,
    refetchInterval: ({ state: { error } }) => (error instanceof ConnectionLost ? reconnectEvery : false),
  });
  return { data: query.data as T | undefined, isCurrent: query.isSuccess && !query.isPlaceholderData && settled === snapshot.revision, error: query.error };
}

/** What is wrong with the whole library as it is on the screen. */
export const useCheck = () => useAboutDraft<CheckAnswer>('check', {});
