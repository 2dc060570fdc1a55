import type { FactPath } from './path';

/** What has been entered for one fact. A fact without entry is unknown. */
export type Entry =
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'choice' | 'date' | 'text'; readonly value: string }
  /** The typed text, never a float; a null unit is the canonical one. */
  | { readonly kind: 'number'; readonly text: string; readonly unit: string | null }
  /** An empty list says "none", which is not the same as no entry. */
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | { readonly kind: 'object'; readonly values: Entries };

export type Entries = Readonly<Record<string, Entry | undefined>>;

export interface ListItem {
  /** Identity on screen; it never leaves the browser. */
  readonly id: string;
  readonly values: Entries;
}

/** Everything entered, by input. Immutable: an edit shares all that it does not touch. */
export type Draft = Readonly<Record<string, Entries | undefined>>;

export const emptyDraft: Draft = {};

export function readEntry(draft: Draft, path: FactPath): Entry | undefined {
  const [input, ...steps] = path;
  return readFrom(draft[String(input)] ?? {}, steps);
}

function readFrom(entries: Entries, [name, ...rest]: FactPath): Entry | undefined {
  const entry = entries[String(name)];
  if (rest.length === 0 || !entry) return entry;
  if (entry.kind === 'object') return readFrom(entry.values, rest);
  const [position, ...inside] = rest;
  const item = entry.kind === 'list' ? entry.items[Number(position)] : undefined;
  return item && inside.length > 0 ? readFrom(item.values, inside) : undefined;
}

/** The draft with one entry replaced; `undefined` makes the fact unknown. */
export function writeEntry(draft: Draft, path: FactPath, entry: Entry | undefined): Draft {
  const [input, ...steps] = path;
  const name = String(input);
  return { ...draft, [name]: writeInto(draft[name] ?? {}, steps, entry) };
}

function writeInto(entries: Entries, [step, ...rest]: FactPath, entry: Entry | undefined): Entries {
  const name = String(step);
  if (rest.length === 0) return withEntry(entries, name, entry);
  const current = entries[name];
  if (typeof rest[0] !== 'number') {
    const values = current?.kind === 'object' ? current.values : {};
    return { ...entries, [name]: { kind: 'object', values: writeInto(values, rest, entry) } };
  }
  if (current?.kind !== 'list') return entries;
  const [position, ...inside] = rest;
  const items = current.items.map((item, i) => (i === position ? { ...item, values: writeInto(item.values, inside, entry) } : item));
  return { ...entries, [name]: { kind: 'list', items } };
}

function withEntry(entries: Entries, name: string, entry: Entry | undefined): Entries {
  if (entry) return { ...entries, [name]: entry };
  return Object.fromEntries(Object.entries(entries).filter(([key]) => key !== name));
}

/** How many facts have been entered; the elements of lists count by their own facts, an empty list as one. */
export function countEntries(draft: Draft): number {
  return Object.values(draft).reduce((sum, entries) => sum + countIn(entries ?? {}), 0);
}

function countIn(entries: Entries): number {
  return Object.values(entries).reduce((sum, entry) => sum + (entry ? weight(entry) : 0), 0);
}

function weight(entry: Entry): number {
  switch (entry.kind) {
    case 'list':
      return entry.items.length === 0 ? 1 : entry.items.reduce((sum, item) => sum + countIn(item.values), 0);
    case 'object':
      return countIn(entry.values);
    case 'number':
      return entry.text.trim() === '' ? 0 : 1;
    default:
      return entry.value === '' ? 0 : 1;
  }
}
