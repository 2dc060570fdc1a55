import { useSyncExternalStore } from 'react';

const key = 'bonemets.coverage.shown';
const listeners = new Set<() => void>();
let chosen: boolean | null = null;

function isShown(): boolean {
  if (chosen !== null) return chosen;
  try {
    return localStorage.getItem(key) === 'yes';
  } catch {
    return false;
  }
}

function show(next: boolean) {
  chosen = next;
  try {
    localStorage.setItem(key, next ? 'yes' : 'no');
  } catch {
    // Storage is forbidden: it is as at first with the next visit.
  }
  listeners.forEach((listener) => { listener(); });
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

/** Whether parts, rows and bands say how many cases show them, remembered in this browser. It is asked of the server only then. */
export const useCoverageShown = (): readonly [boolean, (shown: boolean) => void] => [useSyncExternalStore(subscribe, isShown), show];
