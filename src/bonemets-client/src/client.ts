import type { ContrastAnswer, Decision, Problem, QuestionsAnswer, WorkflowSummary } from './generated.js';
import { BonemetsProblem, problemOf, unnamed } from './problem.js';
import { fetchAgain, type RetryOptions } from './retrying.js';

export interface ClientOptions extends RetryOptions {
  /** An API key with the scope `execute` (`bmk_…`); none for a server that asks nobody. */
  readonly apiKey?: string;
  /** How many patients of a batch go into one request (16); a request that fails is repeated by itself. */
  readonly batchSize?: number;
  /** How many requests of a batch are under way at once (4). */
  readonly batchRequests?: number;
}

export interface DecisionOptions {
  /** The date that the decision is made for, `yyyy-MM-dd`; today in UTC when left out. */
  readonly asOf?: string;
  readonly release?: number;
  readonly explain?: 'none' | 'rules' | 'full';
  /**
   * Makes a request repeatable on a server with a store: the same key and body get the same decision, recorded once. Without, each call has one of
   * its own, the same in all its attempts, so that no decision is recorded twice; give one to repeat a call yourself.
   */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

export interface BatchPatient {
  /** Carried through to the answer. */
  readonly id: string;
  readonly facts: object;
}

/** Either a decision or what was wrong with this patient's facts. */
export type BatchAnswer = { readonly id: string; readonly decision: Decision } | { readonly id: string; readonly problem: Problem };

/** The server keeps a key that begins so only where decisions are recorded. Not `randomUUID`, which pages without https lack. */
const automaticKey = () => `auto-${Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;

const unfinished = 'The batch was not decided to its end';

/**
 * Asks a BoneMets.Rules server for decisions. Facts are the workflow's inputs by name; null and absent members are unknown. A refusal is a
 * `BonemetsProblem`. Numbers of answers are JavaScript numbers: where more than 15 digits count, read the answer's text instead.
 */
export class BonemetsClient {
  readonly #base: string;
  readonly #options: ClientOptions;

  constructor(address: string | URL, options: ClientOptions = {}) {
    this.#base = `${String(address).replace(/\/+$/, '')}/api/v1/workflows`;
    this.#options = options;
  }

  async workflows(signal?: AbortSignal): Promise<readonly WorkflowSummary[]> {
    const answer = await this.#send('', { method: 'GET', ...(signal ? { signal } : {}) });
    return ((await answer.json()) as { workflows: readonly WorkflowSummary[] }).workflows;
  }

  execute(workflow: string, facts: object, options: DecisionOptions = {}): Promise<Decision> {
    return this.#execute(workflow, { facts }, options);
  }

  /** From a FHIR R4 Bundle; `patient` says whose facts where it has several. The decision's `bundle` says what was read from it. */
  executeBundle(workflow: string, bundle: object, options: DecisionOptions & { readonly patient?: string } = {}): Promise<Decision> {
    return this.#execute(workflow, { bundle, patient: options.patient }, options);
  }

  /** What to ask next: the missing facts, the most telling first. */
  questions(workflow: string, facts: object, { asOf, release, signal }: DecisionOptions = {}): Promise<QuestionsAnswer> {
    return this.#post(`/${encodeURIComponent(workflow)}/questions`, { facts, asOf, release }, { signal });
  }

  /** Why a rule has its verdict, and what would change it. */
  contrast(workflow: string, rule: string, facts: object, { asOf, release, signal }: DecisionOptions = {}): Promise<ContrastAnswer> {
    return this.#post(`/${encodeURIComponent(workflow)}/contrast`, { rule, facts, asOf, release }, { signal });
  }

  /** Decisions for many patients, in their order, while they are read. A patient whose facts do not fit has a problem, and the next one is decided. */
  async *executeBatch(workflow: string, patients: Iterable<BatchPatient> | AsyncIterable<BatchPatient>, options: DecisionOptions = {}): AsyncGenerator<BatchAnswer> {
    const { batchSize = 16, batchRequests = 4 } = this.#options;
    const stop = new AbortController();
    const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
    const underWay: Promise<readonly BatchAnswer[]>[] = [];
    const ask = (piece: readonly BatchPatient[]) => {
      const asked = this.#piece(workflow, piece, { ...options, signal });
      // One that fails while an earlier one is waited for is told when its turn comes.
      asked.catch(() => undefined);
      underWay.push(asked);
    };
    try {
      let piece: BatchPatient[] = [];
      for await (const patient of patients) {
        piece.push(patient);
        if (piece.length < batchSize) continue;
        ask(piece);
        piece = [];
        if (underWay.length >= batchRequests) yield* (await underWay.shift()) ?? [];
      }
      if (piece.length > 0) ask(piece);
      while (underWay.length > 0) yield* (await underWay.shift()) ?? [];
    } finally {
      stop.abort();
    }
  }

  #execute(workflow: string, body: Readonly<Record<string, unknown>>, { asOf, release, explain, idempotencyKey = automaticKey(), signal }: DecisionOptions): Promise<Decision> {
    return this.#post(`/${encodeURIComponent(workflow)}/execute`, { ...body, asOf, release, explain }, { signal, idempotencyKey });
  }

  async #piece(workflow: string, piece: readonly BatchPatient[], { asOf, release, explain = 'none', signal }: DecisionOptions): Promise<readonly BatchAnswer[]> {
    const query = new URLSearchParams({ explain, ...(asOf ? { asOf } : {}), ...(release === undefined ? {} : { release: String(release) }) });
    const reserved = piece.find(({ facts }) => 'id' in facts || 'line' in facts);
    // They would replace what tells whose answer is whose.
    if (reserved) throw new TypeError(`the facts of patient ${reserved.id} have a member \`id\` or \`line\`, which in a batch names the line`);
    const body = piece.map(({ id, facts }) => `${JSON.stringify({ id, ...facts })}\n`).join('');
    const answer = await this.#send(`/${encodeURIComponent(workflow)}/execute/batch?${query}`, { method: 'POST', body, headers: { 'Content-Type': 'application/x-ndjson' }, ...(signal ? { signal } : {}) });
    const lines = (await answer.text()).split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as { line?: number; id?: string; decision?: Decision; error?: Problem });
    const answers = lines.map(({ line, id: of, decision, error }, i): BatchAnswer => {
      // A line without a number says that the server had to stop.
      if (line === undefined) throw new BonemetsProblem(error ?? unnamed(0, unfinished));
      const id = piece[i]?.id;
      if (id === undefined || line !== i + 1 || of !== id) throw new BonemetsProblem(unnamed(0, 'The answers of the batch are not those to its lines', `line ${line} with id ${of ?? ''} stands in place ${i + 1}`));
      return decision ? { id, decision } : { id, problem: error ?? unnamed(0, 'The line was not decided') };
    });
    if (answers.length !== piece.length) throw new BonemetsProblem(unnamed(0, unfinished, `${answers.length} of ${piece.length} lines were answered`));
    return answers;
  }

  async #post<T>(path: string, body: object, { signal, idempotencyKey }: { readonly signal?: AbortSignal | undefined; readonly idempotencyKey?: string | undefined }): Promise<T> {
    const headers = { 'Content-Type': 'application/json', ...(idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {}) };
    return (await this.#send(path, { method: 'POST', body: JSON.stringify(body), headers, ...(signal ? { signal } : {}) })).json() as Promise<T>;
  }

  async #send(path: string, init: RequestInit & { readonly headers?: Readonly<Record<string, string>> }): Promise<Response> {
    const { apiKey } = this.#options;
    const answer = await fetchAgain(this.#base + path, { ...init, headers: { ...init.headers, ...(apiKey ? { Authorization: `Bearer ${apiKey}` } : {}) } }, this.#options);
    if (!answer.ok) throw await problemOf(answer);
    return answer;
  }
}
