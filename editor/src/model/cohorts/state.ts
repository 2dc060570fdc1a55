/** Where a run stands. What is allowed in which state is the table `tests/spec/cohorts/states.json`. */
export const cohortStates = ['uploading', 'ready', 'running', 'cancelling', 'cancelled', 'completed', 'failed'] as const;

export type CohortState = (typeof cohortStates)[number];

export type CohortAction = 'upload' | 'map' | 'start' | 'cancel' | 'resume' | 'delete';

const allowed: Readonly<Record<CohortState, readonly CohortAction[]>> = {
  uploading: ['upload', 'map', 'delete'],
  ready: ['upload', 'map', 'start', 'delete'],
  running: ['cancel'],
  cancelling: [],
  cancelled: ['resume', 'delete'],
  completed: ['delete'],
  failed: ['resume', 'delete'],
};

/** A state that this page does not know allows nothing; the server decides it once more. */
export const allows = (state: string, action: CohortAction): boolean => (allowed as Readonly<Record<string, readonly CohortAction[] | undefined>>)[state]?.includes(action) ?? false;

/** Servers work on it, so that it changes by itself. */
export const isAtWork = (state: string): boolean => state === 'running' || state === 'cancelling';

/** It was started once, so that there may be results. */
export const hasResults = (state: string): boolean => isAtWork(state) || state === 'cancelled' || state === 'completed' || state === 'failed';

export interface StateWords {
  readonly title: string;
  readonly tone: 'good' | 'info' | 'warn' | 'bad' | 'quiet';
  readonly icon: 'check' | 'bolt' | 'pause' | 'alert' | 'hourglass' | 'list';
  readonly text: string;
}

const words: Readonly<Record<CohortState, StateWords>> = {
  uploading: { title: 'Waits for input', tone: 'quiet', icon: 'hourglass', text: 'It has no patients yet.' },
  ready: { title: 'Ready to start', tone: 'info', icon: 'list', text: 'Its input is here; look at the first patients and start it.' },
  running: { title: 'Running', tone: 'info', icon: 'bolt', text: 'It goes on without this page.' },
  cancelling: { title: 'Stopping', tone: 'warn', icon: 'pause', text: 'Servers put down what they are working on.' },
  cancelled: { title: 'Stopped', tone: 'warn', icon: 'pause', text: 'What was decided is kept. Resuming does the rest.' },
  completed: { title: 'Completed', tone: 'good', icon: 'check', text: 'Every patient of the input has an answer.' },
  failed: { title: 'Failed', tone: 'bad', icon: 'alert', text: 'It could not go on. What was decided is kept.' },
};

export const stateWords = (state: string): StateWords => (words as Readonly<Record<string, StateWords | undefined>>)[state] ?? { title: state, tone: 'quiet', icon: 'list', text: '' };
