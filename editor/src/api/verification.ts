import { send, segment } from './client';
import { ProblemResponse } from './problem';

/** What can be asked of content that is saved: what holds for all patients, what its cases show, which mistakes they miss, what a change proves. */
export type VerificationRoute = '' | '/coverage' | '/mutation' | '/proofs';

/** `change` null: what is live. `workflow` null: all of them. */
export const askVerification = (change: number | null, route: VerificationRoute, workflow: string | null, signal?: AbortSignal) =>
  send(`${change === null ? '' : `/changes/${change}`}/verification${route}${workflow === null ? '' : `?workflow=${segment(workflow)}`}`, { signal });

/** The server looks at one thing at a time; when others wait it says so, and it is asked again. */
export const isBusy = (error: Error): boolean => error instanceof ProblemResponse && error.problem.status === 429;
