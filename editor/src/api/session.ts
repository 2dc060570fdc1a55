import type { Session } from '../model/session';
import { antiforgery } from './antiforgery';
import { send } from './client';
import { ProblemResponse } from './problem';

/** The header that proves that a request comes from a page of the server. */
const header = 'X-CSRF-Token';

export async function getSession(signal?: AbortSignal): Promise<Session> {
  const session = (await send('/session', { signal })) as Session;
  antiforgery.remember(session);
  return session;
}

/**
 * A request that changes something, with the token of the session. When the token is an old one, because another window signed in or out,
 * it is sent again with a new one: for the same person only.
 */
export async function withToken<T>(request: (token: Record<string, string>) => Promise<T>): Promise<T> {
  if (antiforgery.token() === null) await getSession();
  const attempt = () => request({ [header]: antiforgery.token() ?? '' });
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof ProblemResponse) || error.problem.kind !== 'forgery-token') throw error;
    const before = antiforgery.owner();
    const { name } = await getSession();
    if (name === before) return attempt();
    throw new ProblemResponse({
      ...error.problem,
      kind: 'other-session',
      title: name ? `${name} is signed in now` : 'Nobody is signed in any more',
      detail: 'somebody signed in or out in another window, so nothing was done; if this is still what you want, send it again',
    });
  }
}

export const change = (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<unknown> =>
  withToken((token) => send(path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...token },
  }));

async function begin(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Session> {
  const session = (await change(method, path, body)) as Session;
  antiforgery.remember(session);
  return session;
}

export const signIn = (name: string, password: string) => begin('POST', '/session', { name, password });

export const signOut = () => begin('DELETE', '/session');

export interface Acceptance {
  readonly secret: string;
  readonly password: string;
  /** For the first administrator only: others have a name already. */
  readonly name?: string;
  readonly displayName?: string;
}

export const acceptInvitation = (acceptance: Acceptance) => begin('POST', '/session/invitation', acceptance);

export const changePassword = (current: string, next: string) => begin('PUT', '/session/password', { current, new: next });
