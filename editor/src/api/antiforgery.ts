import type { Session } from '../model/session';

/**
 * The token of the session, and whose it is: one for the whole page. Every answer about the session replaces it, because the server
 * makes another one when somebody signs in or out.
 */
let known: { readonly token: string; readonly name: string | null } | null = null;

export const antiforgery = {
  token: () => known?.token ?? null,
  /** Undefined while nothing is known. */
  owner: () => known?.name,
  remember({ antiforgery: token, name }: Session) {
    known = token ? { token, name } : null;
  },
};
