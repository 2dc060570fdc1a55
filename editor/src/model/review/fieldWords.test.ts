import { describe, expect, it } from 'vitest';
import { fieldWords } from './fieldWords';

const titleOfSource = (id: string) => (id === 'mirels-1989' ? 'Mirels 1989' : null);

describe('a value that differs', () => {
  it.each([
    ['ReviewDue', '2027-09-01', '1 Sept 2027'],
    ['Enabled', 'false', 'no'],
    ['Facts.lesion.site', 'lowerLimb', 'lower limb'],
    ['Expect.Rules.High', 'notMet', 'not met'],
    ['RuleName', 'lowerLimb', 'lowerLimb'],
    ['Recommendation.Text', 'Score $(mirelsScore).', 'Score [Mirels score].'],
    ['Evidence', 'mirels-1989, table 2; other-2001', 'Mirels 1989, table 2; other-2001'],
    ['Why', 'true story', 'true story'],
  ])('%s %s', (name, value, words) => { expect(fieldWords(name, value, titleOfSource)).toBe(words); });
});
