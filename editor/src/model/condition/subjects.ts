import type { Field, InputForm } from '../facts/form';
import { findField } from '../facts/labels';
import { parsePath } from '../facts/path';
import { unitText } from '../unit';
import { formatNumber } from '../value';
import { humanize } from '../words';
import type { TypeInfo } from './structure';
import type { TestSubject } from './tests';
import { searchFor } from '../search';

/** What the server offers to write at a place. */
export interface Offer {
  readonly label: string;
  readonly insert: string;
  readonly kind: string;
  readonly detail: string | null;
  readonly description: string | null;
  readonly typeInfo: TypeInfo | null;
}

/** Something that a condition can be about, in the group under which people look for it. */
export interface Subject extends TestSubject {
  readonly group: string;
  /** Type, unit and range in a few words. */
  readonly detail: string;
}

/** A used workflow whose names were asked for by themselves. */
export interface Members {
  readonly owner: Offer;
  readonly offers: readonly Offer[];
}

const groups: Readonly<Record<string, string>> = {
  localParameter: 'Of this rule', parameter: 'Parameters', score: 'Scores', table: 'Tables', rule: 'Rules', variable: 'Of the list', input: 'Other',
};

/** Everything to choose from, in the order in which forms and the workflow have it. */
export function subjectsOf(offers: readonly Offer[], members: readonly Members[], form: readonly InputForm[]): readonly Subject[] {
  const facts = offers.filter(({ kind }) => kind === 'fact').flatMap((offer) => {
    const subject = factOf(offer, offer.insert, form);
    return subject ? [subject] : [];
  });
  const own = offers.filter(({ kind }) => kind !== 'fact' && kind !== 'workflow' && kind in groups).flatMap((offer) => namedOf(offer, offer.insert, groups[offer.kind] ?? 'Other'));
  const used = members.flatMap(({ owner, offers: inside }) => inside.flatMap((offer) => {
    const text = `${owner.insert}.${offer.insert}`;
    if (offer.kind === 'fact') return factOf(offer, text, form) ?? [];
    return namedOf(offer, text, owner.description ?? humanize(owner.label));
  }));
  // The elements of a list come first: inside its condition they are what it is about.
  const isInside = ({ kind, text }: Subject) => kind === 'fact' && members.some(({ owner }) => owner.kind === 'variable' && text.startsWith(`${owner.insert}.`));
  const all = [...used.filter(isInside), ...inFormOrder(facts, form), ...own, ...used.filter((subject) => !isInside(subject))];
  return [...new Map(all.map((subject) => [subject.text, subject])).values()];
}

function factOf(offer: Offer, text: string, form: readonly InputForm[]): Subject | null {
  if (!offer.typeInfo) return null;
  const path = parsePath(text);
  const field = findField(form, path);
  const input = form.find(({ input: name }) => name === path[0]);
  const group = field && input ? (form.length > 1 ? `${input.title}: ${field.group}` : field.group) : 'Other facts';
  return { text, label: field?.label ?? humanize(String(path.at(-1) ?? text)), type: offer.typeInfo, isFact: true, kind: 'fact', group, detail: typeWords(offer.typeInfo) };
}

function namedOf(offer: Offer, text: string, group: string): readonly Subject[] {
  const { typeInfo: type, kind, label, description } = offer;
  if (!type || type.kind === 'object') return [];
  // Of a rule and a score the description is its title; a parameter's is how it is computed.
  const title = kind === 'rule' || kind === 'score' ? description : null;
  return [{ text, label: title ?? (text === 'asOf' ? 'Day of the decision' : humanize(label)), type, isFact: false, kind, group, detail: kind === 'rule' ? 'rule' : typeWords(type) }];
}

function inFormOrder(facts: readonly Subject[], form: readonly InputForm[]): readonly Subject[] {
  const order = new Map(form.flatMap(({ input, fields }) => fieldPaths(input, fields)).map((path, i) => [path, i]));
  const groupOrder = new Map<string, number>();
  const sorted = [...facts].sort((a, b) => (order.get(a.text) ?? 1e6) - (order.get(b.text) ?? 1e6));
  sorted.forEach(({ group }) => { if (!groupOrder.has(group)) groupOrder.set(group, groupOrder.size); });
  return sorted.sort((a, b) => (groupOrder.get(a.group) ?? 0) - (groupOrder.get(b.group) ?? 0));
}

const fieldPaths = (owner: string, fields: readonly Field[]): readonly string[] =>
  fields.flatMap((field) => [`${owner}.${field.name}`, ...(field.kind === 'object' ? fieldPaths(`${owner}.${field.name}`, field.fields) : [])]);

/** "mg/dL, 0 to 30", "yes or no". */
export function typeWords({ kind, unit, minimum, maximum }: TypeInfo): string {
  const range = minimum !== null && maximum !== null ? `${formatNumber(minimum)} to ${formatNumber(maximum)}` : '';
  switch (kind) {
    case 'boolean': return 'yes or no';
    case 'number':
    case 'integer': return [unitText(unit), range].filter(Boolean).join(', ') || 'number';
    case 'enum': return 'choice';
    case 'unknown': return '';
    default: return kind;
  }
}

/** Subjects that hold every word of a search in label, name or group. */
export const isFound = ({ label, text, group }: Pick<Subject, 'label' | 'text' | 'group'>, search: string): boolean => searchFor(search)(label, text, group);
