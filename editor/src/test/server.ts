import { vi } from 'vitest';
import type { Release } from '../model/release';
import type { Retirement } from '../model/retirement';
import type { Session } from '../model/session';
import type { WorkflowSummary } from '../model/workflow';
import { agent, decision, library, mirels, schemas } from './fixtures';

export interface Answer {
  readonly status?: number;
  readonly body: unknown;
}

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly token: string | null;
}

/** Nobody is signed in at a server of a folder. */
const folder: Session = { name: null, displayName: null, roles: [], antiforgery: null, hasStore: false, needsAdministrator: false };

export const nobody: Session = { ...folder, antiforgery: 'token-of-nobody', hasStore: true };

export const anna: Session = { ...nobody, name: 'anna', displayName: 'Anna Example', roles: ['author', 'reviewer'], antiforgery: 'token-of-anna' };

export const problem = (status: number, kind: string, detail: string): Answer =>
  ({ status, body: { type: `/problems/${kind}`, title: `Title of ${kind}`, status, detail, traceId: '00-1' } });

/** What a server with a store knows besides the library; the session changes when somebody signs in. */
export interface StoreState {
  session: Session;
  releases: readonly Release[];
  retirements: readonly Retirement[];
  /** What else it answers to reads, by path and query. */
  readonly answers?: Readonly<Record<string, unknown>>;
}

/** Stands in for the server: reads come from the recorded files, decisions and all that changes something from the test. */
export function serve(decide: (body: string) => Answer | Promise<Answer> = () => ({ body: decision('mirels-empty') }), store?: StoreState, change?: (sent: Sent) => Answer) {
  const bodies: string[] = [];
  const isBlocked = ({ name, uses }: WorkflowSummary) => store?.retirements.some(({ workflow }) => workflow === name || uses?.some((use) => use.workflow === workflow));
  const answer = (url: string): unknown => ({
    '/api/v1/session': store?.session ?? folder,
    '/api/v1/releases': store?.releases,
    '/api/v1/retirements': store?.retirements,
    '/api/v1/workflows': { ...library, workflows: library.workflows.map((workflow) => ({ ...workflow, blocked: isBlocked(workflow) })) },
    '/api/v1/workflows/MirelsFractureRisk': mirels,
    '/api/v1/workflows/BoneTargetedAgent': agent,
    '/api/v1/facts/lesion': schemas.lesion,
    '/api/v1/facts/patient': schemas.patient,
    ...store?.answers,
  })[url];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const method = init.method ?? 'GET';
    if (change && method !== 'GET' && !url.endsWith('/execute')) {
      const { status = 200, body } = change({ method, path: url, body: String(init.body ?? ''), token: new Headers(init.headers).get('X-CSRF-Token') });
      return new Response(JSON.stringify(body), { status });
    }
    // Asked by the page itself, after a pause; a test that is about the answer stubs its own.
    if (url.endsWith('/questions')) return new Response(JSON.stringify({ title: 'Not found', status: 404 }), { status: 404 });
    if (method === 'POST') {
      bodies.push(String(init.body));
      const { status = 200, body } = await decide(String(init.body));
      return new Response(JSON.stringify(body), { status });
    }
    const found = answer(url);
    return found
      ? new Response(JSON.stringify(found))
      : new Response(JSON.stringify({ title: 'Not found', status: 404, detail: 'there is no workflow `X`, did you mean `MirelsFractureRisk`', traceId: '00-1' }), { status: 404 });
  });
  return bodies;
}
