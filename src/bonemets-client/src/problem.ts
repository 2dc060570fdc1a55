import type { Problem } from './generated.js';

/** The server refused, or did not answer as a server of ours does. Nothing was decided. */
export class BonemetsProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, cause?: unknown) {
    super(words(problem), cause === undefined ? undefined : { cause });
    this.name = 'BonemetsProblem';
    this.problem = problem;
  }

  /** `wrong-facts`, `unknown-workflow`, `retired` …; empty for what no server of ours wrote. */
  get kind(): string { return this.problem.type.split('/').at(-1) ?? ''; }
}

const words = ({ title, detail, errors }: Problem) =>
  [detail ? `${title}: ${detail}` : title, ...(errors ?? []).map(({ pointer, message, help }) => `  ${pointer ? `${pointer}: ` : ''}${message}${help ? ` (${help})` : ''}`)].join('\n');

/** What an answer that is no success says. */
export async function problemOf(answer: Response): Promise<BonemetsProblem> {
  const isProblem = answer.headers.get('Content-Type')?.startsWith('application/problem+json') ?? false;
  return new BonemetsProblem(isProblem ? (await answer.json()) as Problem : unnamed(answer.status, `The address answered with status ${answer.status}`, answer.statusText));
}

export const unnamed = (status: number, title: string, detail?: string): Problem =>
  ({ type: '', title, status, ...(detail ? { detail } : {}) }) as Problem;
