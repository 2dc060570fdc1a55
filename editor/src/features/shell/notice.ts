/** A sentence about what was just done, on the page that it led to; it goes with the next page. */
export interface Notice {
  readonly tone: 'good' | 'bad';
  readonly title: string;
  readonly text?: string;
}

let current: { readonly notice: Notice; readonly path: string } | null = null;
const listeners = new Set<() => void>();

function set(next: typeof current) {
  if (next === current) return;
  current = next;
  listeners.forEach((listener) => { listener(); });
}

export const notices = {
  current: () => current?.notice ?? null,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => { listeners.delete(listener); };
  },
  /** Say it before going to `path`. */
  say(path: string, notice: Notice) { set({ notice, path }); },
  clear() { set(null); },
  /** Somebody goes to this path: what was said elsewhere is over. */
  moved(path: string) { if (current?.path !== path) set(null); },
};
