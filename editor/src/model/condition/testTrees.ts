import type { ConditionNode, TypeInfo } from './structure';

/** For tests: the tree that the server would read from a condition over names with `&&`, `||`, `!`, `>= number` and parentheses. */
export function readTree(text: string): ConditionNode {
  let at = 0;
  const blank = () => { while (/\s/.test(text[at] ?? '')) at += 1; };
  const sees = (sign: string) => {
    blank();
    if (!text.startsWith(sign, at)) return false;
    at += sign.length;
    return true;
  };
  const node = (kind: ConditionNode['kind'], start: number, end: number, operands: readonly ConditionNode[]): ConditionNode => ({
    ...empty, kind, start, length: end - start, outerStart: start, outerLength: end - start, text: text.slice(start, end), operands,
  });
  const joined = (kind: 'all' | 'any', sign: string, operand: () => ConditionNode) => (): ConditionNode => {
    const first = operand();
    const operands = [first];
    while (sees(sign)) operands.push(operand());
    const last = operands.at(-1) ?? first;
    return operands.length === 1 ? first : node(kind, first.outerStart, last.outerStart + last.outerLength, operands);
  };
  const unary = (): ConditionNode => {
    blank();
    const start = at;
    if (sees('!')) {
      const operand = unary();
      const end = operand.outerStart + operand.outerLength;
      return operand.kind === 'test' && operand.outerLength === operand.length && operand.operator === 'isTrue'
        ? test(start, end, operand.text, 'isFalse') : node('not', start, end, [operand]);
    }
    if (sees('(')) {
      const inner = any();
      sees(')');
      return { ...inner, outerStart: start, outerLength: at - start };
    }
    const name = /^\w+/.exec(text.slice(at))?.[0] ?? '';
    at += name.length;
    const compared = /^\s*>=\s*(\d+(?:\.\d+)?)/.exec(text.slice(at));
    if (!compared) return test(start, at, name, 'isTrue');
    at += compared[0].length;
    const { 1: digits = '' } = compared;
    const yes = test(start, start + name.length, name, 'isTrue');
    return {
      ...yes, ...node('test', start, at, []), operator: 'atLeast', subject: yes.subject && { ...yes.subject, type: typeOf('number', { unit: 'mg/dL' }) },
      values: [{ start: at - digits.length, length: digits.length, text: digits, label: digits, isLiteral: true, literal: digits }],
    };
  };
  const test = (start: number, end: number, name: string, operator: 'isTrue' | 'isFalse'): ConditionNode => ({
    ...node('test', start, end, []), operator,
    sentence: `${name} is ${operator === 'isTrue' ? 'yes' : 'no'}`,
    subject: { start: end - name.length, length: name.length, text: name, label: name, type: yesNo, isFact: true },
  });
  const all = joined('all', '&&', unary);
  const any: () => ConditionNode = joined('any', '||', all);
  return any();
}

export const typeOf = (kind: TypeInfo['kind'], more: Partial<TypeInfo> = {}): TypeInfo =>
  ({ kind, unit: null, units: [], values: [], minimum: null, maximum: null, items: null, schema: null, ...more });

export const yesNo = typeOf('boolean');

const empty: ConditionNode = {
  kind: 'other', start: 0, length: 0, outerStart: 0, outerLength: 0, text: '', sentence: '', operands: [], list: null, variable: null, subject: null, operator: null, values: [],
};
