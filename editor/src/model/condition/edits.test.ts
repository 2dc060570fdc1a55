import { describe, expect, it } from 'vitest';
import { addOperand, duplicateNode, joiningOf, moveOperand, negateNode, removeNode, replaceNode, setJoining, setQuantifier, variableFor, writeListGroup, type Joining } from './edits';
import { nodeAtPath, type ConditionNode, type NodePath } from './structure';
import { readTree } from './testTrees';

const on = (edit: (text: string, root: ConditionNode) => string) => (text: string) => edit(text, readTree(text));

describe('an edit of a condition', () => {
  it.each<[string, string, (text: string) => string, string]>([
    ['replaces a test alone', 'a  &&  b', on((t, r) => replaceNode(t, r, [1], 'c')), 'a  &&  c'],
    ['puts a looser part in parentheses', 'a && b', on((t, r) => replaceNode(t, r, [1], 'c || d')), 'a && (c || d)'],
    ['keeps the parentheses of the author', 'a && (b)', on((t, r) => replaceNode(t, r, [1], 'c')), 'a && (c)'],
    ['removes the first with what stood behind it', 'a\n  && b && c', on((t, r) => removeNode(t, r, [0])), 'b && c'],
    ['removes one in the middle with what stood before it', 'a\n  && b && c', on((t, r) => removeNode(t, r, [1])), 'a && c'],
    ['leaves no group of one', 'a && (b || c)', on((t, r) => removeNode(t, r, [1, 0])), 'a && c'],
    ['keeps the meaning of what is left of a group', 'a || (b && (c || d))', on((t, r) => removeNode(t, r, [1, 0])), 'a || c || d'],
    ['takes an empty negation away too', 'a && !(b && c) && d', on((t, r) => removeNode(t, r, [1, 0])), 'a && d'],
    ['leaves nothing of the last test', ' a ', on((t, r) => removeNode(t, r, [])), ''],
    ['adds in the layout of the group', 'a\n  && b', on((t, r) => addOperand(t, r, [], 'c')), 'a\n  && b\n  && c'],
    ['adds to the inner group', 'a && (b || c)', on((t, r) => addOperand(t, r, [1], 'd', 'any')), 'a && (b || c || d)'],
    ['adds the other way with parentheses', 'a || b', on((t, r) => addOperand(t, r, [], 'c', 'all')), '(a || b) && c'],
    ['wraps one test in a group', 'a && b && c', on((t, r) => addOperand(t, r, [1], 'd', 'any')), 'a && (b || d) && c'],
    ['begins with what is added', '', (t) => addOperand(t, null, [], 'a'), 'a'],
    ['copies behind itself', 'a && (b || c) && d', on((t, r) => duplicateNode(t, r, [1])), 'a && (b || c) && (b || c) && d'],
    ['copies the only test', 'a', on((t, r) => duplicateNode(t, r, [])), 'a && a'],
    ['moves and leaves the layout', 'a\n  && b && (c)', on((t, r) => moveOperand(t, r, [2], 0)), '(c)\n  && a && b'],
    ['does not move past the end', 'a && b', on((t, r) => moveOperand(t, r, [1], 2)), 'a && b'],
    ['negates a yes into a no', 'a && b', on((t, r) => negateNode(t, r, [0])), '!a && b'],
    ['negates a no into a yes', '!a && b', on((t, r) => negateNode(t, r, [0])), 'a && b'],
    ['negates a group', 'a && (b || c)', on((t, r) => negateNode(t, r, [1])), 'a && !(b || c)'],
    ['takes a negation back', 'a && !(b || c)', on((t, r) => negateNode(t, r, [1])), 'a && (b || c)'],
    ['turns all into any where it stands', 'a || b && c', on((t, r) => setJoining(t, r, [1], 'any')), 'a || b || c'],
    ['turns any into all of groups', 'a && b || c && d', on((t, r) => setJoining(t, r, [], 'all')), 'a && b && c && d'],
    ['turns any into none', 'a && (b || c)', on((t, r) => setJoining(t, r, [1], 'none')), 'a && !(b || c)'],
    ['turns none into all', '!(b || c) || d', on((t, r) => setJoining(t, r, [0], 'all')), 'b && c || d'],
  ])('%s', (_, before, edit, after) => { expect(edit(before)).toBe(after); });

  it('drops parentheses that belong to no part when a neighbour goes', () => {
    // As the server flattens `(a && b) && c`.
    const text = '(a && b) && c';
    const names = [1, 6, 12].map((start) => ({ ...readTree('a'), start, outerStart: start, text: text.slice(start, start + 1) }));
    const root: ConditionNode = { ...readTree(text), kind: 'all', start: 0, length: text.length, outerStart: 0, outerLength: text.length, operands: names };
    expect(removeNode(text, root, [2])).toBe('a && b');
  });

  it('writes and turns conditions about lists', () => {
    const text = writeListGroup('anyOf', 'patient.lesions', 'l', 'l.acral');
    expect(text).toBe('patient.lesions.Any(l => l.acral)');
    const root: ConditionNode = { ...readTree('x'), kind: 'anyOf', text, length: text.length, outerLength: text.length, list: { start: 0, length: 15, text: 'patient.lesions', label: 'Lesions' } };
    expect(setQuantifier(text, root, [], 'allOf')).toBe('patient.lesions.All(l => l.acral)');
    expect(variableFor('patient.lesions', [])).toBe('l');
    expect(variableFor('patient.lesions', ['l', 'l2'])).toBe('l3');
  });
});

/** Truth of a condition for one assignment, by the language's own cousin. */
const names = ['a', 'b', 'c', 'd', 'e'];
const truths = (text: string) => Array.from({ length: 32 }, (_, bits) => {
  const decide = new Function(...names, `return Boolean(${text})`) as (...values: boolean[]) => boolean;
  return decide(...names.map((_name, i) => (bits & (1 << i)) !== 0));
});

/** What an edit of the tree means, without any text. */
type Meaning = (values: readonly boolean[]) => boolean;
function meaning(node: ConditionNode, path: NodePath, change: (node: ConditionNode) => Meaning | null): Meaning | null {
  const [index, ...rest] = path;
  if (index === undefined) return change(node);
  const parts = node.operands.map((operand, i) => (i === index ? meaning(operand, rest, change) : plain(operand)));
  return joined(node.kind, parts);
}
function joined(kind: ConditionNode['kind'], parts: readonly (Meaning | null)[]): Meaning | null {
  const left = parts.filter((part) => part !== null);
  if (left.length === 0) return null;
  if (kind === 'all') return (values) => left.every((part) => part(values));
  if (kind === 'any') return (values) => left.some((part) => part(values));
  return (values) => !left[0]?.(values);
}
const plain = (node: ConditionNode): Meaning => (values) => {
  if (node.kind === 'test') return (values[names.indexOf(node.subject?.text ?? '')] ?? false) === (node.operator === 'isTrue');
  return joined(node.kind, node.operands.map(plain))?.(values) ?? false;
};
const table = (of: Meaning | null) => (of ? Array.from({ length: 32 }, (_, bits) => of(names.map((_name, i) => (bits & (1 << i)) !== 0))) : null);

describe('whatever the condition, an edit means what it says', () => {
  let seed = 20_260_131;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const anyText = (depth: number): string => {
    const kind = depth === 0 ? 0 : random(5);
    if (kind === 0) return names[random(5)] ?? 'a';
    if (kind === 1) return `!${depth > 1 && random(2) ? `(${anyText(depth - 1)})` : (names[random(5)] ?? 'a')}`;
    const sign = kind < 4 ? '&&' : '||';
    const parts = Array.from({ length: 2 + random(3) }, () => {
      const part = anyText(depth - 1);
      return sign === '&&' && part.includes('||') && !part.startsWith('!') || random(4) === 0 ? `(${part})` : part;
    });
    return parts.join(random(3) === 0 ? `\n  ${sign} ` : ` ${sign} `);
  };
  const paths = (node: ConditionNode, at: NodePath = []): NodePath[] => [at, ...node.operands.flatMap((operand, i) => paths(operand, [...at, i]))];
  const samples = Array.from({ length: 60 }, () => anyText(3)).map((text) => ({ text, root: readTree(text) }));

  it('reads its own samples rightly', () => {
    for (const { text, root } of samples) expect(table(plain(root)), text).toEqual(truths(text));
  });

  it.each<[string, (text: string, root: ConditionNode, path: NodePath) => string, (node: ConditionNode) => Meaning | null]>([
    ['remove', removeNode, () => null],
    ['negate', negateNode, (node) => (values) => !plain(node)(values)],
    ['duplicate', duplicateNode, plain],
    ['replace by something looser', (t, r, p) => replaceNode(t, r, p, 'a || b && c'), () => ([a, b, c]) => (a ?? false) || ((b ?? false) && (c ?? false))],
    ['add with and', (t, r, p) => addOperand(t, r, p, 'd || e', 'all'), (node) => (v) => plain(node)(v) && ((v[3] ?? false) || (v[4] ?? false))],
    ['add with or', (t, r, p) => addOperand(t, r, p, 'd && e', 'any'), (node) => (v) => plain(node)(v) || ((v[3] ?? false) && (v[4] ?? false))],
    ['move down', (t, r, p) => moveOperand(t, r, p, (p.at(-1) ?? 0) + 1), plain],
    ...(['all', 'any', 'none', 'notAll'] as const).map((joining): [string, (t: string, r: ConditionNode, p: NodePath) => string, (node: ConditionNode) => Meaning | null] => [
      `join as ${joining}`,
      (t, r, p) => setJoining(t, r, p, joining),
      (node) => {
        const found = joiningOf(node);
        if (!found) return plain(node);
        const inner = joined(joining === 'any' || joining === 'none' ? 'any' : 'all', found.group.operands.map(plain));
        return (values) => (inner?.(values) ?? false) !== negative(joining);
      },
    ]),
  ])('%s', (_, edit, means) => {
    for (const { text, root } of samples) {
      for (const path of paths(root)) {
        expect(nodeAtPath(root, path)).not.toBeNull();
        const after = edit(text, root, path);
        const expected = table(meaning(root, path, means));
        if (expected === null) expect(after).toBe('');
        else expect(truths(after), `${text} → ${after} at ${path.join('.')}`).toEqual(expected);
      }
    }
  });
});

const negative = (joining: Joining) => joining === 'none' || joining === 'notAll';
