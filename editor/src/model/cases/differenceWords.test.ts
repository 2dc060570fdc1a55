import { describe, expect, it } from 'vitest';
import { differencesText, differenceWords } from './differenceWords';

const titles: Readonly<Record<string, string>> = { ' LowFractureRisk': 'Low risk', 'MirelsFractureRisk High': 'High risk' };
const titleOf = (workflow: string | null, rule: string) => titles[`${workflow ?? ''} ${rule}`] ?? null;
const words = (subject: string, expected: string, actual: string) => differenceWords({ subject, expected, actual }, titleOf);

describe('what differs from a golden case', () => {
  it('is said with the titles of rules, of another workflow too', () => {
    expect(words('rule LowFractureRisk', 'met', 'notMet')).toEqual({ about: 'Low risk', expected: 'met', actual: 'not met' });
    expect(words('rule MirelsFractureRisk[patient.lesions[0]].High', 'met', 'undetermined (missing patient.lesions[0].corticalPercent)'))
      .toEqual({ about: 'High risk (lesions 1)', expected: 'met', actual: 'undetermined (missing Lesions 1: Cortical percent)' });
    expect(words('rule NoTitle', 'met', 'no such rule')).toEqual({ about: 'No title', expected: 'met', actual: 'no such rule' });
  });
  it('is said with values as they stand in a decision', () => {
    expect(words('output fractureThreat', 'true', 'no')).toEqual({ about: 'Fracture threat', expected: 'yes', actual: 'no' });
    expect(words('output mirelsBand', '"veryHigh"', 'borderline')).toEqual({ about: 'Mirels band', expected: 'very high', actual: 'borderline' });
    expect(words('output dose', '3.50', 'undecided')).toEqual({ about: 'Dose', expected: '3.50', actual: 'undecided' });
    expect(words('missing', 'nothing', 'lesion.pain, lesion.site')).toEqual({ about: 'Missing facts', expected: 'nothing', actual: 'Pain, Site' });
    expect(words('events', 'Fix', 'nothing')).toEqual({ about: 'Events', expected: 'Fix', actual: 'nothing' });
  });
  it('is never said in words that hide it', () => {
    expect(words('missing', 'lesion.pain', 'patient.pain')).toEqual({ about: 'Missing facts', expected: 'lesion.pain', actual: 'patient.pain' });
    expect(words('output band', '"veryHigh"', 'very high')).toEqual({ about: 'Band', expected: '"veryHigh"', actual: 'very high' });
  });
  it('stands in one line', () => {
    expect(differencesText([{ subject: 'rule LowFractureRisk', expected: 'met', actual: 'notMet' }, { subject: 'output score', expected: '8', actual: '9' }], titleOf))
      .toBe('Low risk: expected met, came out as not met; Score: expected 8, came out as 9');
  });
});
