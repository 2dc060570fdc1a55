import { findNodeAtLocation, parseTree, type JSONPath, type Node, type ParseError } from 'jsonc-parser';
import { readOnce } from '../readOnce';

export type { JSONPath, Node };

/** A value that stands in a document exactly as its text says: numbers keep their digits. */
export class Raw {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type JsonValue = string | boolean | null | Raw | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

export interface JsonDocument {
  readonly text: string;
  /** Null when nothing of it can be understood. */
  readonly root: Node | null;
  /** Whether every part of it was understood; if not, only its text can be edited safely. */
  readonly sound: boolean;
}

const kept = 8;

/** The tree of a text, whose nodes keep their offsets. */
export const parseDocument = readOnce((text): JsonDocument => {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true }) ?? null;
  return { text, root, sound: root !== null && errors.length === 0 };
}, kept);

/** Keys of authored documents count without case. */
const sameKey = (a: string, b: string) => a === b || (a.length === b.length && a.toLowerCase() === b.toLowerCase());

export function propertyOf(node: Node | null | undefined, key: string): Node | undefined {
  if (node?.type !== 'object') return undefined;
  return node.children?.find((property) => sameKey(String(property.children?.[0]?.value), key));
}

export const member = (node: Node | null | undefined, key: string): Node | undefined => propertyOf(node, key)?.children?.[1];

export const itemsOf = (node: Node | null | undefined): readonly Node[] => (node?.type === 'array' ? (node.children ?? []) : []);

export const stringOf = (node: Node | null | undefined): string | null => (node?.type === 'string' ? String(node.value) : null);

export const textsOf = (node: Node | null | undefined): readonly string[] => itemsOf(node).flatMap((item) => stringOf(item) ?? []);

export interface Member {
  readonly key: string;
  readonly value: Node;
}

export const membersOf = (node: Node | null | undefined): readonly Member[] =>
  node?.type === 'object'
    ? (node.children ?? []).flatMap(({ children }) => (children?.[0] && children[1] ? [{ key: String(children[0].value), value: children[1] }] : []))
    : [];

export const rawText = (text: string, node: Node): string => text.slice(node.offset, node.offset + node.length);

/** The value of a node with the digits of its numbers. */
export function valueOf(text: string, node: Node): JsonValue {
  switch (node.type) {
    case 'string': return String(node.value);
    case 'boolean': return node.value === true;
    case 'array': return itemsOf(node).map((item) => valueOf(text, item));
    case 'object': return Object.fromEntries(membersOf(node).map(({ key, value }) => [key, valueOf(text, value)]));
    case 'number': return new Raw(rawText(text, node));
    default: return null;
  }
}

/** The path as the document spells its keys, as far as it has them. */
export function spelled(root: Node | null, path: JSONPath): JSONPath {
  let node: Node | null | undefined = root;
  return path.map((part) => {
    if (typeof part === 'number') {
      node = itemsOf(node)[part];
      return part;
    }
    const property = propertyOf(node, part);
    node = property?.children?.[1];
    return property ? String(property.children?.[0]?.value) : part;
  });
}

export const nodeAt = (root: Node | null, path: JSONPath): Node | undefined => (root ? findNodeAtLocation(root, spelled(root, path)) : undefined);

export const pointerOf = (path: JSONPath): string => path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Parts of digits count as places in lists. */
export const pathOf = (pointer: string): JSONPath =>
  pointer.split('/').slice(1).map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')));
