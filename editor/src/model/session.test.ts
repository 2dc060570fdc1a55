import { describe, expect, it } from 'vitest';
import { personWords, roleWords } from './session';

describe('a session in words', () => {
  it('names the roles, or says that there is none', () => {
    expect(roleWords(['author', 'reviewer'])).toBe('Author, Reviewer');
    expect(roleWords([])).toBe('No role');
  });

  it('says a name once', () => {
    expect(personWords({ name: 'anna', displayName: 'Anna Example' })).toBe('Anna Example (anna)');
    expect(personWords({ name: 'anna', displayName: 'anna' })).toBe('anna');
    expect(personWords({ name: 'anna', displayName: null })).toBe('anna');
  });
});
