import { describe, expect, it } from 'vitest';
import { choicesFor, choiceWords, settled, type Resolution, type Sides } from './resolutions';

const sides = (document: string, theirs: string | null, mine: string | null): Sides => ({ document, base: 'base', theirs, mine });

describe('conflicts of a rebase', () => {
  it.each([
    [sides('a', 'T', 'M'), ['theirs', 'mine', 'merge'], ['Take that of release 4', 'Keep that of this change', 'Merge both']],
    [sides('a', null, 'M'), ['theirs', 'mine'], ['Remove it, as release 4', 'Keep that of this change']],
    [sides('a', 'T', null), ['theirs', 'mine'], ['Take that of release 4', 'Remove it, as this change']],
  ])('%j can be settled', (of, choices, words) => {
    expect(choicesFor(of)).toEqual(choices);
    expect(choicesFor(of).map((choice) => choiceWords(of, choice, 4))).toEqual(words);
  });

  it('are sent once all of them are settled, with the text that was chosen for each', () => {
    const conflicts = [sides('a', 'T', 'M'), sides('b', null, 'M'), sides('c', 'T', 'M')];
    const choose = (choice: Resolution['choice'], merged = ''): Resolution => ({ choice, merged });
    const some = new Map([['a', choose('mine')], ['b', choose('theirs')]]);
    expect(settled(conflicts, some)).toBeNull();
    expect(settled(conflicts, new Map([...some, ['c', choose('merge', 'both')]]))).toEqual({ a: 'M', b: null, c: 'both' });
    expect(settled([], some)).toEqual({});
  });
});
