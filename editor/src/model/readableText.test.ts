import { describe, expect, it } from 'vitest';
import { cellWords, messageWords } from './readableText';

describe('what documents write', () => {
  it('is a message with names where values will stand', () => {
    expect(messageWords('Mirels $(mirelsScore) of 12 ($(lesion.corticalPercent) %).')).toBe('Mirels [Mirels score] of 12 ([Cortical percent] %).');
    expect(messageWords('Sum: $(a + b)')).toBe('Sum: [a + b]');
    expect(messageWords('Nothing to fill in.')).toBe('Nothing to fill in.');
  });
  it('is a cell without the spelling of expressions', () => {
    expect(cellWords('"low" or "veryHigh"')).toBe('low or very high');
    expect(cellWords('>= 9 and <= 12')).toBe('≥ 9 and ≤ 12');
    expect(cellWords('true')).toBe('yes');
    expect(cellWords('_')).toBe('any');
    expect(cellWords('3.50')).toBe('3.50');
    expect(cellWords('"Give 4 mg"')).toBe('Give 4 mg');
    expect(cellWords('"a \\"b\\""')).toBe('"a \\"b\\""');
  });
});
