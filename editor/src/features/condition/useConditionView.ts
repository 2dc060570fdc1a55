import { useSyncExternalStore } from 'react';

export const conditionViews = ['sentence', 'builder', 'text'] as const;

export type ConditionView = (typeof conditionViews)[number];

const key = 'bonemets.conditionView.1';
const listeners = new Set<() => void>();
let inMemory: string | null = null;

function read(): ConditionView {
  let kept = inMemory;
  try {
    kept = localStorage.getItem(key) ?? kept;
  } catch {
    // Storage is forbidden: the choice lasts as long as the page.
  }
  return conditionViews.find((view) => view === kept) ?? 'builder';
}

function choose(view: ConditionView) {
  inMemory = view;
  try {
    localStorage.setItem(key, view);
  } catch {
    // As above.
  }
  listeners.forEach((listener) => { listener(); });
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
};

/** How somebody likes to see conditions: the same for all of them, and remembered in this browser. */
export const useConditionView = () => [useSyncExternalStore(subscribe, read), choose] as const;
