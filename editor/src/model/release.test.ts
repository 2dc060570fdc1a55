import { describe, expect, it } from 'vitest';
import { compareDocuments, differenceWords, originWords, releaseSentence, releaseTitle } from './release';

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

describe('two releases', () => {
  const documents = (of: Record<string, string>) => Object.entries(of).map(([name, hash]) => ({ name, hash }));
  const compared = compareDocuments(documents({ a: '1', b: '1', c: '1' }), documents({ a: '1', b: '2', d: '1' }));

  it('are compared document by document, in the order of names', () => {
    expect(compared).toEqual([{ name: 'a', state: 'same' }, { name: 'b', state: 'edited' }, { name: 'c', state: 'removed' }, { name: 'd', state: 'added' }]);
  });

  it('differ in words', () => {
    expect(differenceWords(compared)).toBe('1 document edited, 1 added, 1 removed');
    expect(differenceWords(compared.slice(0, 1))).toBe('no document differs');
  });

  it.each([['imported', null, 'Imported'], ['rolledBack', 2, 'Back to release 2'], ['published', null, null]])('one that is %s says where it is from', (kind, restores, words) => {
    expect(originWords({ kind, restores })).toBe(words);
  });
});
