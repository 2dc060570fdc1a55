import { describe, expect, it } from 'vitest';
import { releaseSentence, releaseTitle } from './release';

describe('a release in words', () => {
  it('warns when nobody has approved it', () => {
    expect(releaseSentence({ number: 1, live: true, status: 'unreviewed' })).toBe('Release 1, unreviewed: no clinician has approved this content.');
  });

  it('names who approved it, and when', () => {
    const release = { number: 3, live: true, status: 'approved', approvedBy: 'rita', approvedAt: '2026-11-25T12:00:00Z' };
    expect(releaseTitle(release)).toBe('Release 3, approved');
    expect(releaseSentence(release)).toBe('Release 3, approved by rita on 25 Nov 2026.');
    expect(releaseSentence({ ...release, approvedBy: null })).toBe('Release 3, approved.');
  });
});
