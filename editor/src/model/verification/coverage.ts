import type { CoverageElementAnswer, CoverageSideAnswer, CoverageTotalsAnswer } from '../../api/generated';

/** Something that no case shows, and is missed. */
export interface CoverageGap {
  readonly element: CoverageElementAnswer;
  readonly side: CoverageSideAnswer;
}

/** Every side that no case shows, of what counts. */
export const gapsOf = (elements: readonly CoverageElementAnswer[]): readonly CoverageGap[] =>
  elements.flatMap((element) => (element.notRequired === null ? element.sides.filter(({ count }) => count === 0).map((side) => ({ element, side })) : []));

export interface CoverageLine {
  readonly label: string;
  readonly covered: number;
  readonly total: number;
}

/** What the cases show of all that there is to show; kinds of which there is nothing are left out. */
export function linesOf({ rules, rows, bands, conditions }: CoverageTotalsAnswer): readonly CoverageLine[] {
  const lines = [
    { label: 'Verdicts of rules', ...rules }, { label: 'Rows of tables', ...rows }, { label: 'Bands of scores', ...bands }, { label: 'Conditions, true and false', ...conditions },
  ];
  return lines.filter(({ total }) => total > 0).map(({ label, covered, total }) => ({ label, covered, total }));
}

/** The totals of several workflows together. */
export function sumOf(totals: readonly CoverageTotalsAnswer[]): CoverageTotalsAnswer {
  const sum = (kind: keyof CoverageTotalsAnswer) => {
    const covered = totals.reduce((count, one) => count + one[kind].covered, 0);
    const total = totals.reduce((count, one) => count + one[kind].total, 0);
    return { covered, total, percent: total === 0 ? 100 : Math.floor((1000 * covered) / total) / 10 };
  };
  return { rules: sum('rules'), rows: sum('rows'), bands: sum('bands'), conditions: sum('conditions') };
}

const isBelow = (pointer: string, place: string) => pointer === place || pointer.startsWith(`${place}/`);

/** Elements at a place of the document or below it. Keys of documents count without case, so pointers do too. */
export function elementsAt(elements: readonly CoverageElementAnswer[], pointer: string): readonly CoverageElementAnswer[] {
  const place = pointer.toLowerCase();
  return elements.filter((element) => isBelow(element.place.pointer.toLowerCase(), place));
}

/** How many things no case shows at a place and below it. Made once for all places, because a workflow can have a thousand rules. */
export function gapCounts(elements: readonly CoverageElementAnswer[]): (pointer: string) => number {
  const counts = new Map<string, number>();
  for (const { element } of gapsOf(elements)) {
    const parts = element.place.pointer.toLowerCase().split('/');
    for (let length = parts.length; length > 1; length -= 1) {
      const place = parts.slice(0, length).join('/');
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  }
  return (pointer) => counts.get(pointer.toLowerCase()) ?? 0;
}

/** What cases show of one row or band. */
export interface RowCases {
  readonly count: number;
  /** Why nobody misses it; null when it counts. */
  readonly notRequired: string | null;
}

/** How many cases show each row of the list at a pointer, by its place in the list. */
export function casesOfRows(elements: readonly CoverageElementAnswer[], listPointer: string): ReadonlyMap<number, RowCases> {
  const list = `${listPointer.toLowerCase()}/`;
  const rows = new Map<number, RowCases>();
  for (const { kind, place, sides, notRequired } of elements) {
    const pointer = place.pointer.toLowerCase();
    if ((kind !== 'row' && kind !== 'band') || !pointer.startsWith(list)) continue;
    const [index = ''] = pointer.slice(list.length).split('/');
    if (/^\d+$/.test(index)) rows.set(Number(index), { count: sides.reduce((sum, { count }) => sum + count, 0), notRequired });
  }
  return rows;
}

/** A case that shows something, as coverage names it: of the workflow itself, or of another one that uses it. */
export function caseNamed(reference: string, own: string): { readonly workflow: string; readonly id: string } {
  const slash = reference.indexOf('/');
  return slash < 0 ? { workflow: own, id: reference } : { workflow: reference.slice(0, slash), id: reference.slice(slash + 1) };
}

/** How many cases show a row, at its number. */
export interface RowNote {
  readonly text: string;
  /** The same as a sentence. */
  readonly title: string;
  readonly tone: 'none' | 'some' | 'quiet';
}

export function rowNote({ count, notRequired }: RowCases, what: 'row' | 'band', isCurrent: boolean): RowNote {
  const of = isCurrent ? '' : ' This is of the last saved text.';
  if (count > 0) return { text: count === 1 ? '1 case' : `${count} cases`, title: `${count === 1 ? 'One case shows' : `${count} cases show`} this ${what}.${of}`, tone: isCurrent ? 'some' : 'quiet' };
  if (notRequired !== null) return { text: 'not needed', title: `No case has to show this ${what}: ${notRequired}.${of}`, tone: 'quiet' };
  return { text: 'no case', title: `No case shows this ${what}.${of}`, tone: isCurrent ? 'none' : 'quiet' };
}

const sides: Readonly<Record<string, string>> = { met: 'Met', notMet: 'Not met', undetermined: 'Undetermined', failed: 'Failed', true: 'true', false: 'false', applies: 'Applies' };

/** What a side is called. */
export const sideWords = (name: string): string => sides[name] ?? name;
