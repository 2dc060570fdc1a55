import { pathFromPointer, pathText, type FactPath } from './path';

/** What is wrong with entered facts: by path where a field is to blame, otherwise for the form as a whole. */
export interface Complaints {
  readonly at: ReadonlyMap<string, string>;
  readonly elsewhere: readonly string[];
}

export const noComplaints: Complaints = { at: new Map(), elsewhere: [] };

interface PointedError {
  readonly pointer: string;
  readonly message: string;
  readonly help?: string | null;
}

/** Puts the server's errors at the fields that they point to, or at the nearest field around. */
export function placeErrors(
  errors: readonly PointedError[],
  unreadable: readonly { path: FactPath; message: string }[],
  hasField: (path: FactPath) => boolean,
): Complaints {
  const at = new Map<string, string>();
  const elsewhere: string[] = [];
  for (const { path, message } of unreadable) at.set(pathText(path), message);
  for (const { pointer, message, help } of errors) {
    const text = help ? `${message} (${help})` : message;
    const path = nearest(pathFromPointer(pointer), hasField);
    if (!path) elsewhere.push(text);
    else if (!at.has(pathText(path))) at.set(pathText(path), text);
  }
  return { at, elsewhere };
}

function nearest(path: FactPath | null, hasField: (path: FactPath) => boolean): FactPath | null {
  for (let end = path?.length ?? 0; path && end > 1; end -= 1) {
    const candidate = path.slice(0, end);
    if (typeof candidate.at(-1) === 'string' && hasField(candidate)) return candidate;
  }
  return null;
}
