import { insertAt, removeAt, setAt } from '../documents/editJson';
import { membersOf, nodeAt, parseDocument, type JSONPath, type JsonValue, valueOf } from '../documents/json';
import { memberOrder } from '../documents/workflowDocument';
import { writeJson } from '../documents/writeJson';
import type { FactPath } from '../facts/path';

/**
 * Writes one fact of a case as the form has it now. `before` and `after` are all facts as JSON text; only what stands at the path changes, so
 * that facts without a field, and the layout of all others, stay. Objects that become empty go, elements of lists stay.
 */
export function writeCaseFact(text: string, casePath: JSONPath, path: FactPath, before: string, after: string): string {
  const factsPath = [...casePath, 'Facts'];
  const value = valueAt(after, path);
  if (value === undefined) return withoutEmpty(removeAt(text, [...factsPath, ...path]), factsPath, path.slice(0, -1));
  const former = valueAt(before, path);
  if (Array.isArray(value) && Array.isArray(former)) return writeList(text, [...factsPath, ...path], former as readonly JsonValue[], value as readonly JsonValue[]);
  return setAt(text, [...factsPath, ...path], value, memberOrder.case);
}

function valueAt(json: string, path: FactPath): JsonValue | undefined {
  const node = nodeAt(parseDocument(json).root, [...path]);
  return node && valueOf(json, node);
}

/** One element more or less touches no other element. */
function writeList(text: string, path: JSONPath, former: readonly JsonValue[], value: readonly JsonValue[]): string {
  const same = (i: number, j: number) => writeJson(former[i] ?? null) === writeJson(value[j] ?? null);
  const first = value.findIndex((_, i) => i >= former.length || !same(i, i));
  if (value.length === former.length + 1 && first === former.length) return insertAt(text, path, former.length, value.at(-1) ?? {});
  const gone = first < 0 ? value.length : first;
  if (value.length === former.length - 1 && value.every((_, i) => i < gone || same(i + 1, i))) return removeAt(text, [...path, gone]);
  return setAt(text, path, [...value]);
}

function withoutEmpty(text: string, factsPath: JSONPath, path: FactPath): string {
  if (path.length === 0 || typeof path.at(-1) === 'number') return text;
  const node = nodeAt(parseDocument(text).root, [...factsPath, ...path]);
  if (!node || node.type !== 'object' || membersOf(node).length > 0) return text;
  return withoutEmpty(removeAt(text, [...factsPath, ...path]), factsPath, path.slice(0, -1));
}
