import type { Decision, MissingFact, Pending, Recommendation, Urgency, Withheld } from './decision';
import { parsePath, type FactPath } from './facts/path';

/** Where a rule or value of a composed workflow comes from: `MirelsFractureRisk[patient.lesions[0]].LowFractureRisk`. */
export interface Origin {
  /** The workflow that was composed in; null for the composing workflow itself. */
  readonly workflow: string | null;
  /** The list element that it was asked for. */
  readonly item: FactPath | null;
  /** The name inside that workflow. */
  readonly name: string;
}

export function originOf(name: string): Origin {
  const found = /^(?:.*\.)?([A-Za-z_]\w*)(?:\[([A-Za-z_][\w.[\]]*)\])?\.([A-Za-z_]\w*)$/.exec(name);
  const [, workflow, item, local] = found ?? [];
  // Only workflows are written with a capital: `bands.mirels` is a table with an output.
  if (!workflow || !local || !/^[A-Z]/.test(workflow)) return { workflow: null, item: null, name };
  return { workflow, item: item === undefined ? null : parsePath(item), name: local };
}

/** The name without the workflows before it; a table keeps the name of its output. */
export const localName = (name: string): string => name.replace(/^(?:[A-Z]\w*(?:\[[A-Za-z_][\w.[\]]*\])?\.)+/, '');

export interface Group<T> {
  /** Null for the composing workflow itself. */
  readonly workflow: string | null;
  readonly items: readonly T[];
}

/** Items by the workflow that they come from, in the order in which the workflows first appear in `order`; others after them. */
export function byWorkflow<T>(items: readonly T[], nameOf: (item: T) => string, order: readonly string[] = []): Group<T>[] {
  const groups = gather(items, (item) => originWorkflow(nameOf(item)));
  const place = (workflow: string) => {
    if (workflow === '') return -1;
    const at = order.indexOf(workflow);
    return at < 0 ? order.length : at;
  };
  return [...groups].sort(([a], [b]) => place(a) - place(b)).map(([workflow, inside]) => ({ workflow: workflow === '' ? null : workflow, items: inside }));
}

function originWorkflow(name: string): string {
  const workflow = /^[A-Z]\w*(?=[[.])/.exec(name)?.[0];
  return workflow ?? '';
}

/** Rules that wait for exactly the same facts: what to enter is said once. */
export interface PendingLine {
  readonly missing: readonly string[];
  readonly items: readonly Pending[];
}

export function bySameMissing(pending: readonly Pending[]): PendingLine[] {
  const lines = gather(pending, ({ missing }) => [...missing].sort().join('\n'));
  return [...lines.values()].flatMap((items) => (items[0] ? [{ missing: items[0].missing, items }] : []));
}

const urgencies: readonly Urgency[] = ['emergency', 'urgent', 'routine', 'info'];

/** What was advised, by urgency, the most urgent first; what states none stands with the information. */
export function byUrgency<T extends Pick<Recommendation, 'urgency'>>(items: readonly T[]): { urgency: Urgency; items: readonly T[] }[] {
  const groups = gather(items, ({ urgency }) => urgency ?? 'info');
  return urgencies.flatMap((urgency) => {
    const inside = groups.get(urgency);
    return inside ? [{ urgency, items: inside }] : [];
  });
}

/** Advice that is held back for the same reason. */
export interface WithheldLine {
  readonly by: readonly string[];
  readonly reason: string | null;
  readonly items: readonly Withheld[];
}

export function bySameReason(withheld: readonly Withheld[]): WithheldLine[] {
  const lines = gather(withheld, ({ by, reason }) => JSON.stringify([by, reason ?? null]));
  return [...lines.values()].flatMap((items) => (items[0] ? [{ by: items[0].by, reason: items[0].reason ?? null, items }] : []));
}

export interface RankedFact extends MissingFact {
  /** How many emergencies wait for it. */
  readonly emergencies: number;
}

/** Missing facts: those first for which most emergencies wait, then those for which most rules wait. */
export function rankMissing({ missing, pending }: Pick<Decision, 'missing' | 'pending'>): RankedFact[] {
  const waiting = new Map<string, number>();
  for (const item of pending) {
    if (item.urgency !== 'emergency') continue;
    for (const fact of item.missing) waiting.set(fact, (waiting.get(fact) ?? 0) + 1);
  }
  return missing
    .map((item) => ({ ...item, emergencies: waiting.get(item.fact) ?? 0 }))
    .sort((a, b) => b.emergencies - a.emergencies || b.rules.length - a.rules.length);
}

/** The first few in sight and the rest folded, unless the fold would hide next to nothing. */
export function fold<T>(items: readonly T[], most: number, spare = 3): { shown: readonly T[]; rest: readonly T[] } {
  const shown = items.length <= most + spare ? items.length : most;
  return { shown: items.slice(0, shown), rest: items.slice(shown) };
}

/** Items with the same key together, in the order in which the keys are met. */
export function gather<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
