import { useSyncExternalStore } from 'react';
import type { TaggedCohort } from '../../api/cohorts';
import { sendInput } from '../../api/upload';
import { asError } from '../../model/asError';
import { headLength, inputKind, type InputKind } from '../../model/cohorts/input';

/** A file on its way to a run, or why it is not there. */
export interface Upload {
  readonly name: string;
  readonly size: number;
  readonly sent: number;
  readonly error: Error | null;
}

interface Entry extends Upload {
  readonly stop: AbortController;
}

/** They go on while somebody looks at other pages; a file is lost with the window only. */
let entries: ReadonlyMap<string, Entry> = new Map();
const listeners = new Set<() => void>();

function set(id: string, entry: Entry | null) {
  const next = new Map(entries);
  if (entry) next.set(id, entry);
  else next.delete(id);
  entries = next;
  const isBusy = [...entries.values()].some(({ error }) => error === null);
  if (isBusy) window.addEventListener('beforeunload', keep);
  else window.removeEventListener('beforeunload', keep);
  listeners.forEach((listener) => { listener(); });
}

const keep = (event: BeforeUnloadEvent) => { event.preventDefault(); };

const update = (id: string, change: Partial<Upload>) => {
  const known = entries.get(id);
  if (known) set(id, { ...known, ...change });
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
};

export const useUpload = (id: string): Upload | null => useSyncExternalStore(subscribe, () => entries.get(id) ?? null);

async function kindOf(file: File): Promise<InputKind> {
  const look = inputKind(file.name, new Uint8Array(await file.slice(0, headLength).arrayBuffer()));
  if ('problem' in look) throw new Error(look.problem);
  return look.kind;
}

export const uploads = {
  async begin(id: string, file: File, separator: string | null, done: (answer: TaggedCohort) => void) {
    entries.get(id)?.stop.abort();
    const stop = new AbortController();
    set(id, { name: file.name, size: file.size, sent: 0, error: null, stop });
    try {
      const answer = await sendInput(id, { file, kind: await kindOf(file), separator, sent: (bytes) => { update(id, { sent: bytes }); }, signal: stop.signal });
      if (entries.get(id)?.stop === stop) set(id, null);
      done(answer);
    } catch (cause) {
      // Another file took its place, or somebody stopped it.
      if (entries.get(id)?.stop === stop && !stop.signal.aborted) update(id, { error: asError(cause) });
    }
  },
  stop(id: string) {
    entries.get(id)?.stop.abort();
    set(id, null);
  },
};
