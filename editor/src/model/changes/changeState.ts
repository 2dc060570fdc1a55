/** In the order of a change's life; a withdrawn one was given up. */
export const changeStates = ['draft', 'inReview', 'approved', 'published', 'withdrawn'] as const;

export type ChangeState = (typeof changeStates)[number];

export const isChangeState = (word: unknown): word is ChangeState => changeStates.some((state) => state === word);

export const stateWords: Readonly<Record<ChangeState, { readonly title: string; readonly text: string }>> = {
  draft: { title: 'Draft', text: 'Its authors are writing it.' },
  inReview: { title: 'In review', text: 'Somebody who had no part in it looks at it.' },
  approved: { title: 'Approved', text: 'A reviewer approved exactly this content.' },
  published: { title: 'Published', text: 'It became a release.' },
  withdrawn: { title: 'Withdrawn', text: 'It was given up; nothing of it went live.' },
};

/** The words of a state; one that this page does not know is shown as it is called. */
export const stateTitle = (state: string): string => (isChangeState(state) ? stateWords[state].title : state);

/** On the way to being live, or given up. */
export const isOpen = (state: string): boolean => state !== 'published' && state !== 'withdrawn';

export type Progress = 'done' | 'current' | 'ahead';

/** The four steps from a draft to a release, and how far a change got. A withdrawn one got nowhere. */
export function progressOf(state: string): readonly { readonly state: ChangeState; readonly progress: Progress }[] {
  const steps = changeStates.filter((step) => step !== 'withdrawn');
  const at = steps.findIndex((step) => step === state);
  return steps.map((step, i) => ({ state: step, progress: i < at || (i === at && step === 'published') ? 'done' : i === at ? 'current' : 'ahead' }));
}
