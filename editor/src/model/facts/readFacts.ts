import { itemsOf, membersOf, rawText, type Node } from '../documents/json';
import type { Draft, Entries, Entry } from './draft';
import type { Field, InputForm } from './form';
import { pathText, type FactPath } from './path';

export interface FactsRead {
  readonly draft: Draft;
  /** What the form has no field for, or not of this kind: path and text as written. It is never dropped from a document. */
  readonly beyond: readonly { readonly path: string; readonly text: string }[];
}

/** The facts of a document as entries of a form: numbers with their digits, `null` as unknown. */
export function readFacts(form: readonly InputForm[], text: string, facts: Node | null): FactsRead {
  const beyond: { path: string; text: string }[] = [];
  const strange = (path: FactPath, node: Node) => { beyond.push({ path: pathText(path), text: rawText(text, node) }); };

  const readObject = (fields: readonly Field[], node: Node, path: FactPath): Entries => {
    const entries: [string, Entry][] = [];
    for (const { key, value } of membersOf(node)) {
      if (value.type === 'null') continue;
      const field = fields.find(({ name }) => name === key);
      const entry = field && readValue(field, value, [...path, key]);
      if (entry) entries.push([key, entry]);
      else strange([...path, key], value);
    }
    return Object.fromEntries(entries);
  };

  const readValue = (field: Field, node: Node, path: FactPath): Entry | null => {
    switch (field.kind) {
      case 'boolean':
        return node.type === 'boolean' ? { kind: 'boolean', value: node.value === true } : null;
      case 'number':
        return readNumberValue(text, node);
      case 'choice':
      case 'date':
      case 'text':
        return node.type === 'string' ? { kind: field.kind, value: String(node.value) } : null;
      case 'list':
        if (node.type !== 'array') return null;
        return { kind: 'list', items: itemsOf(node).map((item, i) => ({ id: `item-${i}`, values: readObject(field.fields, item, [...path, i]) })) };
      case 'object':
        return node.type === 'object' ? { kind: 'object', values: readObject(field.fields, node, path) } : null;
      case 'unsupported':
        return null;
    }
  };

  const inputs: [string, Entries][] = [];
  for (const { key, value } of membersOf(facts)) {
    const input = form.find(({ input: name }) => name === key);
    if (input && value.type === 'object') inputs.push([key, readObject(input.fields, value, [key])]);
    else if (value.type !== 'null') strange([key], value);
  }
  return { draft: Object.fromEntries(inputs), beyond };
}

/** `10.40`, or `{ "value": 2.6, "unit": "mmol/L" }`. */
function readNumberValue(text: string, node: Node): Entry | null {
  if (node.type === 'number') return { kind: 'number', text: plainDigits(rawText(text, node)), unit: null };
  const members = membersOf(node);
  const value = members.find(({ key }) => key === 'value')?.value;
  const unit = members.find(({ key }) => key === 'unit')?.value;
  if (value?.type !== 'number' || unit?.type !== 'string' || members.length > 2) return null;
  return { kind: 'number', text: plainDigits(rawText(text, value)), unit: String(unit.value) };
}

/** `1.5e3` → `1500`: digits as people type them; all others stay as they are written. */
export function plainDigits(raw: string): string {
  const [, sign = '', whole = '', fraction = '', exponent] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,2}))?$/.exec(raw) ?? [];
  if (exponent === undefined) return raw;
  const point = whole.length + Number(exponent);
  const digits = point > 0 ? (whole + fraction).padEnd(point, '0') : '0'.repeat(1 - point) + whole + fraction;
  const at = Math.max(point, 1);
  const rest = digits.slice(at);
  return `${sign}${digits.slice(0, at).replace(/^0+(?=\d)/, '')}${rest === '' ? '' : `.${rest}`}`;
}
