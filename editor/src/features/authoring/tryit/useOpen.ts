import { useCallback, useState } from 'react';

const key = 'bonemets.tryit.open';

function remembered(): boolean {
  try {
    return localStorage.getItem(key) !== 'no';
  } catch {
    return true;
  }
}

/** Whether the panel is open, remembered in this browser. */
export function useOpen(): readonly [boolean, (open: boolean) => void] {
  const [open, setOpen] = useState(remembered);
  const remember = useCallback((next: boolean) => {
    setOpen(next);
    try {
      localStorage.setItem(key, next ? 'yes' : 'no');
    } catch {
      // Storage is forbidden: it is open again with the next visit.
    }
  }, []);
  return [open, remember];
}
