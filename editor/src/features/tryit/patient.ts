/** A patient who shall be tried: on the page that is opened for it, which may have to read its forms first. */
export interface WaitingPatient {
  /** Where it is tried: the key of a workspace, and the folder of a workflow there. */
  readonly workspace: string;
  readonly folder: string;
  /** What it is shown for, in words. */
  readonly name: string;
  /** As JSON text. */
  readonly facts: string;
  readonly asOf: string | null;
}

let waiting: WaitingPatient | null = null;
const listeners = new Set<() => void>();

function set(next: WaitingPatient | null) {
  waiting = next;
  listeners.forEach((listener) => { listener(); });
}

export const patients = {
  waiting: () => waiting,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => { listeners.delete(listener); };
  },
  /** It is shown by the next page that tries this workflow. */
  show(patient: WaitingPatient) { set(patient); },
  taken() { set(null); },
};
