import { splice, type Splice } from './splice';
import { nodeAtPath, type ConditionNode, type NodePath } from './structure';
import { draftOf, oppositeOf, surface, writeTest } from './tests';

/**
 * Edits of a condition in a builder, as edits of its text: only the span of the part concerned is written anew, so that what the author typed
 * elsewhere stays. All take the text and the tree that the server read from exactly this text, and give the new text.
 */
export type Join = 'all' | 'any';

/** What surrounds a part: it says how tightly the part has to hold together by itself. */
type Surroundings = Join | 'not' | 'whole';

const needed: Readonly<Record<Surroundings, number>> = { whole: 0, any: 1, all: 2, not: 4 };

/** How tightly a text holds together: 0 for `a ?? b`, 1 for `a || b`, 2 for `a && b`, 3 for a comparison, 4 for a name, a call or what stands in parentheses. */
function tightness(text: string): number {
  const bare = surface(text);
  if (bare.includes('?')) return 0;
  if (/\|\||\bOR\b/.test(bare)) return 1;
  if (/&&|\bAND\b/.test(bare)) return 2;
  return /^[\s\w.]*$/.test(bare) && !/\w\s+\w/.test(bare.trim()) ? 4 : 3;
}

/** With parentheses where the surroundings would tear it apart. */
export const placed = (text: string, within: Surroundings): string => (tightness(text) < needed[within] ? `(${text})` : text);

function surroundings(root: ConditionNode, path: NodePath): Surroundings {
  if (path.length === 0) return 'whole';
  const kind = nodeAtPath(root, path.slice(0, -1))?.kind;
  return kind === 'all' || kind === 'any' || kind === 'not' ? kind : 'whole';
}

export const isGroup = (node: ConditionNode | null): node is ConditionNode & { kind: Join } => node?.kind === 'all' || node?.kind === 'any';

const outerText = (text: string, node: ConditionNode) => text.slice(node.outerStart, node.outerStart + node.outerLength);

const outerOf = (node: ConditionNode, insert: string): Splice => ({ start: node.outerStart, length: node.outerLength, insert });

const signs: Readonly<Record<Join, string>> = { all: '&&', any: '||' };

/** The operands of a group and what stands between them, as written. */
interface Row {
  readonly start: number;
  readonly length: number;
  readonly items: readonly string[];
  readonly gaps: readonly string[];
}

function rowOf(text: string, { kind, start, length, operands }: ConditionNode & { kind: Join }): Row {
  const end = (node: ConditionNode) => node.outerStart + node.outerLength;
  const from = Math.min(start, operands[0]?.outerStart ?? start);
  const to = Math.max(start + length, ...operands.map(end));
  const gaps = operands.slice(1).map((next, i) => text.slice(end(operands[i] ?? next), next.outerStart));
  // In `(a && b) && c` the parentheses belong to none of the three: they go, as they mean nothing.
  const clean = gaps.every((gap) => /^\s*(&&|\|\||AND|OR)\s*$/.test(gap)) && operands[0]?.outerStart === from && end(operands.at(-1) ?? operands[0]) === to;
  return { start: from, length: to - from, items: operands.map((operand) => outerText(text, operand)), gaps: clean ? gaps : gaps.map(() => ` ${signs[kind]} `) };
}

const written = ({ items, gaps }: Pick<Row, 'items' | 'gaps'>): string => items.map((item, i) => (i === 0 ? item : `${gaps[i - 1] ?? ''}${item}`)).join('');

function withRow(text: string, group: ConditionNode & { kind: Join }, change: (row: Row) => Pick<Row, 'items' | 'gaps'>): string {
  const row = rowOf(text, group);
  return splice(text, { start: row.start, length: row.length, insert: written(change(row)) });
}

const without = <T>(items: readonly T[], index: number) => items.filter((_, i) => i !== index);

const withInserted = <T>(items: readonly T[], index: number, item: T) => [...items.slice(0, index), item, ...items.slice(index)];

/** Another text for a part. Parentheses that the author put around it stay. */
export function replaceNode(text: string, root: ConditionNode, path: NodePath, replacement: string): string {
  const node = nodeAtPath(root, path);
  if (!node) return text;
  if (node.outerLength > node.length) return splice(text, { start: node.start, length: node.length, insert: replacement });
  return splice(text, outerOf(node, placed(replacement, surroundings(root, path))));
}

/** Removes a part. A group of one is that one; what has nothing left goes with it. Without any part the text is empty. */
export function removeNode(text: string, root: ConditionNode, path: NodePath): string {
  const index = path.at(-1);
  if (index === undefined) return '';
  const parentPath = path.slice(0, -1);
  const parent = nodeAtPath(root, parentPath);
  if (!isGroup(parent)) return removeNode(text, root, parentPath);
  if (parent.operands.length > 2) return withRow(text, parent, ({ items, gaps }) => ({ items: without(items, index), gaps: without(gaps, Math.max(index - 1, 0)) }));
  const left = parent.operands[1 - index];
  return left ? splice(text, outerOf(parent, placed(left.text, surroundings(root, parentPath)))) : text;
}

/** Adds an operand behind the last one of a group; a part that is no such group becomes one. */
export function addOperand(text: string, root: ConditionNode | null, path: NodePath, operand: string, join: Join = 'all'): string {
  const node = root && nodeAtPath(root, path);
  if (!root || !node) return operand;
  const item = placed(operand, join);
  if (isGroup(node) && node.kind === join)
    return withRow(text, node, ({ items, gaps }) => ({ items: [...items, item], gaps: [...gaps, gaps.at(-1) ?? ` ${signs[join]} `] }));
  const both = `${placed(outerText(text, node), join)} ${signs[join]} ${item}`;
  return splice(text, outerOf(node, placed(both, surroundings(root, path))));
}

/** A copy right behind it. */
export function duplicateNode(text: string, root: ConditionNode, path: NodePath): string {
  const node = nodeAtPath(root, path);
  const parent = path.length === 0 ? null : nodeAtPath(root, path.slice(0, -1));
  const index = path.at(-1);
  if (!node) return text;
  if (!isGroup(parent) || index === undefined) return addOperand(text, root, path, node.text);
  return withRow(text, parent, ({ items, gaps }) => ({
    items: withInserted(items, index + 1, outerText(text, node)),
    gaps: withInserted(gaps, index, gaps[Math.max(index - 1, 0)] ?? ` ${signs[parent.kind]} `),
  }));
}

/** To another place among the operands of its group. */
export function moveOperand(text: string, root: ConditionNode, path: NodePath, to: number): string {
  const index = path.at(-1);
  const parent = path.length === 0 ? null : nodeAtPath(root, path.slice(0, -1));
  if (!isGroup(parent) || index === undefined || to < 0 || to >= parent.operands.length || to === index) return text;
  return withRow(text, parent, ({ items, gaps }) => ({ items: withInserted(without(items, index), to, items[index] ?? ''), gaps }));
}

/** What holds exactly where the part does not. */
export function negateNode(text: string, root: ConditionNode, path: NodePath): string {
  const node = nodeAtPath(root, path);
  if (!node) return text;
  const within = surroundings(root, path);
  if (node.kind === 'not') return splice(text, outerOf(node, placed(node.operands[0]?.text ?? '', within)));
  const opposite = node.kind === 'test' && node.operator ? oppositeOf(node.operator) : null;
  const test = opposite && writeTest({ ...draftOf(node), operator: opposite });
  const negated = test && 'text' in test ? test.text : `!${placed(node.text, 'not')}`;
  return splice(text, outerOf(node, placed(negated, within)));
}

/** How the parts of a group are joined, as its heading says it. */
export type Joining = Join | 'none' | 'notAll';

/** The group that a heading is for: `not` over a group reads as one. */
export function joiningOf(node: ConditionNode): { readonly joining: Joining; readonly group: ConditionNode & { kind: Join }; readonly inner: NodePath } | null {
  if (isGroup(node)) return { joining: node.kind, group: node, inner: [] };
  const operand = node.kind === 'not' ? (node.operands[0] ?? null) : null;
  return isGroup(operand) ? { joining: operand.kind === 'any' ? 'none' : 'notAll', group: operand, inner: [0] } : null;
}

export function setJoining(text: string, root: ConditionNode, path: NodePath, joining: Joining): string {
  const node = nodeAtPath(root, path);
  const found = node && joiningOf(node);
  if (!node || !found) return text;
  const join: Join = joining === 'none' || joining === 'any' ? 'any' : 'all';
  const { gaps } = rowOf(text, found.group);
  const items = found.group.operands.map((operand) => (operand.kind === join ? operand.text : placed(outerText(text, operand), join)));
  const joined = written({ items, gaps: gaps.map((gap) => gap.replace(/&&|\|\||AND|OR/, signs[join])) });
  const whole = joining === 'none' || joining === 'notAll' ? `!(${joined})` : joined;
  return splice(text, outerOf(node, placed(whole, surroundings(root, path))));
}

/** A condition about the elements of a list. */
export const writeListGroup = (kind: 'anyOf' | 'allOf', list: string, variable: string, body: string): string =>
  `${tightness(list) < needed.not ? `(${list})` : list}.${kind === 'anyOf' ? 'Any' : 'All'}(${variable} => ${body})`;

/** At least one element, or every one. */
export function setQuantifier(text: string, root: ConditionNode, path: NodePath, kind: 'anyOf' | 'allOf'): string {
  const node = nodeAtPath(root, path);
  if (!node?.list) return text;
  const from = node.list.start + node.list.length;
  const call = /^([\s)]*\.\s*)(Any|All)\b/.exec(text.slice(from));
  return call ? splice(text, { start: from + (call[1]?.length ?? 0), length: 3, insert: kind === 'anyOf' ? 'Any' : 'All' }) : text;
}

/** A name for the element of a list: its first letter, or the next free one. */
export function variableFor(list: string, taken: readonly string[]): string {
  const letter = /(\w)\w*\W*$/.exec(list)?.[1]?.toLowerCase() ?? 'x';
  const base = /[a-z]/.test(letter) ? letter : 'x';
  for (let i = 1; ; i += 1) {
    const name = i === 1 ? base : `${base}${i}`;
    if (!taken.includes(name)) return name;
  }
}
