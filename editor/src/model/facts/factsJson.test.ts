import { describe, expect, it } from 'vitest';
import { patientForm } from '../../test/fixtures';
import { countEntries, emptyDraft, readEntry, writeEntry, type Draft, type Entry } from './draft';
import { indentJson, writeFacts, writeRequest } from './factsJson';

const draft = (entries: Record<string, Entry>): Draft => ({ patient: entries });
const json = (entries: Record<string, Entry>) => writeFacts(patientForm, draft(entries)).json;

describe('facts as JSON', () => {
  it('writes numbers digit by digit', () => {
    expect(json({ albumin: { kind: 'number', text: '2.60', unit: null } })).toBe('{"patient":{"albumin":2.60}}');
    expect(json({ totalCalcium: { kind: 'number', text: '2.600', unit: 'mmol/L' } })).toBe('{"patient":{"totalCalcium":{"value":2.600,"unit":"mmol/L"}}}');
    expect(json({ totalCalcium: { kind: 'number', text: '10', unit: 'mg/dL' } })).toBe('{"patient":{"totalCalcium":10}}');
  });

  it('leaves unknown facts out, and inputs without facts', () => {
    expect(json({})).toBe('{}');
    expect(json({ albumin: { kind: 'number', text: '', unit: 'g/L' }, sex: { kind: 'choice', value: '' } })).toBe('{}');
  });

  it('keeps false, and tells "none" from "unknown"', () => {
    expect(json({ pregnant: { kind: 'boolean', value: false } })).toBe('{"patient":{"pregnant":false}}');
    expect(json({ lesions: { kind: 'list', items: [] } })).toBe('{"patient":{"lesions":[]}}');
    expect(json({ lesions: { kind: 'list', items: [{ id: 'a', values: {} }, { id: 'b', values: { pain: { kind: 'choice', value: 'mild' } } }] } }))
      .toBe('{"patient":{"lesions":[{},{"pain":"mild"}]}}');
  });

  it('reports what cannot be read, and does not send it', () => {
    const written = writeFacts(patientForm, draft({ lesions: { kind: 'list', items: [{ id: 'a', values: { corticalPercent: { kind: 'number', text: '4,5', unit: null } } }] } }));
    expect(written).toEqual({
      json: '{"patient":{"lesions":[{}]}}',
      unreadable: [{ path: ['patient', 'lesions', 0, 'corticalPercent'], message: 'Write decimals with a point, such as 2.6' }],
    });
  });

  it('makes a request, and indents it without touching a digit', () => {
    const request = writeRequest('{"patient":{"albumin":2.60,"lesions":[]}}', '2026-01-31');
    expect(request).toBe('{"facts":{"patient":{"albumin":2.60,"lesions":[]}},"asOf":"2026-01-31","explain":"full"}');
    expect(indentJson('{"a":2.60,"b":[1,{}],"c":"x,{\\"y"}')).toBe('{\n  "a": 2.60,\n  "b": [\n    1,\n    {}\n  ],\n  "c": "x,{\\"y"\n}');
  });
});

describe('a draft', () => {
  const pain: Entry = { kind: 'choice', value: 'mild' };

  it('writes and reads inside list elements, sharing the rest', () => {
    const start = writeEntry(draft({ pregnant: { kind: 'boolean', value: true } }), ['patient', 'lesions'], { kind: 'list', items: [{ id: 'a', values: {} }, { id: 'b', values: {} }] });
    const next = writeEntry(start, ['patient', 'lesions', 1, 'pain'], pain);
    expect(readEntry(next, ['patient', 'lesions', 1, 'pain'])).toEqual(pain);
    expect(readEntry(next, ['patient', 'lesions', 0, 'pain'])).toBeUndefined();
    expect(readEntry(next, ['patient', 'pregnant'])).toBe(readEntry(start, ['patient', 'pregnant']));
    expect(countEntries(next)).toBe(2);
  });

  it('forgets a fact that becomes unknown', () => {
    const known = writeEntry(emptyDraft, ['lesion', 'pain'], pain);
    expect(writeEntry(known, ['lesion', 'pain'], undefined)).toEqual({ lesion: {} });
  });

  it('reaches into objects', () => {
    const written = writeEntry(emptyDraft, ['x', 'inner', 'flag'], { kind: 'boolean', value: true });
    expect(readEntry(written, ['x', 'inner', 'flag'])).toEqual({ kind: 'boolean', value: true });
  });
});
