import { describe, expect, it } from 'vitest';
import { isOver, keyState, type KeyState } from './apiKey';

const now = Date.parse('2026-06-01T12:00:00Z');

describe('a key', () => {
  it.each<[string, string, string | null, KeyState, boolean]>([
    ['lives', '2026-12-01T00:00:00Z', null, 'valid', false],
    ['ends soon', '2026-06-15T12:00:00Z', null, 'expiring', false],
    ['has just more than two weeks', '2026-06-15T12:00:01Z', null, 'valid', false],
    ['ends now', '2026-06-01T12:00:00Z', null, 'expired', true],
    ['was revoked, and would have ended too', '2026-05-01T00:00:00Z', 'root', 'revoked', true],
  ])('that %s', (_, expires, revokedBy, state, over) => {
    expect(keyState({ expires, revokedBy }, now)).toBe(state);
    expect(isOver(state)).toBe(over);
  });
});
