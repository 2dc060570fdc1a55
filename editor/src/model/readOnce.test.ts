import { describe, expect, it } from 'vitest';
import { readOnce } from './readOnce';

describe('what is read once', () => {
  it('is kept while it is among the texts that were asked for last', () => {
    const read: string[] = [];
    const lengthOf = readOnce((text) => { read.push(text); return text.length; }, 2);
    expect(['a', 'bb', 'a', 'bb', 'a'].map(lengthOf)).toEqual([1, 2, 1, 2, 1]);
    expect(read).toEqual(['a', 'bb']);
    // `a` was asked for after `bb`: it is `bb` that makes way.
    expect(['ccc', 'a', 'bb'].map(lengthOf)).toEqual([3, 1, 2]);
    expect(read).toEqual(['a', 'bb', 'ccc', 'bb']);
  });
});
