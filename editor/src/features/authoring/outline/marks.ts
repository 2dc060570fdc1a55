import type { DiagnosticAnswer } from '../../../api/generated';

export type Mark = 'error' | 'warning' | null;

/** Says how grave the findings at a place and below it are. Made once for all places, because a workflow can have a thousand rules. */
export function marksOf(findings: readonly DiagnosticAnswer[]): (pointer: string) => Mark {
  const marks = new Map<string, Exclude<Mark, null>>();
  for (const { pointer, severity } of findings) {
    if (severity !== 'error' && severity !== 'warning') continue;
    const parts = pointer.split('/');
    for (let length = parts.length; length > 1; length -= 1) {
      const place = parts.slice(0, length).join('/');
      if (severity === 'error' || !marks.has(place)) marks.set(place, severity);
    }
  }
  return (pointer) => marks.get(pointer) ?? null;
}
