import { describe, expect, it } from 'vitest';
import { lineDiff, withContext, wordDiff, type TextRun } from './textDiff';

const written = (runs: readonly TextRun[]) => runs.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`)).join('');

describe('the difference of words', () => {
  it.each([
    ['a >= 9', 'a >= 9', 'a >= 9'],
    ['mirelsScore >= 9', 'mirelsScore > 9', 'mirelsScore [->=-]{+>+} 9'],
    ['a && patient.age > 9', 'a || patient.ageYears > 9', 'a [-&& patient.age-]{+|| patient.ageYears+} > 9'],
    ['', 'new words', '{+new words+}'],
    ['old words', '', '[-old words-]'],
    ['x < 2.60', 'x < 2.6', 'x < [-2.60-]{+2.6+}'],
    ['ä b ö', 'ä c ö', 'ä [-b-]{+c+} ö'],
    ['one two three four', 'zero one two four', '{+zero +}one two[- three-] four'],
  ])('%s → %s', (before, after, expected) => {
    expect(written(wordDiff(before, after))).toBe(expected);
  });

  it('gives back both texts, whatever they are', () => {
    const alphabet = ['a', 'b', ' ', '(', '>=', '\n', '😀'];
    let seed = 7;
    const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648);
    const text = () => Array.from({ length: next() % 30 }, () => alphabet[next() % alphabet.length]).join('');
    for (let i = 0; i < 500; i += 1) {
      const [before, after] = [text(), text()];
      for (const diff of [wordDiff, lineDiff]) {
        const runs = diff(before, after);
        const side = (without: TextRun['kind']) => runs.filter(({ kind }) => kind !== without).map((run) => run.text).join('');
        expect([side('added'), side('removed')]).toEqual([before, after]);
      }
    }
  });

  it('stays fast when everything differs', () => {
    const before = Array.from({ length: 20_000 }, (_, i) => `a${i}`).join(' ');
    const started = performance.now();
    expect(wordDiff(before, before.replaceAll('a', 'b')).map(({ kind }) => kind)).toContain('removed');
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('the difference of lines', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, i) => `line ${i}\n`).join('');

  it('is cut down to some lines around each difference', () => {
    const after = lines(40).replace('line 20\n', 'other\n');
    const shown = withContext(lineDiff(lines(40), after));
    expect(shown.map((run) => (run.kind === 'left out' ? run.lines : `${run.kind} ${run.text.split('\n').length - 1}`))).toEqual([17, 'same 3', 'removed 1', 'added 1', 'same 3', 16]);
  });

  it('leaves out no single line', () => {
    const shown = withContext(lineDiff(lines(9), lines(9).replace('line 0', 'a').replace('line 8', 'b')));
    expect(shown.some(({ kind }) => kind === 'left out')).toBe(false);
  });
});
