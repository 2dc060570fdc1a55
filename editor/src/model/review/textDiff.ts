/** A run of a text that both sides have, or only one of them. */
export interface TextRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** More than this differs: then everything between the common ends is one removal and one addition. */
const mostSteps = 1200;

/** Words, numbers and names are whole, and so are operators of two signs and runs of spaces. */
const tokensOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}_]+(?:\.[\p{L}\p{N}_]+)*|\s+|&&|\|\||[<>=!]=|=>|[^]/gu) ?? [];

/** With the line ends in them. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** How the words of one text became those of another. */
export const wordDiff = (before: string, after: string): readonly TextRun[] => readable(diff(tokensOf(before), tokensOf(after)));

export const lineDiff = (before: string, after: string): readonly TextRun[] => joined(diff(linesOf(before), linesOf(after)));

function diff(before: readonly string[], after: readonly string[]): readonly TextRun[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const same = (tokens: readonly string[]) => tokens.map((text): TextRun => ({ kind: 'same', text }));
  return [...same(before.slice(0, start)), ...middle(before.slice(start, before.length - end), after.slice(start, after.length - end)), ...same(before.slice(before.length - end))];
}

/** The shortest way from one to the other (Myers, 1986). */
function middle(a: readonly string[], b: readonly string[]): readonly TextRun[] {
  const trace: Map<number, number>[] = [];
  let furthest = new Map([[1, 0]]);
  for (let steps = 0; steps <= Math.min(a.length + b.length, mostSteps); steps += 1) {
    trace.push(new Map(furthest));
    for (let k = -steps; k <= steps; k += 2) {
      const down = k === -steps || (k !== steps && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1));
      let x = down ? (furthest.get(k + 1) ?? 0) : (furthest.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      furthest.set(k, x);
      if (x >= a.length && x - k >= b.length) return backwards(a, b, trace);
    }
    furthest = new Map(furthest);
  }
  return [...a.map((text): TextRun => ({ kind: 'removed', text })), ...b.map((text): TextRun => ({ kind: 'added', text }))];
}

function backwards(a: readonly string[], b: readonly string[], trace: readonly Map<number, number>[]): readonly TextRun[] {
  const runs: TextRun[] = [];
  let x = a.length;
  let y = b.length;
  for (let steps = trace.length - 1; steps >= 0; steps -= 1) {
    const furthest = trace[steps] ?? new Map<number, number>();
    const k = x - y;
    const down = k === -steps || (k !== steps && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1));
    const from = down ? k + 1 : k - 1;
    const fromX = steps === 0 ? 0 : (furthest.get(from) ?? 0);
    const fromY = steps === 0 ? 0 : fromX - from;
    while (x > fromX && y > fromY) {
      x -= 1;
      y -= 1;
      runs.push({ kind: 'same', text: a[x] ?? '' });
    }
    if (steps > 0 && down) runs.push({ kind: 'added', text: b[(y -= 1)] ?? '' });
    else if (steps > 0) runs.push({ kind: 'removed', text: a[(x -= 1)] ?? '' });
  }
  return runs.reverse();
}

/** Neighbours of one kind as one run; between two that are the same, what was removed stands before what was added. */
function joined(runs: readonly TextRun[]): readonly TextRun[] {
  const result: TextRun[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const { kind, text } of runs) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      flush();
      const last = result.at(-1);
      if (last?.kind === 'same') result[result.length - 1] = { kind, text: last.text + text };
      else result.push({ kind, text });
    }
  }
  flush();
  return result;
}

/** A space alone between two differences belongs to both: whole phrases are read more easily than patches of single words. */
function readable(runs: readonly TextRun[]): readonly TextRun[] {
  const first = joined(runs);
  const isGap = ({ kind, text }: TextRun, i: number) => kind === 'same' && /^\s+$/.test(text) && i > 0 && i < first.length - 1;
  return joined(first.flatMap((run, i): readonly TextRun[] => (isGap(run, i) ? [{ kind: 'removed', text: run.text }, { kind: 'added', text: run.text }] : [run])));
}

/** Runs of lines with those that are the same cut down to a few around each difference; `null` in between says how many are left out. */
export function withContext(runs: readonly TextRun[], context = 3): readonly (TextRun | { readonly kind: 'left out'; readonly lines: number })[] {
  return runs.flatMap((run, i) => {
    const lines = linesOf(run.text);
    const before = i === 0 ? 0 : context;
    const after = i === runs.length - 1 ? 0 : context;
    if (run.kind !== 'same' || lines.length <= before + after + 1) return [run];
    const part = (from: number, to: number): readonly TextRun[] => (from < to ? [{ kind: 'same', text: lines.slice(from, to).join('') }] : []);
    return [...part(0, before), { kind: 'left out' as const, lines: lines.length - before - after }, ...part(lines.length - after, lines.length)];
  });
}
