import { itemsOf, membersOf, nodeAt, parseDocument, propertyOf, rawText, spelled, type JSONPath, type JsonValue, type Node, Raw } from './json';
import { writeJson } from './writeJson';

/**
 * Changes of a document's text. Only the span that changes is written anew, so that layout, order, comments and the spelling of numbers of
 * everything else stay. They take a text and give a text; a place that does not exist is created where that has a meaning, else the text stays.
 */
export type TextEdit = (text: string) => string;

/** In which order the members of an object belong; others stand behind them. */
export type MemberOrder = readonly string[];

const splice = (text: string, start: number, end: number, replacement: string) => text.slice(0, start) + replacement + text.slice(end);

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** Many splices of one text, in its order and apart from each other. */
function spliceAll(text: string, splices: readonly Splice[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, replacement } of splices) {
    pieces.push(text.slice(at, start), replacement);
    at = end;
  }
  return pieces.join('') + text.slice(at);
}

const endOf = (node: Node) => node.offset + node.length;

function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
}

const columnOf = (text: string, offset: number) => offset - (text.lastIndexOf('\n', offset - 1) + 1);

/** Sets what stands at a path; `undefined` removes it. Objects on the way are created. */
export function setAt(text: string, path: JSONPath, value: JsonValue | undefined, order: MemberOrder = []): string {
  const { root } = parseDocument(text);
  if (!root) return text;
  const node = nodeAt(root, path);
  if (value === undefined) return node ? removeAt(text, path) : text;
  if (node) return splice(text, node.offset, endOf(node), writeJson(value, indentAt(text, node.offset), columnOf(text, node.offset)));
  const parentPath = path.slice(0, -1);
  const key = path.at(-1);
  if (key === undefined) return text;
  const parent = nodeAt(root, parentPath);
  if (typeof key === 'number') return parent ? insertAt(text, parentPath, key, value) : setAt(text, parentPath, [value], order);
  if (!parent) return setAt(text, parentPath, { [key]: value }, order);
  return parent.type === 'object' ? addMember(text, parent, key, value, order) : text;
}

function addMember(text: string, parent: Node, key: string, value: JsonValue, order: MemberOrder): string {
  const place = order.findIndex((name) => name.toLowerCase() === key.toLowerCase());
  const earlier = place < 0 ? [] : order.slice(0, place);
  const properties = parent.children ?? [];
  // Behind the last one that belongs before it; a member that the order does not know stands last.
  const after = place < 0 ? properties.at(-1) : properties.findLast((property) => earlier.some((name) => propertyOf(parent, name) === property));
  return insertInto(text, parent, properties, after ? properties.indexOf(after) + 1 : 0, (indent, column) => {
    const head = `${JSON.stringify(key)}: `;
    return head + writeJson(value, indent, column + head.length);
  });
}

/** Puts an item into a list; a list that is not there is created, at its place in the `order` of its parent. */
export const insertAt = (text: string, listPath: JSONPath, index: number, value: JsonValue, order: MemberOrder = []): string => insertItems(text, listPath, index, [value], order);

/** Puts items into a list behind each other. */
export function insertItems(text: string, listPath: JSONPath, index: number, values: readonly JsonValue[], order: MemberOrder = []): string {
  const list = nodeAt(parseDocument(text).root, listPath);
  if (values.length === 0) return text;
  if (!list) return setAt(text, listPath, values, order);
  if (list.type !== 'array') return text;
  const items = itemsOf(list);
  return insertInto(text, list, items, Math.min(Math.max(index, 0), items.length), (indent, column, separator) => values.map((value) => writeJson(value, indent, column)).join(separator));
}

function insertInto(text: string, parent: Node, children: readonly Node[], index: number, write: (indent: string, column: number, separator: string) => string): string {
  const [open, close] = parent.type === 'array' ? ['[', ']'] : ['{', '}'];
  const outer = indentAt(text, parent.offset);
  const inner = `${outer}  `;
  if (children.length === 0) return splice(text, parent.offset, endOf(parent), `${open}\n${inner}${write(inner, inner.length, `,\n${inner}`)}\n${outer}${close}`);
  const first = children[0];
  const previous = children[index - 1];
  const spread = text.slice(parent.offset, first?.offset ?? parent.offset).includes('\n');
  const indent = spread && first ? indentAt(text, first.offset) : outer;
  const separator = spread ? `,\n${indent}` : ', ';
  const item = write(indent, indent.length, separator);
  if (previous) return splice(text, endOf(previous), endOf(previous), separator + item);
  return first ? splice(text, first.offset, first.offset, item + separator) : text;
}

/** Removes a member or an item, with the comma that belonged to it. */
export function removeAt(text: string, path: JSONPath): string {
  const { root } = parseDocument(text);
  const node = nodeAt(root, path);
  const parent = nodeAt(root, path.slice(0, -1));
  if (!node || !parent || path.length === 0) return text;
  const child = parent.type === 'array' ? node : node.parent;
  const index = child ? (parent.children ?? []).indexOf(child) : -1;
  return index < 0 ? text : removeChildren(text, parent, index, index);
}

/** Removes the items from one place to another, both included. */
export function removeItems(text: string, listPath: JSONPath, first: number, last: number): string {
  const list = nodeAt(parseDocument(text).root, listPath);
  return list?.type === 'array' && first <= last && itemsOf(list)[first] && itemsOf(list)[last] ? removeChildren(text, list, first, last) : text;
}

function removeChildren(text: string, parent: Node, firstIndex: number, lastIndex: number): string {
  const children = parent.children ?? [];
  const first = children[firstIndex];
  const last = children[lastIndex];
  const previous = children[firstIndex - 1];
  const next = children[lastIndex + 1];
  if (!first || !last) return text;
  if (previous) return splice(text, endOf(previous), endOf(last), '');
  if (next) return splice(text, first.offset, next.offset, '');
  return splice(text, parent.offset, endOf(parent), parent.type === 'array' ? '[]' : '{}');
}

/**
 * Edits items of a list each as a text of its own, whose root is the item: one reading of the document, however many items change. Items
 * without an edit keep every character.
 */
export function editItems(text: string, listPath: JSONPath, edits: ReadonlyMap<number, TextEdit>): string {
  const items = itemsOf(nodeAt(parseDocument(text).root, listPath));
  const splices = [...edits].sort(([a], [b]) => a - b).flatMap(([index, edit]): Splice[] => {
    const item = items[index];
    if (!item) return [];
    // New lines of an item are indented like the line on which it begins.
    const indent = indentAt(text, item.offset);
    return [{ start: item.offset, end: endOf(item), replacement: edit(indent + rawText(text, item)).trimStart() }];
  });
  return spliceAll(text, splices);
}

/** The items in another order: `order[i]` is the old place of the new item `i`. What stands between them stays. */
export function permuteItems(text: string, listPath: JSONPath, order: readonly number[]): string {
  const items = itemsOf(nodeAt(parseDocument(text).root, listPath));
  if (order.length !== items.length || new Set(order).size !== items.length || order.some((from) => !items[from])) return text;
  return spliceAll(text, items.flatMap((slot, i): Splice[] => {
    const from = items[order[i] ?? i];
    return from && from !== slot ? [{ start: slot.offset, end: endOf(slot), replacement: rawText(text, from) }] : [];
  }));
}

/** An item, or `length` of them, at another place, the others in their order. */
export function moveItem(text: string, listPath: JSONPath, from: number, to: number, length = 1): string {
  const count = itemsOf(nodeAt(parseDocument(text).root, listPath)).length;
  if (from < 0 || to < 0 || from + length > count || to + length > count || from === to) return text;
  const order = Array.from({ length: count }, (_, i) => i);
  order.splice(to, 0, ...order.splice(from, length));
  return permuteItems(text, listPath, order);
}

/** A copy of an item, or of `length` of them, right behind, as they are written. */
export function duplicateItem(text: string, listPath: JSONPath, index: number, length = 1): string {
  const items = itemsOf(nodeAt(parseDocument(text).root, listPath)).slice(index, index + length);
  return insertItems(text, listPath, index + items.length, items.map((item) => new Raw(rawText(text, item))));
}

/** Another name for a member, at its place and with its value. */
export function renameMember(text: string, objectPath: JSONPath, key: string, name: string): string {
  const { root } = parseDocument(text);
  const keyNode = propertyOf(nodeAt(root, spelled(root, objectPath)), key)?.children?.[0];
  if (!keyNode || membersOf(nodeAt(root, objectPath)).some((member) => member.key === name)) return text;
  return splice(text, keyNode.offset, endOf(keyNode), JSON.stringify(name));
}
