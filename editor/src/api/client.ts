import type { Decision } from '../model/decision';
import { parseExact } from '../model/exactJson';
import type { FactSchema } from '../model/facts/schema';
import type { Library, WorkflowDetail } from '../model/workflow';
import { connection } from './connection';
import { ConnectionLost, readRefusal } from './problem';

export const base = '/api/v1';

/** An answer that is no refusal; what is one is thrown, and whether anybody answered at all is noted for the whole page. */
export async function request(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(base + path, { ...init, headers: { Accept: 'application/json', ...init.headers } });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    connection.report(false);
    throw new ConnectionLost(cause);
  }
  return accepted(response);
}

/** The same for an answer that arrived by other means. */
export async function accepted(response: Response): Promise<Response> {
  if (!response.ok) {
    const refusal = await readRefusal(response);
    connection.report(!(refusal instanceof ConnectionLost));
    throw refusal;
  }
  connection.report(true);
  return response;
}

export async function send(path: string, init: RequestInit): Promise<unknown> {
  const text = await (await request(path, init)).text();
  // What only does something answers with nothing.
  return text === '' ? null : parseExact(text);
}

export const segment = encodeURIComponent;

export const getLibrary = (signal?: AbortSignal) => send('/workflows', { signal }) as Promise<Library>;

export const getWorkflow = (name: string, signal?: AbortSignal) =>
  send(`/workflows/${segment(name)}`, { signal }) as Promise<WorkflowDetail>;

export const getFactSchema = (schema: string, signal?: AbortSignal) =>
  send(`/facts/${segment(schema)}`, { signal }) as Promise<FactSchema>;

export const executePath = (name: string) => `${base}/workflows/${segment(name)}/execute`;

export interface TimedDecision {
  readonly decision: Decision;
  /** From request to the last byte, as this browser saw it. */
  readonly milliseconds: number;
}

/** `body` is JSON text: numbers in it are exact and must not pass through a float. */
export const execute = (name: string, body: string, signal?: AbortSignal): Promise<TimedDecision> =>
  decideAt(`/workflows/${segment(name)}/execute`, body, signal);

/** What can be asked about facts beside the decision. */
export type FactQuestion = 'questions' | 'contrast';

/** `body` is JSON text, as for `execute`. */
export const askAbout = <T>(name: string, question: FactQuestion, body: string, signal?: AbortSignal) =>
  send(`/workflows/${segment(name)}/${question}`, { method: 'POST', body, signal, headers: { 'Content-Type': 'application/json' } }) as Promise<T>;

/** One of the routes that answer with a decision. */
export async function decideAt(path: string, body: string | Blob, signal?: AbortSignal): Promise<TimedDecision> {
  const started = performance.now();
  const decision = (await send(path, { method: 'POST', body, signal, headers: { 'Content-Type': 'application/json' } })) as Decision;
  return { decision, milliseconds: performance.now() - started };
}
