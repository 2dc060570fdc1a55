/** A number whose digits a float cannot hold; its text is kept. */
export interface ExactNumber {
  readonly digits: string;
}

export type JsonNumber = number | ExactNumber;

export const isExactNumber = (value: unknown): value is ExactNumber =>
  typeof value === 'object' && value !== null && typeof (value as Partial<ExactNumber>).digits === 'string';

/** Keeps the written digits where reading them as a float would change them. */
export function exactOr(value: number, source: string | undefined): JsonNumber {
  return source === undefined || String(value) === source ? value : { digits: source };
}

type SourceReviver = (key: string, value: unknown, context?: { source?: string }) => unknown;

/** JSON.parse that loses no digit (in browsers that show the source text to a reviver). */
export function parseExact(text: string): unknown {
  const revive: SourceReviver = (_, value, context) => (typeof value === 'number' ? exactOr(value, context?.source) : value);
  return JSON.parse(text, revive as Parameters<typeof JSON.parse>[1]);
}
