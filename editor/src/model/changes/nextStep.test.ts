import { describe, expect, it } from 'vitest';
import { authorsWords, nextStep, obstaclesTo, type Situation } from './nextStep';

const all = ['author', 'reviewer', 'publisher'];
const of = (changes: Partial<Situation>): Situation => ({
  state: 'draft', base: 3, newest: 3, publishedAs: null, createdBy: 'anna', authors: ['anna'], edited: 2, found: { against: 0, unstated: 0 }, me: 'anna', roles: all, ...changes,
});

describe('the next step of a change', () => {
  it.each<[string, Partial<Situation>, string | null, string, RegExp[]]>([
    ['a draft', {}, 'submit', 'Submit it for review', []],
    ['a draft in which nothing was edited', { edited: 0 }, 'submit', 'Submit it for review', [/Nothing differs from release 3/]],
    ['a draft that somebody else sees', { me: 'rita', roles: ['reviewer'] }, 'submit', 'Submit it for review', [/role of an author/]],
    ['a draft below which the base moved', { newest: 5 }, 'rebase', 'Put it on the newest release', []],
    ['a change in review, for its author who reviews too', { state: 'inReview' }, 'approve', 'It waits for a reviewer', [/somebody else has to approve/]],
    ['a change in review, for who only edited it', { state: 'inReview', createdBy: 'ben' }, 'approve', 'It waits for a reviewer', [/somebody else has to approve/]],
    ['a change in review, for a reviewer', { state: 'inReview', me: 'rita', roles: ['reviewer'] }, 'approve', 'Review it', []],
    ['a change in review with a failed case, for a reviewer', { state: 'inReview', me: 'rita', roles: ['reviewer'], found: { against: 1, unstated: 0 } }, 'approve', 'Review it', [/send it back/]],
    ['a change in review, for nobody', { state: 'inReview', me: null, roles: [] }, 'approve', 'It waits for a reviewer', [/Sign in/]],
    ['an approved change, for its own author who publishes', { state: 'approved' }, 'publish', 'Publish it', []],
    ['an approved change, for an author', { state: 'approved', roles: ['author'] }, 'publish', 'Publish it', [/role of a publisher/]],
    ['an approved change with failed cases and gaps', { state: 'approved', found: { against: 1, unstated: 4 } }, 'publish', 'Publish it', [/1 finding speaks against/, /4 statements/]],
    ['an approved change below which the base moved', { state: 'approved', newest: 4 }, 'publish', 'Publish it', [/put it on top of that one first/]],
    ['the same, for an author', { state: 'approved', newest: 4, roles: ['author'] }, 'rebase', 'Put it on the newest release', []],
    ['a live one', { state: 'published', publishedAs: 4, newest: 4 }, null, 'It is live as release 4', []],
    ['an older one', { state: 'published', publishedAs: 4, newest: 6 }, null, 'It was published as release 4; release 6 is live now', []],
    ['a withdrawn one', { state: 'withdrawn' }, null, 'It was withdrawn', []],
  ])('of %s', (_, changes, action, title, obstacles) => {
    const step = nextStep(of(changes));
    expect([step.action, step.title]).toEqual([action, title]);
    expect(step.obstacles).toHaveLength(obstacles.length);
    obstacles.forEach((obstacle, i) => { expect(step.obstacles[i]).toMatch(obstacle); });
  });

  it('warns an author of what will be in the way later, and lets them submit', () => {
    const { obstacles, warnings } = nextStep(of({ found: { against: 2, unstated: 1 } }));
    expect(obstacles).toEqual([]);
    expect(warnings).toEqual([expect.stringMatching(/2 findings speak against it.*cannot approve/), expect.stringMatching(/1 statement .*not published/)]);
  });

  it('forbids to rebase what stands on the newest release', () => {
    expect(obstaclesTo('rebase', of({}))).toEqual([expect.stringMatching(/newest release already/)]);
    expect(obstaclesTo('rebase', of({ newest: null }))).toHaveLength(1);
    expect(obstaclesTo('withdraw', of({}))).toEqual([]);
    expect(obstaclesTo('sendBack', of({ state: 'inReview', found: { against: 3, unstated: 0 } }))).toEqual([]);
  });

  it('names who began it first', () => {
    expect(authorsWords({ createdBy: 'zoe', authors: ['anna', 'ben', 'zoe'] })).toBe('zoe, anna and ben');
  });
});
