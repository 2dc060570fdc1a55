import { describe, expect, it } from 'vitest';
import { exactOr, parseExact } from './exactJson';
import { unitText, withUnit } from './unit';
import { formatNumber, formatRange, formatValue } from './value';
import { humanize, listed, plural } from './words';

describe('values in words', () => {
  it.each([
    [true, 'yes'],
    [false, 'no'],
    [null, 'not recorded'],
    [3.5, '3.5'],
    ['peritrochanteric', 'peritrochanteric'],
    ['zoledronicAcid', 'zoledronic acid'],
    ['2026-01-31', '2026-01-31'],
    ['Any text stays.', 'Any text stays.'],
    [[], 'none'],
    [['low', 'borderline', 'high'], 'low, borderline and high'],
  ])('%j is %s', (value, text) => {
    expect(formatValue(value)).toBe(text);
  });

  it.each([
    [{ min: 10, max: 12 }, '10 to 12'],
    [{ values: ['high', 'borderline'] }, 'high or borderline'],
    [{ min: 4 }, 'at least 4'],
    [{ max: 4 }, 'at most 4'],
    [{}, 'not recorded'],
  ])('%j is %s', (range, text) => {
    expect(formatRange(range)).toBe(text);
  });

  it.each([
    ['3.3333333333333333333333333333', '≈ 3.3333'],
    ['9.99995', '≈ 10'],
    ['-0.66666', '≈ -0.6667'],
    ['0.00001', '0.00001'],
    ['1.50000', '1.50000'],
    ['12345678901234567890', '12345678901234567890'],
  ])('the exact number %s is shown as %s', (digits, text) => {
    expect(formatNumber({ digits })).toBe(text);
  });

  it('keeps digits that a float would lose', () => {
    expect(exactOr(Number('0.10000000000000000001'), '0.10000000000000000001')).toEqual({ digits: '0.10000000000000000001' });
    expect(exactOr(2.5, '2.5')).toBe(2.5);
    expect(exactOr(2.5, undefined)).toBe(2.5);
    expect(parseExact('{"a":[1,"x",null]}')).toEqual({ a: [1, 'x', null] });
  });
});

describe('names and units', () => {
  it.each([
    ['mirelsSitePoints', 'Mirels site points'],
    ['unknownPrimary', 'Unknown primary'],
    ['c1', 'C1'],
    ['sinsScore', 'SINS score'],
    ['esccGrade', 'ESCC grade'],
    ['creatinineClearance', 'Creatinine clearance'],
  ])('%s is %s', (name, words) => {
    expect(humanize(name)).toBe(words);
  });

  it.each([
    ['umol/L', 'µmol/L'],
    ['10*3/uL', '10³/µL'],
    ['{score}', ''],
    ['{INR}', 'INR'],
    ['a', 'years'],
    ['mL/min', 'mL/min'],
    [null, ''],
  ])('unit %s is %j', (ucum, text) => {
    expect(unitText(ucum)).toBe(text);
  });

  it('joins words', () => {
    expect(withUnit('4', '{score}')).toBe('4');
    expect([plural(1, 'entry', 'entries'), plural(2, 'entry', 'entries')]).toEqual(['1 entry', '2 entries']);
    expect(listed(['a', 'b', 'c'])).toBe('a, b or c');
  });
});
