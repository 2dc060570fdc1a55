/** Whether the last request got an answer at all. One fact for the whole page, set by the client. */
let lost = false;
const listeners = new Set<() => void>();

export const connection = {
  isLost: () => lost,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => { listeners.delete(listener); };
  },
  report(answered: boolean) {
    if (lost === !answered) return;
    lost = !answered;
    listeners.forEach((listener) => { listener(); });
  },
};
