import { useSyncExternalStore } from 'react';

/** A word that is remembered in this browser and the same for all who read it; where storage is forbidden it lasts as long as the page. */
export interface Remembered {
  readonly read: () => string | null;
  readonly choose: (word: string) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function remembered(key: string): Remembered {
  const listeners = new Set<() => void>();
  let inMemory: string | null = null;
  return {
    read() {
      try {
        return localStorage.getItem(key) ?? inMemory;
      } catch {
        return inMemory;
      }
    },
    choose(word) {
      inMemory = word;
      try {
        localStorage.setItem(key, word);
      } catch {
        // It is in memory.
      }
      listeners.forEach((listener) => { listener(); });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
  };
}

export const useRemembered = ({ subscribe, read }: Remembered): string | null => useSyncExternalStore(subscribe, read);
