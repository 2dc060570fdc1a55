import { useSyncExternalStore } from 'react';

const name = 'bonemets.singleKeys';
const listeners = new Set<() => void>();

const read = () => {
  try {
    return localStorage.getItem(name) !== 'off';
  } catch {
    return true;
  }
};

/** Whether keys without a modifier do something: somebody who speaks to the computer, or whose hands tremble, turns them off. */
export const singleKeys = {
  areOn: read,
  turn(on: boolean) {
    try {
      if (on) localStorage.removeItem(name);
      else localStorage.setItem(name, 'off');
    } catch {
      // Without storage they stay as they are, and the switch shows it.
    }
    listeners.forEach((listener) => { listener(); });
  },
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
};

export const useSingleKeys = () => useSyncExternalStore(subscribe, read);
