import { describe, expect, it } from 'vitest';
import { canSilence, silencingFirst } from './caseChanges';
import { byGravity, impactWords, originOf } from './impact';

const group = (kind: string, count: number, subject = 'X') => ({ kind, count, workflow: 'W', subject });

describe('the impact of a change', () => {
  it('has the gravest first, then what concerns most patients', () => {
    expect(byGravity([group('otherValue', 90), group('otherVerdict', 1), group('newlyRecommended', 2, 'A'), group('newlyRecommended', 5, 'B'), group('noDecision', 1)]).map(({ kind, count }) => `${kind} ${count}`))
      .toEqual(['noDecision 1', 'newlyRecommended 5', 'newlyRecommended 2', 'otherVerdict 1', 'otherValue 90']);
  });

  it.each([
    ['case mirels-limit-9', { kind: 'case', id: 'mirels-limit-9' }],
    ['case with a space', { kind: 'case', id: 'with a space' }],
    ['decision 0198-aa', { kind: 'decision', id: '0198-aa' }],
    ['somebody', { kind: 'other', id: 'somebody' }],
  ])('knows who %s is', (origin, who) => {
    expect(originOf(origin)).toEqual(who);
  });

  it('shows a kind that it does not know as it is called', () => {
    expect([impactWords('newlyWithheld'), impactWords('somethingNew')]).toEqual(['Newly withheld', 'somethingNew']);
  });
});

describe('changes of golden cases', () => {
  it('come with those first that can silence a rule', () => {
    const sorted = silencingFirst([{ kind: 'added', workflow: 'A', id: '1' }, { kind: 'changed', workflow: 'B', id: '2' }, { kind: 'changed', workflow: 'A', id: '9' }, { kind: 'removed', workflow: 'Z', id: '3' }]);
    expect(sorted.map(({ id }) => id)).toEqual(['3', '9', '2', '1']);
    expect(sorted.map(canSilence)).toEqual([true, true, true, false]);
  });
});
