import { describe, expect, it } from 'vitest';
import type { FeedbackCountAnswer } from '../api/generated';
import { byRule, overriddenPercent } from './feedback';

const count = (more: Partial<FeedbackCountAnswer>): FeedbackCountAnswer => ({ service: 'bone', known: true, kind: 'recommendation', rule: 'W.GiveCalcium', release: 2, outcome: 'accepted', reason: null, count: 1, comments: 0, ...more });
const reason = (code: string, display: string | null = null) => ({ system: 's', code, display });

describe('feedback by rule', () => {
  it('counts outcomes, releases and reasons, what is overridden most first', () => {
    const rows = byRule([
      count({ count: 3 }),
      count({ outcome: 'overridden', count: 2, reason: reason('patient-refuses', 'Patient refuses') }),
      count({ outcome: 'overridden', count: 1, release: 1 }),
      count({ rule: 'W[patient.lesions[0]].Fix', outcome: 'overridden', count: 5, reason: reason('not-now') }),
      count({ rule: null, kind: 'pending' }),
      count({ known: false, rule: null, kind: null, release: null }),
    ]);
    expect(rows.map(({ title, accepted, overridden }) => [title, accepted, overridden])).toEqual([
      ['Fix', 0, 5], ['Give calcium', 3, 3], ['What is not decided yet', 1, 0], ['Cards that this server did not give', 1, 0],
    ]);
    expect(rows[1]?.releases).toEqual([{ release: 2, accepted: 3, overridden: 2 }, { release: 1, accepted: 0, overridden: 1 }]);
    expect(rows[1]?.reasons).toEqual([{ words: 'patient refuses', count: 2 }, { words: 'no reason given', count: 1 }]);
    expect(rows[0]?.reasons).toEqual([{ words: 'not now', count: 5 }]);
  });

  it.each([[3, 1, 25], [0, 0, 0], [1, 999, 99], [0, 4, 100]])('%i accepted and %i overridden are %i percent', (accepted, overridden, percent) => {
    expect(overriddenPercent({ accepted, overridden })).toBe(percent);
  });
});
