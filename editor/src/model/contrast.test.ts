import { describe, expect, it } from 'vitest';
import type { FactChangeAnswer, QuestionAnswer } from '../api/generated';
import { patientForm } from '../test/fixtures';
import { presentWords, questionWords, targetWords } from './contrast';
import { findField } from './facts/labels';

const clearance = findField(patientForm, ['patient', 'creatinineClearance']);
const tumor = findField(patientForm, ['patient', 'primaryTumor']);
const change = (to: unknown, more: Partial<FactChangeAnswer> = {}): FactChangeAnswer => ({ fact: 'f', label: null, unit: null, kind: 'number', from: null, to, others: [], through: null, ...more });
const unit = 'mL/min';
const most = clearance?.kind === 'number' ? clearance.maximum : null;

describe('values that would change a rule', () => {
  it.each([
    ['one number with its unit', change(30, { unit }), '30 mL/min'],
    ['up to the end of what the fact can have', change(30, { unit, through: most }), '30 mL/min or more'],
    ['down to the end', change(30, { unit, through: 0 }), '30 mL/min or less'],
    ['a range upwards', change(30, { unit, through: 40 }), '30 to 40 mL/min'],
    ['a range downwards', change(40, { unit, through: 30 }), '30 to 40 mL/min'],
    ['digits that a float would lose', change({ digits: '30.00000000000000001' }, { unit }), '≈ 30 mL/min'],
  ])('%s', (_, of, words) => { expect(targetWords(of, clearance)).toBe(words); });

  it.each([
    [change('breast', { others: ['prostate'] }), 'breast or prostate'],
    [change(true), 'yes'],
    [change([]), 'none'],
    [change('2020-01-31', { through: '2024-12-31' }), '2020-01-31 to 2024-12-31'],
  ])('words, truths, lists and dates: %#', (of, words) => { expect(targetWords(of, of.to === 'breast' ? tumor : null)).toBe(words); });

  it('says what is known now', () => {
    expect(presentWords(change(1), clearance)).toBe('unknown');
    expect(presentWords(change(1, { from: 55, unit }), clearance)).toBe('55 mL/min');
    expect(presentWords(change(true, { from: false }), null)).toBe('no');
  });
});

describe('what an answer is good for', () => {
  const question = (more: Partial<QuestionAnswer>): QuestionAnswer => ({ fact: 'f', label: null, unit: null, kind: 'boolean', waiting: ['A', 'B'], urgency: null, decides: 0, always: [], answers: [{ values: [true], isRange: false, decides: [] }], ...more });
  it.each([
    [question({ always: ['A'], decides: 1 }), 'decides 1 rule'],
    [question({ decides: 0.5 }), 'may decide'],
    [question({}), 'only with others'],
    [question({ answers: [] }), '2 rules'],
  ])('%#', (of, words) => { expect(questionWords(of)).toBe(words); });
});
