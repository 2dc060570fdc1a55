import { itemsOf, member, membersOf, parseDocument, pointerOf, rawText, stringOf, textsOf, Raw, type JsonDocument, type JsonValue } from './json';
import { removeAt, setAt } from './editJson';
import type { Placed } from './workflowDocument';

/** What kind of answer a fact has, as an author chooses it. */
export type FactKind = 'yesNo' | 'number' | 'wholeNumber' | 'choice' | 'text' | 'date' | 'list' | 'other';

export const factKinds: Readonly<Record<FactKind, string>> = {
  yesNo: 'Yes or no', number: 'Number', wholeNumber: 'Whole number', choice: 'One of a list of values', text: 'Text', date: 'Date', list: 'List of other facts', other: 'Other',
};

export interface FactView extends Placed {
  readonly name: string;
  readonly kind: FactKind;
  readonly label: string | null;
  readonly group: string | null;
  readonly description: string | null;
  readonly unit: string | null;
  readonly otherUnits: readonly string[];
  /** As written. */
  readonly minimum: string | null;
  readonly maximum: string | null;
  readonly values: readonly string[];
}

export interface SchemaView {
  readonly document: JsonDocument;
  readonly title: string | null;
  readonly description: string | null;
  readonly facts: readonly FactView[];
}

export const factOrder = [
  'type', 'format', 'enum', 'items', 'minimum', 'maximum', 'description', '$comment', 'x-unit', 'x-units', 'x-codes', 'x-fhir', 'x-attribute', 'x-label', 'x-group', 'x-order',
] as const;

/** What the text of a fact schema says, read as it stands. */
export function readSchema(text: string): SchemaView {
  const document = parseDocument(text);
  const { root } = document;
  return {
    document,
    title: stringOf(member(root, 'title')),
    description: stringOf(member(root, 'description')),
    facts: membersOf(member(root, 'properties')).map(({ key, value: node }) => {
      const path = ['properties', key];
      const written = (keyword: string) => {
        const value = member(node, keyword);
        return value ? rawText(text, value) : null;
      };
      return {
        path,
        pointer: pointerOf(path),
        node,
        name: key,
        kind: kindOf(stringOf(member(node, 'type')), member(node, 'enum') !== undefined, stringOf(member(node, 'format'))),
        label: stringOf(member(node, 'x-label')),
        group: stringOf(member(node, 'x-group')),
        description: stringOf(member(node, 'description')),
        unit: stringOf(member(node, 'x-unit')),
        otherUnits: membersOf(member(node, 'x-units')).map((unit) => unit.key),
        minimum: written('minimum'),
        maximum: written('maximum'),
        values: textsOf(member(node, 'enum')),
      };
    }),
  };
}

function kindOf(type: string | null, hasValues: boolean, format: string | null): FactKind {
  if (hasValues) return 'choice';
  switch (type) {
    case 'boolean': return 'yesNo';
    case 'number': return 'number';
    case 'integer': return 'wholeNumber';
    case 'array': return 'list';
    case 'string': return format === 'date' ? 'date' : format === null ? 'text' : 'other';
    default: return 'other';
  }
}

const keywords: Readonly<Record<Exclude<FactKind, 'other' | 'list'>, Readonly<Record<string, JsonValue>>>> = {
  yesNo: { type: 'boolean' },
  number: { type: 'number' },
  wholeNumber: { type: 'integer' },
  choice: { type: 'string', enum: ['value1', 'value2'] },
  text: { type: 'string' },
  date: { type: 'string', format: 'date' },
};

export type NewFactKind = keyof typeof keywords;

/** A fact that can be asked for: `order` places it in forms. */
export const newFact = (label: string, kind: NewFactKind, group: string, order: number): JsonValue => ({
  ...keywords[kind], description: '', 'x-label': label, ...(group === '' ? {} : { 'x-group': group }), 'x-order': new Raw(String(order)),
});

/** The fact with another kind of answer; what belongs only to the former kind goes. */
export function withKind(text: string, fact: FactView, kind: NewFactKind): string {
  const numeric = kind === 'number' || kind === 'wholeNumber';
  const gone = ['format', 'enum', 'items', ...(numeric ? [] : ['minimum', 'maximum', 'x-unit', 'x-units'])];
  const bare = gone.reduce((result, keyword) => removeAt(result, [...fact.path, keyword]), text);
  return Object.entries(keywords[kind]).reduce((result, [keyword, value]) => setAt(result, [...fact.path, keyword], value, factOrder), bare);
}

/** The largest order so far and ten more, so that a new fact stands last and others fit between. */
export function nextOrder({ document, facts }: SchemaView): number {
  const orders = facts.map(({ node }) => Number(rawText(document.text, member(node, 'x-order') ?? node)) || 0);
  return Math.max(0, ...orders) + 10;
}

/** Names of the elements of a list of choices, or what a list holds, in words. */
export const elementsOf = ({ node }: FactView): string | null => {
  const items = member(node, 'items');
  return stringOf(member(items, '$ref')) ?? stringOf(member(items, 'type')) ?? (itemsOf(items).length > 0 ? 'several kinds' : null);
};
