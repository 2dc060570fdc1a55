import { describe, expect, it } from 'vitest';
import { lesionForm, patientForm } from '../../test/fixtures';
import { parseDocument } from '../documents/json';
import { writeFacts } from './factsJson';
import { plainDigits, readFacts } from './readFacts';
import { readFactSchema } from './schemaDocument';

const read = (form: typeof patientForm, text: string) => readFacts(form, text, parseDocument(text).root);

describe('facts of a document as entries', () => {
  it.each([
    ['numbers with their digits', '{"patient":{"albumin":2.60}}'],
    ['numbers with a unit', '{"patient":{"totalCalcium":{"value":2.600,"unit":"mmol/L"}}}'],
    ['false, and an empty list', '{"patient":{"pregnant":false,"lesions":[]}}'],
    ['elements of a list', '{"patient":{"lesions":[{},{"pain":"mild","corticalPercent":30.50}]}}'],
  ])('%s come back as they were', (_, json) => {
    const { draft, beyond } = read(patientForm, json);
    expect(writeFacts(patientForm, draft)).toEqual({ json, unreadable: [] });
    expect(beyond).toEqual([]);
  });

  it('null is unknown', () => {
    expect(read(patientForm, '{"patient":{"albumin":null,"lesions":null}}')).toEqual({ draft: { patient: {} }, beyond: [] });
  });

  it.each([
    ['a fact without a field', '{"patient":{"shoeSize": 42}}', 'patient.shoeSize', '42'],
    ['a fact of another kind', '{"patient":{"albumin": "low"}}', 'patient.albumin', '"low"'],
    ['an input without a form', '{"dog":{"age": 1}}', 'dog', '{"age": 1}'],
    ['a quantity with more than a unit', '{"patient":{"albumin": {"value":1,"unit":"g/L","at":3}}}', 'patient.albumin', '{"value":1,"unit":"g/L","at":3}'],
  ])('%s is named, not dropped', (_, json, path, text) => {
    expect(read(patientForm, json).beyond).toEqual([{ path, text }]);
  });

  it('an element of a list is read by the fields of its form', () => {
    expect(read(lesionForm, '{"lesion":{"pain":"mild"}}').draft).toEqual({ lesion: { pain: { kind: 'choice', value: 'mild' } } });
  });

  it.each([['2.60', '2.60'], ['1e3', '1000'], ['1.5e3', '1500'], ['-2.5e-2', '-0.025'], ['1.25E1', '12.5'], ['0', '0']])('%s is typed as %s', (raw, typed) => {
    expect(plainDigits(raw)).toBe(typed);
  });
});

describe('a fact schema as it stands on the screen', () => {
  it('reads what forms need', () => {
    const schema = readFactSchema(`{
      "title": "Patient", "type": "object", // as the library writes it
      "properties": { "albumin": { "type": "number", "minimum": 0, "maximum": 10, "x-unit": "g/dL", "x-units": { "g/L": 0.1 } }, "sex": { "enum": ["female", "male"] }, "lesions": { "type": "array", "items": { "$ref": "lesion.schema.json" } } }
    }`);
    expect(schema).toEqual({
      title: 'Patient',
      type: 'object',
      properties: {
        albumin: { type: 'number', minimum: 0, maximum: 10, 'x-unit': 'g/dL', 'x-units': { 'g/L': true } },
        sex: { enum: ['female', 'male'] },
        lesions: { type: 'array', items: { $ref: 'lesion.schema.json' } },
      },
    });
  });

  it.each(['', '{', '{ "properties": 3, "enum": "x", "type": "float" }', '[]'])('%j, half typed, breaks nothing', (text) => {
    expect(() => readFactSchema(text)).not.toThrow();
  });
});
