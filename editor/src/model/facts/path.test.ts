import { describe, expect, it } from 'vitest';
import { controlId, factKind, parsePath, pathFromPointer, pathText } from './path';

describe('fact paths', () => {
  it.each([
    ['lesion.pain', ['lesion', 'pain']],
    ['patient.lesions[0].pain', ['patient', 'lesions', 0, 'pain']],
    ['patient.lesions', ['patient', 'lesions']],
  ])('%s is read and written the same way', (text, path) => {
    expect(parsePath(text)).toEqual(path);
    expect(pathText(path)).toBe(text);
  });

  it.each([
    ['/facts/patient/creatinine', ['patient', 'creatinine']],
    ['/facts/patient/lesions/0/pain', ['patient', 'lesions', 0, 'pain']],
    ['/facts/patient/a~1b~0c', ['patient', 'a/b~c']],
    ['/facts', []],
  ])('pointer %s', (pointer, path) => {
    expect(pathFromPointer(pointer)).toEqual(path);
  });

  it.each(['/asOf', '', 'facts/patient'])('pointer %j is not about a fact', (pointer) => {
    expect(pathFromPointer(pointer)).toBeNull();
  });

  it('kinds forget list positions', () => {
    expect(factKind('patient.lesions[].pain')).toBe('patient.lesions.pain');
    expect(factKind(['patient', 'lesions', 3, 'pain'])).toBe('patient.lesions.pain');
    expect(controlId(['patient', 'lesions', 3, 'pain'])).toBe('fact-patient-lesions-3-pain');
  });
});
