import { Raw, type JsonValue } from './json';

const width = 118;

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);

type Members = readonly (readonly [string, JsonValue])[];

const membersOf = (value: Readonly<Record<string, JsonValue | undefined>>): Members =>
  Object.entries(value).flatMap(([key, member]) => (member === undefined ? [] : [[key, member] as const]));

function line(value: JsonValue): string {
  if (value instanceof Raw) return value.text;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(line).join(', ')}]`;
  const members = membersOf(value).map(([key, member]) => `${JSON.stringify(key)}: ${line(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** JSON as the documents of the library are laid out: two spaces, what is short on one line. `before` is what stands on its first line already. */
export function writeJson(value: JsonValue, indent = '', before = indent.length): string {
  const flat = line(value);
  if (value === null || typeof value !== 'object' || value instanceof Raw || before + flat.length <= width) return flat;
  const inner = `${indent}  `;
  if (isList(value)) return `[\n${value.map((item) => inner + writeJson(item, inner)).join(',\n')}\n${indent}]`;
  const members = membersOf(value).map(([key, member]) => {
    const head = `${inner}${JSON.stringify(key)}: `;
    return head + writeJson(member, inner, head.length);
  });
  return `{\n${members.join(',\n')}\n${indent}}`;
}
