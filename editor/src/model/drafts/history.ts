/** One step of work on one document. */
export interface Step {
  readonly document: string;
  readonly before: string | null;
  readonly after: string | null;
  /** What was done, as in "Undo: condition of rule X". */
  readonly label: string;
  /** Steps with the same key that follow each other soon are one: typing in one field. */
  readonly key: string | null;
  readonly at: number;
}

const together = 1500;
const most = 500;

/** What was done and can be taken back, over all documents of a draft. Immutable. */
export interface History {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

export const emptyHistory: History = { done: [], undone: [] };

export function record({ done }: History, step: Step): History {
  const last = done.at(-1);
  if (last && step.key !== null && last.key === step.key && last.document === step.document && last.after === step.before && step.at - last.at < together) {
    return { done: [...done.slice(0, -1), { ...last, after: step.after, at: step.at }], undone: [] };
  }
  return { done: [...done, step].slice(-most), undone: [] };
}

export function undo({ done, undone }: History): { readonly history: History; readonly step: Step } | null {
  const step = done.at(-1);
  return step ? { history: { done: done.slice(0, -1), undone: [...undone, step] }, step } : null;
}

export function redo({ done, undone }: History): { readonly history: History; readonly step: Step } | null {
  const step = undone.at(-1);
  return step ? { history: { done: [...done, step], undone: undone.slice(0, -1) }, step } : null;
}

/** A document has a text that nobody here wrote: steps over it lead nowhere any more. */
export const forget = ({ done, undone }: History, document: string): History => ({
  done: done.filter((step) => step.document !== document),
  undone: undone.filter((step) => step.document !== document),
});
