import { queryOptions } from '@tanstack/react-query';
import { send, segment } from './client';
import type { ProofsAnswer } from './generated';
import { ProblemResponse } from './problem';

/** What can be asked of content that is saved: what holds for all patients, what its cases show, which mistakes they miss, what a change proves. */
export type VerificationRoute = '' | '/coverage' | '/mutation' | '/proofs';

/** `change` null: what is live. `workflow` null: all of them. */
export const askVerification = (change: number | null, route: VerificationRoute, workflow: string | null, signal?: AbortSignal) =>
  send(`${change === null ? '' : `/changes/${change}`}/verification${route}${workflow === null ? '' : `?workflow=${segment(workflow)}`}`, { signal });

/** The server looks at one thing at a time; when others wait it says so, and it is asked again. */
const isBusy = (error: Error): boolean => error instanceof ProblemResponse && error.problem.status === 429;

/** How long to wait before asking again. */
const askAgainAfter = 1500;
const mostAttempts = 40;

/** For whatever verification answers. */
export const whileBusy = { retry: (count: number, error: Error) => isBusy(error) && count < mostAttempts, retryDelay: askAgainAfter, staleTime: Infinity } as const;

/** What is proved of exactly one content of a change; the answer says of which. */
export const proofsQuery = (id: number, contentHash: string) => queryOptions({
  queryKey: ['proofs', id, contentHash],
  queryFn: ({ signal }) => askVerification(id, '/proofs', null, signal) as Promise<ProofsAnswer>,
  ...whileBusy,
});
