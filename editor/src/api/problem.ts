/** `application/problem+json`, as the server answers every refusal. */
export interface Problem {
  /** Which of the kinds that `/problems/` describes, such as `retired`; null where the server did not say. */
  readonly kind: string | null;
  readonly title: string;
  readonly status: number;
  readonly detail: string | null;
  readonly traceId: string | null;
  readonly errors: readonly ProblemError[];
  /** Of a document that somebody else saved meanwhile: what stands there now; null when it is gone. */
  readonly current?: VersionOfText | null;
  /** Of a change that is put on a newer release: the documents that both changed. */
  readonly conflicts?: readonly DocumentConflict[];
}

export interface VersionOfText {
  readonly hash: string;
  readonly text: string;
}

/** Null where a side does not have the document. */
export interface DocumentConflict {
  readonly document: string;
  readonly base: VersionOfText | null;
  readonly theirs: VersionOfText | null;
  readonly mine: VersionOfText | null;
}

export interface ProblemError {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
  readonly help?: string | null;
  /** Of an error in a document that is being written: `pointer` leads into it. */
  readonly document?: string | null;
}

/** The server answered, and refused. */
export class ProblemResponse extends Error {
  override readonly name = 'ProblemResponse';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

/** No answer arrived: the server is down or the network is gone. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';

  constructor(cause?: unknown) {
    super('The server does not answer.', { cause });
  }
}

const gatewayFailures = new Set([502, 504]);

/** Reads a refusal. Anything but a problem document becomes one, so that screens know a single shape. */
export async function readRefusal(response: Response): Promise<ProblemResponse | ConnectionLost> {
  const text = await response.text().catch(() => '');
  const body = parseObject(text);
  if (!body && gatewayFailures.has(response.status)) return new ConnectionLost();
  // A development proxy says it with an empty 500.
  if (!body && response.status === 500 && text === '') return new ConnectionLost();
  return new ProblemResponse({
    kind: typeof body?.type === 'string' ? (/\/problems\/([\w-]+)$/.exec(body.type)?.[1] ?? null) : null,
    title: textOr(body?.title, `The server answered ${response.status}`),
    status: response.status,
    detail: textOr(body?.detail, null),
    traceId: textOr(body?.traceId, null),
    errors: Array.isArray(body?.errors) ? (body.errors as ProblemError[]) : [],
    ...(body && 'current' in body ? { current: body.current as Problem['current'] } : {}),
    ...(Array.isArray(body?.conflicts) ? { conflicts: body.conflicts as DocumentConflict[] } : {}),
  });
}

const textOr = <T>(value: unknown, otherwise: T) => (typeof value === 'string' ? value : otherwise);

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
