import { describe, expect, it } from 'vitest';
import type { Pending, Urgency } from './decision';
import { bySameMissing, bySameReason, byUrgency, byWorkflow, fold, localName, originOf, rankMissing } from './grouping';

const waits = (rule: string, missing: readonly string[], urgency: Urgency = 'routine'): Pending => ({ rule, missing, urgency });

describe('where a rule comes from', () => {
  it('is its workflow and, where it was asked for each element of a list, that element', () => {
    expect(originOf('EmergencyFirst')).toEqual({ workflow: null, item: null, name: 'EmergencyFirst' });
    expect(originOf('Hypercalcemia.Crisis')).toEqual({ workflow: 'Hypercalcemia', item: null, name: 'Crisis' });
    expect(originOf('MirelsFractureRisk[patient.lesions[1]].LowFractureRisk')).toEqual({ workflow: 'MirelsFractureRisk', item: ['patient', 'lesions', 1], name: 'LowFractureRisk' });
  });

  it('is the innermost workflow of several, and none for the output of a table', () => {
    expect(originOf('Outer.Inner[patient.lesions[0]].Rule')).toEqual({ workflow: 'Inner', item: ['patient', 'lesions', 0], name: 'Rule' });
    expect(originOf('doses.zoledronic').workflow).toBeNull();
  });

  it('does not belong to the name that is shown', () => {
    expect(localName('MirelsFractureRisk[patient.lesions[0]].mirelsScore')).toBe('mirelsScore');
    expect(localName('BoneTargetedAgent.doses.zoledronic')).toBe('doses.zoledronic');
    expect(localName('mirelsScore')).toBe('mirelsScore');
  });
});

describe('grouping', () => {
  it('puts rules under their workflow: its own first, then in the order of the composition, unknown ones last, each in its own order', () => {
    const names = ['B.two', 'own', 'X.y', 'A[patient.lesions[0]].one', 'B.one'];
    expect(byWorkflow(names, (name) => name, ['A', 'B'])).toEqual([
      { workflow: null, items: ['own'] },
      { workflow: 'A', items: ['A[patient.lesions[0]].one'] },
      { workflow: 'B', items: ['B.two', 'B.one'] },
      { workflow: 'X', items: ['X.y'] },
    ]);
  });

  it('says once what several rules lack, in whatever order they name it', () => {
    const lines = bySameMissing([waits('a', ['p.x', 'p.y']), waits('b', ['p.z']), waits('c', ['p.y', 'p.x'])]);
    expect(lines.map(({ missing, items }) => [missing, items.map(({ rule }) => rule)])).toEqual([[['p.x', 'p.y'], ['a', 'c']], [['p.z'], ['b']]]);
    expect(bySameMissing([])).toEqual([]);
  });

  it('orders advice by urgency and loses none that states no urgency', () => {
    const groups = byUrgency([{ urgency: 'routine' as const }, { urgency: null }, { urgency: 'emergency' as const }, { urgency: 'info' as const }]);
    expect(groups.map(({ urgency, items }) => [urgency, items.length])).toEqual([['emergency', 1], ['routine', 1], ['info', 2]]);
  });

  it('tells held-back advice apart by who holds it back and why', () => {
    const lines = bySameReason([{ rule: 'a', by: ['x'], reason: 'r' }, { rule: 'b', by: ['x'] }, { rule: 'c', by: ['x'], reason: 'r' }, { rule: 'd', by: ['y'], reason: 'r' }]);
    expect(lines.map(({ items }) => items.map(({ rule }) => rule).join(''))).toEqual(['ac', 'b', 'd']);
  });
});

describe('missing facts', () => {
  it('come in the order in which they are worth asking for: emergencies before numbers', () => {
    const ranked = rankMissing({
      missing: [{ fact: 'p.a', rules: ['1', '2', '3'] }, { fact: 'p.b', rules: ['4'] }, { fact: 'p.c', rules: ['1', '2'] }],
      pending: [waits('4', ['p.b'], 'emergency'), waits('1', ['p.a', 'p.c'])],
    });
    expect(ranked.map(({ fact, emergencies }) => [fact, emergencies])).toEqual([['p.b', 1], ['p.a', 0], ['p.c', 0]]);
  });

  it('are folded only when the fold hides more than a few', () => {
    const many = Array.from({ length: 20 }, (_, i) => i);
    expect(fold(many, 8)).toEqual({ shown: many.slice(0, 8), rest: many.slice(8) });
    expect(fold(many.slice(0, 11), 8).rest).toEqual([]);
  });
});
