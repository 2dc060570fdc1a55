import { describe, expect, it } from 'vitest';
import { lesionForm, patientForm, schemas } from '../../test/fixtures';
import { buildForm, type Field } from './form';
import { factLabel, findField } from './labels';
import { referencedSchemas, referenceName } from './schema';

const field = (path: (string | number)[]) => findField(patientForm, path);

describe('the form of fact schemas', () => {
  it('takes labels, order, units and ranges from the schema', () => {
    expect(field(['patient', 'totalCalcium'])).toMatchObject({
      kind: 'number', label: 'Total calcium', group: 'Laboratory', unit: 'mg/dL', units: ['mg/dL', 'mmol/L'], minimum: 4, maximum: 22, integer: false,
    });
    expect(lesionForm[0]?.fields.slice(0, 3).map(({ label }) => label)).toEqual(['Site', 'Bone', 'Pain']);
  });

  it('knows every kind of fact', () => {
    expect(field(['patient', 'pregnant'])?.kind).toBe('boolean');
    expect(field(['patient', 'sex'])).toMatchObject({ kind: 'choice', options: [{ value: 'female', label: 'Female' }, { value: 'male', label: 'Male' }, { value: 'other', label: 'Other' }] });
    expect(field(['patient', 'lesions'])).toMatchObject({ kind: 'list', itemName: 'lesion' });
    expect(field(['patient', 'lesions', 4, 'corticalPercent'])).toMatchObject({ kind: 'number', unit: '%' });
  });

  it('reads dates, text, objects, and names what it cannot edit', () => {
    const [form] = buildForm([{ name: 'x', schema: 'x' }], {
      x: {
        type: 'object',
        properties: {
          when: { type: 'string', format: 'date' },
          note: { type: 'string' },
          inner: { type: 'object', properties: { flag: { type: 'boolean' } } },
          numbers: { type: 'array', items: { type: 'number' } },
        },
      },
    });
    expect(form?.fields.map(({ kind }) => kind)).toEqual(['date', 'text', 'object', 'unsupported']);
  });

  it('ends where a schema refers to itself', () => {
    const [form] = buildForm([{ name: 'x', schema: 'x' }], { x: { type: 'object', properties: { next: { $ref: '/api/v1/facts/x' } } } });
    expect((form?.fields[0] as Field).kind).toBe('unsupported');
  });

  it('finds the schemas that have to be fetched', () => {
    expect(schemas.patient && referencedSchemas(schemas.patient)).toEqual(['lesion']);
    expect(referenceName('lesion.schema.json')).toBe('lesion');
  });

  it('labels facts, those of list elements with their place', () => {
    expect(factLabel(lesionForm, 'lesion.corticalPercent')).toBe('Cortical involvement');
    expect(factLabel(patientForm, 'patient.lesions[1].pain')).toBe('Lesion 2: Pain');
    expect(factLabel(patientForm, 'patient.lesions')).toBe('Long-bone lesions');
    expect(factLabel(patientForm, 'patient.notThere')).toBe('Not there');
  });
});
