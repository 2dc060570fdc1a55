import { BonemetsProblem, unnamed } from './problem.js';

/** How often a request is sent, and how long is waited. */
export interface RetryOptions {
  /** At most so often (5): again when the server is busy or away (429, 502, 503, 504, no connection). */
  readonly attempts?: number;
  /** Milliseconds before the second attempt (200), doubled for each further one, with some chance. A `Retry-After` counts instead. */
  readonly firstPause?: number;
  /** A server that asks for more than so many milliseconds (30,000) is not waited for. */
  readonly longestPause?: number;
  readonly fetch?: typeof fetch;
  readonly sleep?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

const busy = new Set([429, 502, 503, 504]);

/** Requests of this client change no content, and what is recorded has an idempotency key, the same in every attempt. */
export async function fetchAgain(url: string, init: RequestInit, { attempts = 5, firstPause = 200, longestPause = 30_000, fetch: send = fetch, sleep = pause }: RetryOptions): Promise<Response> {
  const signal = init.signal ?? undefined;
  for (let attempt = 1; ; attempt += 1) {
    let answer: Response | null = null;
    let lost: unknown;
    try {
      answer = await send(url, init);
      if (!busy.has(answer.status)) return answer;
    } catch (error) {
      if (signal?.aborted) throw error;
      lost = error;
    }
    const wait = retryAfter(answer) ?? firstPause * 2 ** (attempt - 1) * (0.5 + Math.random());
    if (attempt >= attempts || wait > longestPause) {
      if (answer) return answer;
      throw new BonemetsProblem(unnamed(0, 'The server does not answer', lost instanceof Error ? lost.message : undefined), lost);
    }
    await answer?.body?.cancel();
    await sleep(wait, signal);
  }
}

/** In milliseconds; `Retry-After` has seconds or a date. */
function retryAfter(answer: Response | null): number | null {
  const asked = answer?.headers.get('Retry-After');
  if (!asked) return null;
  const seconds = Number(asked);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(asked) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : null;
}

const pause = (milliseconds: number, signal?: AbortSignal) => new Promise<void>((resolve, reject) => {
  const timer = setTimeout(resolve, milliseconds);
  signal?.addEventListener('abort', () => { clearTimeout(timer); reject(signal.reason as Error); }, { once: true });
});
