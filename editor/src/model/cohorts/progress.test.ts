import { describe, expect, it } from 'vitest';
import type { CohortProgressAnswer } from '../../api/generated';
import { durationWords, percentDone, progressSentence, rateWords, sizeWords, timeLeft } from './progress';

const progress = (changes: Partial<CohortProgressAnswer>): CohortProgressAnswer =>
  ({ estimatedEnd: null, nodes: [], partitionsDone: 0, patientsDone: 0, patientsPerSecond: null, recovered: 0, refused: 0, resultBytes: 0, ...changes });

const now = Date.parse('2026-01-31T12:00:00Z');

describe('how far a run is', () => {
  it.each([[0, 0, 0], [0, 10, 0], [999, 1000, 99], [1000, 1000, 100], [1001, 1000, 100]])('%d of %d is %d %%', (done, all, percent) => { expect(percentDone(done, all)).toBe(percent); });

  it.each([[null, null], [0, null], [0.5, '30 patients per minute'], [0.001, '1 patient per minute'], [1250.4, '1,250 patients per second']])('%s per second reads %s', (rate, words) => {
    expect(rateWords(rate)).toBe(words);
  });

  it.each([[0, 'less than a minute'], [49, 'less than a minute'], [50, 'about 1 minute'], [150, 'about 3 minutes'], [3000, 'about 1 hour'], [7300, 'about 2 hours'], [129_600, 'about 2 days']])('%d seconds are %s', (seconds, words) => {
    expect(durationWords(seconds)).toBe(words);
  });

  it('says what is left from when it was read, and nothing when nobody can tell', () => {
    expect(timeLeft(progress({ estimatedEnd: '2026-01-31T12:03:00Z' }), now)).toBe('about 3 minutes left');
    expect(timeLeft(progress({ estimatedEnd: '2026-01-31T11:00:00Z' }), now)).toBe('less than a minute left');
    expect(timeLeft(progress({}), now)).toBeNull();
  });

  it('is one sentence while it runs, and only a count when it does not', () => {
    const of = progress({ patientsDone: 12_000, patientsPerSecond: 1000, estimatedEnd: '2026-01-31T12:00:48Z' });
    expect(progressSentence('running', of, 60_000, now)).toBe('12,000 of 60,000 patients, 1,000 patients per second, less than a minute left');
    expect(progressSentence('cancelled', of, 60_000, now)).toBe('12,000 of 60,000 patients');
  });

  it.each([[0, '0 bytes'], [1, '1 byte'], [999, '999 bytes'], [1000, '1.0 kB'], [12_400_000, '12.4 MB'], [150_000_000_000, '150 GB']])('%d bytes are %s', (bytes, words) => { expect(sizeWords(bytes)).toBe(words); });
});
