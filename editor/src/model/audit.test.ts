import { describe, expect, it } from 'vitest';
import { actionWords, auditDetails, shortHash, subjectPath } from './audit';

const hash = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('an entry of the log', () => {
  it.each([
    ['release.rolled-back', 'Release rolled back'],
    ['user.locked-out', 'User locked out'],
    ['change.sent-back', 'Change sent back'],
  ])('%s reads “%s”', (action, words) => { expect(actionWords(action)).toBe(words); });

  it.each<[string, string | null]>([
    ['change 3', '/changes/3'],
    ['release 12', '/releases/12'],
    ['workflow Hypercalcemia', '/workflows/Hypercalcemia'],
    ['rule Hypercalcemia.SevereHypercalcemia', '/workflows/Hypercalcemia'],
    ['user anna@example.org', '/administration/users'],
    ['key 00ff00ff00ff', '/administration/keys'],
    ['decisions', null],
    ['something else', null],
    ['workflow ../audit?x=y', '/workflows/..%2Faudit%3Fx%3Dy'],
  ])('“%s” is looked at under %s', (subject, path) => { expect(subjectPath(subject)).toBe(path); });

  it('shows its details in their order, without what was not said, and knows a hash', () => {
    expect(auditDetails({ details: { manifest: hash, comment: '', approvedBy: 'rita', resolved: null } })).toEqual([
      { name: 'Manifest', value: hash, isHash: true },
      { name: 'Approved by', value: 'rita', isHash: false },
    ]);
  });

  it.each([[null], ['text'], [3]])('has no details in %s', (details) => { expect(auditDetails({ details })).toEqual([]); });

  it('shortens a hash, and nothing that is short', () => {
    expect(shortHash(hash)).toBe('sha256:0123456789ab…');
    expect(shortHash('sha256:12')).toBe('sha256:12');
  });
});
