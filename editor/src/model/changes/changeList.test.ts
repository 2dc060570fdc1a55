import { describe, expect, it } from 'vitest';
import { countByState, findChanges, readFilter, waitsFor, type ChangeLine } from './changeList';
import { progressOf } from './changeState';

const line = (id: number, state: string, title: string, createdBy = 'anna', updatedAt = `2026-11-0${id}T10:00:00Z`): ChangeLine => ({ id, title, state, base: 1, createdBy, updatedAt });

const changes = [line(1, 'published', 'Limit of calcium'), line(2, 'draft', 'Mirels score', 'ben', '2026-11-20T10:00:00Z'), line(3, 'inReview', 'Dose of zoledronate'), line(4, 'withdrawn', 'Calcium again')];

describe('the list of changes', () => {
  it.each([
    ['open ones by default, the last worked on first', {}, [2, 3]],
    ['all of them', { state: 'all' as const }, [2, 4, 3, 1]],
    ['one state', { state: 'withdrawn' as const }, [4]],
    ['those begun by me', { state: 'all' as const, mine: true as const }, [4, 3, 1]],
    ['every word of the search, in any case', { state: 'all' as const, search: 'CALCIUM limit' }, [1]],
    ['the number and who began it', { state: 'all' as const, search: 'ben 2' }, [2]],
  ])('shows %s', (_, filter, ids) => {
    expect(findChanges(changes, filter, 'anna').map(({ id }) => id)).toEqual(ids);
  });

  it('counts states among what the rest of the filter lets through', () => {
    const count = countByState(changes, { state: 'draft', search: 'calcium' }, 'anna');
    expect([count(undefined), count('draft'), count('published'), count('all')]).toEqual([0, 0, 1, 2]);
  });

  it.each([
    [{}, {}],
    [{ state: 'inReview', mine: true, search: 'x' }, { state: 'inReview', mine: true, search: 'x' }],
    [{ state: 'all', mine: 'true' }, { state: 'all', mine: true }],
    [{ state: 'gone', mine: 'no', search: '', other: 1 }, {}],
  ])('reads %j from the address as %j', (search, filter) => {
    expect(readFilter(search)).toEqual(filter);
  });

  it.each([
    ['a reviewer of somebody else’s change', line(1, 'inReview', 'x', 'ben'), ['reviewer'], 'Waits for a review'],
    ['its own author', line(1, 'inReview', 'x', 'anna'), ['reviewer'], null],
    ['an author', line(1, 'inReview', 'x', 'ben'), ['author'], null],
    ['a publisher', line(1, 'approved', 'x', 'anna'), ['publisher'], 'Can be published'],
    ['a publisher of a draft', line(1, 'draft', 'x'), ['publisher'], null],
  ])('says what waits for %s', (_, change, roles, words) => {
    expect(waitsFor(change, 'anna', roles)).toBe(words);
  });
});

describe('the progress of a change', () => {
  it.each([
    ['draft', ['current', 'ahead', 'ahead', 'ahead']],
    ['approved', ['done', 'done', 'current', 'ahead']],
    ['published', ['done', 'done', 'done', 'done']],
    ['withdrawn', ['ahead', 'ahead', 'ahead', 'ahead']],
  ])('of %s', (state, progress) => {
    expect(progressOf(state).map((step) => step.progress)).toEqual(progress);
  });
});
