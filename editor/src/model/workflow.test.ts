import { describe, expect, it } from 'vitest';
import { reviewState, type ReviewState } from './workflow';

describe('the review of a workflow', () => {
  it.each<[string | null, ReviewState]>([
    [null, 'notStated'],
    ['2026-05-31', 'overdue'],
    ['2026-06-01', 'soon'],
    ['2026-07-31', 'soon'],
    ['2026-08-01', 'ahead'],
  ])('that is due on %s is %s on 1 June 2026', (due, state) => { expect(reviewState(due, '2026-06-01')).toBe(state); });
});
