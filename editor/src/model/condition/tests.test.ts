import { describe, expect, it } from 'vitest';
import { changeTest } from './changeTest';
import { outOfRange, writeLiteral } from './literals';
import { splice, withValue } from './splice';
import type { ConditionNode, Operator } from './structure';
import { draftOf, operatorsFor, operatorWords, withOperator, withSubject, writeTest, type TestDraft, type TestSubject } from './tests';
import { readTree, typeOf } from './testTrees';

const subject = (text: string, kind: Parameters<typeof typeOf>[0] = 'number'): TestSubject => ({ text, label: text, type: typeOf(kind), isFact: true, kind: 'fact' });
const draft = (of: TestSubject, operator: Operator, ...values: string[]): TestDraft => ({ subject: of, operator, values: values.map((literal) => ({ literal })) });

describe('a test is written', () => {
  it.each<[TestDraft, string]>([
    [draft(subject('p.a'), 'atLeast', '9'), 'p.a >= 9'],
    [draft(subject('p.a'), 'below', '2.60'), 'p.a < 2.60'],
    [draft(subject('p.a'), 'between', '30', '40'), 'p.a is >= 30 and <= 40'],
    [draft(subject('p.a'), 'isOneOf', '1', '2'), 'p.a is 1 or 2'],
    [draft(subject('p.a'), 'isNotOneOf', '1', '2'), 'p.a is not (1 or 2)'],
    [draft(subject('p.a', 'enum'), 'isOneOf', 'lytic'), 'p.a == "lytic"'],
    [draft(subject('p.a', 'text'), 'is', 'say "a\\b"'), 'p.a == "say \\"a\\\\b\\""'],
    [draft(subject('p.born', 'date'), 'below', '2026-01-31'), 'p.born < Date("2026-01-31")'],
    [draft(subject('p.born', 'date'), 'between', '2026-01-01', '2026-01-31'), 'p.born is >= Date("2026-01-01") and <= Date("2026-01-31")'],
    [draft(subject('p.x', 'boolean'), 'isTrue'), 'p.x'],
    [draft(subject('p.x', 'boolean'), 'isFalse'), '!p.x'],
    [draft(subject('p.x ?? true', 'boolean'), 'isFalse'), '!(p.x ?? true)'],
    [draft(subject('p.x'), 'isKnown'), 'IsKnown(p.x)'],
    [draft(subject('p.x'), 'isNotKnown'), '!IsKnown(p.x)'],
    [draft(subject('p.a + 0.8 * (4 - p.b)'), 'above', '3'), 'p.a + 0.8 * (4 - p.b) > 3'],
    [draft(subject('p.a ?? 0'), 'above', '-3'), '(p.a ?? 0) > -3'],
    [draft(subject('Mirels(lesion: l).score'), 'atLeast', '9'), 'Mirels(lesion: l).score >= 9'],
    [{ subject: subject('p.a'), operator: 'above', values: [{ expression: 'p.b', label: 'B' }] }, 'p.a > p.b'],
    [{ subject: subject('p.a'), operator: 'above', values: [{ expression: 'p.b ?? 2', label: 'B' }] }, 'p.a > (p.b ?? 2)'],
  ])('%o', (test, text) => { expect(writeTest(test)).toEqual({ text }); });

  it.each<[string, TestDraft, string]>([
    ['without a subject', { subject: null, operator: 'is', values: [] }, 'Choose what the condition is about'],
    ['without a number', draft(subject('p.a'), 'above'), 'Enter a number'],
    ['with a comma', draft(subject('p.a'), 'above', '2,6'), 'Write decimals with a point, such as 2.6'],
    ['with half of a range', draft(subject('p.a'), 'between', '3'), 'Enter a number'],
    ['with the ends of a range the wrong way round', draft(subject('p.a'), 'between', '30', '4'), 'The upper end has to be the higher one'],
    ['with the days of a range the wrong way round', draft(subject('p.a', 'date'), 'between', '2026-02-01', '2026-01-01'), 'The upper end has to be the higher one'],
    ['with nothing to compare with', { subject: subject('p.a'), operator: 'above', values: [{ expression: '', label: '' }] }, 'Choose what to compare with'],
    ['with a fraction of a whole number', draft(subject('p.a', 'integer'), 'is', '2.5'), 'Enter a whole number'],
    ['with a day that there is not', draft(subject('p.a', 'date'), 'is', '2026-02-30'), 'Choose a date'],
    ['without a word', draft(subject('p.a', 'enum'), 'isOneOf'), 'Choose a value'],
    ['without a text', draft(subject('p.a', 'text'), 'is', ''), 'Enter a text'],
  ])('not yet %s', (_, test, complaint) => { expect(writeTest(test)).toEqual({ complaint }); });

  it('keeps the digits of a number', () => { expect(writeLiteral(' 007.10 ', typeOf('number'))).toEqual({ text: '7.10' }); });

  it.each([['9', null], ['-1', 'No value below 0 is accepted for this fact'], ['121', 'No value above 120 is accepted for this fact'], ['', null]])('says of %s in 0 to 120: %s', (entry, said) => {
    expect(outOfRange(entry, typeOf('number', { minimum: 0, maximum: 120 }))).toBe(said);
  });
});

describe('a test that is changed', () => {
  it('offers what makes sense for the type', () => {
    expect(operatorsFor(typeOf('boolean'))).toEqual(['isTrue', 'isFalse', 'isKnown', 'isNotKnown']);
    expect(operatorsFor(typeOf('list'))).toEqual(['isKnown', 'isNotKnown']);
    expect(operatorsFor(typeOf('enum'))).not.toContain('above');
  });
  it('says it in words of the subject', () => {
    expect(operatorWords('isTrue', { type: typeOf('boolean'), isFact: false, kind: 'rule' })).toBe('is met');
    expect(operatorWords('isFalse', { type: typeOf('boolean'), isFact: true, kind: 'fact' })).toBe('is no');
    expect(operatorWords('below', { type: typeOf('date'), isFact: true, kind: 'fact' })).toBe('is before');
  });
  it('keeps the value for another subject of the same type', () => {
    expect(withSubject(draft(subject('p.a'), 'below', '9'), subject('p.b'))).toEqual(draft(subject('p.b'), 'below', '9'));
  });
  it('drops what has no meaning for another type', () => {
    expect(withSubject(draft(subject('p.a'), 'below', '9'), subject('p.x', 'boolean'))).toEqual(draft(subject('p.x', 'boolean'), 'isTrue'));
  });
  it('keeps as many values as an operator takes', () => {
    expect(withOperator(draft(subject('p.a'), 'between', '1', '2'), 'below').values).toEqual([{ literal: '1' }]);
    expect(withOperator(draft(subject('p.a'), 'is', '1'), 'isOneOf').values).toEqual([{ literal: '1' }]);
    expect(withOperator(draft(subject('p.a'), 'is', '1'), 'isKnown').values).toEqual([]);
  });
});

describe('a value that is typed while the server has not read the last key', () => {
  const text = '(score >= 9) && b';
  const base = readTree('x');
  const test: ConditionNode = {
    ...base, start: 1, length: 10, outerStart: 0, outerLength: 12, text: 'score >= 9', operator: 'atLeast',
    subject: { start: 1, length: 5, text: 'score', label: 'Score', type: typeOf('number'), isFact: false },
    values: [{ start: 10, length: 1, text: '9', label: '9', isLiteral: true, literal: '9' }],
  };
  const root: ConditionNode = { ...base, kind: 'all', start: 0, length: 17, outerStart: 0, outerLength: 17, text, operands: [test, { ...base, start: 16, outerStart: 16, text: 'b' }] };
  it.each([['10', '(score >= 10) && b'], ['', '(score >= ) && b'], ['9.125', '(score >= 9.125) && b']])('becomes %s, and all spans go with it', (typed, after) => {
    const change = { start: 10, length: 1, insert: typed };
    expect(splice(text, change)).toBe(after);
    const moved = withValue(root, after, change, typed);
    const [first, second] = moved.operands;
    expect(moved.text).toBe(after);
    expect(first?.text).toBe(`score >= ${typed}`);
    expect(first?.subject?.text).toBe('score');
    expect(first && after.slice(first.outerStart, first.outerStart + first.outerLength)).toBe(`(score >= ${typed})`);
    expect(first && draftOf(first).values).toEqual([{ literal: typed }]);
    expect(second?.text).toBe('b');
  });
});

describe('a test that is filled in anew', () => {
  const base = readTree('x');
  const text = 'a && score is >= 9';
  const node: ConditionNode = {
    ...base, start: 5, length: 13, outerStart: 5, outerLength: 13, text: 'score is >= 9', operator: 'atLeast',
    subject: { start: 5, length: 5, text: 'score', label: 'Score', type: typeOf('number'), isFact: false },
    values: [{ start: 17, length: 1, text: '9', label: '9', isLiteral: true, literal: '9' }],
  };
  const root: ConditionNode = { ...base, kind: 'all', start: 0, length: 18, outerStart: 0, outerLength: 18, text, operands: [{ ...base, text: 'a' }, node] };
  it('keeps the spelling where only the value is another', () => {
    const changed = changeTest(text, root, [1], { ...draftOf(node), values: [{ literal: '10' }] });
    expect(changed.text).toBe('a && score is >= 10');
    expect(changed.root?.operands[1]?.text).toBe('score is >= 10');
  });
  it('is written anew for another operator', () => {
    expect(changeTest(text, root, [1], { ...draftOf(node), operator: 'below' })).toEqual({ text: 'a && score < 9', root: null });
  });
  it('changes nothing while it is incomplete, or the same', () => {
    expect(changeTest(text, root, [1], { ...draftOf(node), values: [{ literal: '' }] }).text).toBe(text);
    expect(changeTest(text, root, [1], draftOf(node)).text).toBe(text);
  });
});
