import { describe, expect, it } from 'vitest';
import { buildForm } from '../facts/form';
import { isFound, subjectsOf, typeWords, type Offer } from './subjects';
import { typeOf, yesNo } from './testTrees';

const offer = (insert: string, kind: string, more: Partial<Offer> = {}): Offer => ({ label: insert, insert, kind, detail: null, description: null, typeInfo: yesNo, ...more });

const form = buildForm([{ name: 'patient', schema: 'patient' }, { name: 'l', schema: 'lesion' }], {
  patient: {
    title: 'Patient',
    properties: {
      calcium: { type: 'number', 'x-label': 'Total calcium', 'x-group': 'Laboratory', 'x-order': 20 },
      age: { type: 'integer', 'x-label': 'Age', 'x-group': 'Person', 'x-order': 10 },
      albumin: { type: 'number', 'x-label': 'Albumin', 'x-group': 'Laboratory', 'x-order': 30 },
    },
  },
  lesion: { title: 'Lesion', properties: { acral: { type: 'boolean', 'x-label': 'Beyond mid forearm', 'x-group': 'Lesion', 'x-order': 1 } } },
});

describe('what a condition can be about', () => {
  const lesion = offer('l', 'variable', { typeInfo: typeOf('object', { schema: 'lesion' }) });
  const used = offer('Hypercalcemia', 'workflow', { typeInfo: null, description: 'Hypercalcaemia of malignancy' });
  const found = subjectsOf(
    [
      lesion, offer('patient.calcium', 'fact', { typeInfo: typeOf('number', { unit: 'mg/dL', minimum: 0, maximum: 30 }) }), offer('patient.albumin', 'fact'), offer('patient.age', 'fact'),
      offer('correctedCalcium', 'parameter', { description: 'patient.calcium + 1' }), offer('Fix', 'rule', { description: 'Fixation is due' }), used, offer('Min', 'function', { typeInfo: null }),
      offer('asOf', 'input', { typeInfo: typeOf('date') }), offer('patient', 'input', { typeInfo: typeOf('object') }), offer('&&', 'operator', { typeInfo: null }),
    ],
    [{ owner: lesion, offers: [offer('acral', 'fact')] }, { owner: used, offers: [offer('Crisis', 'rule', { description: 'Crisis' })] }],
    form,
  );

  it('stands by label, in the groups and the order of the forms, the elements of the list first', () => {
    expect(found.map(({ text, label, group }) => [text, label, group])).toEqual([
      ['l.acral', 'Beyond mid forearm', 'Lesion: Lesion'],
      ['patient.age', 'Age', 'Patient: Person'],
      ['patient.calcium', 'Total calcium', 'Patient: Laboratory'],
      ['patient.albumin', 'Albumin', 'Patient: Laboratory'],
      ['correctedCalcium', 'Corrected calcium', 'Parameters'],
      ['Fix', 'Fixation is due', 'Rules'],
      ['asOf', 'Day of the decision', 'Other'],
      ['Hypercalcemia.Crisis', 'Crisis', 'Hypercalcaemia of malignancy'],
    ]);
  });

  it.each([['calc', 2], ['lab alb', 1], ['patient.age', 1], ['', 8], ['liver', 0]])('is found by “%s”', (search, count) => {
    expect(found.filter((subject) => isFound(subject, search) && (search !== 'calc' || subject.kind !== 'rule'))).toHaveLength(count);
  });

  it.each([[yesNo, 'yes or no'], [typeOf('number', { unit: 'a', minimum: 0, maximum: 120 }), 'years, 0 to 120'], [typeOf('number'), 'number'], [typeOf('enum'), 'choice'], [typeOf('unknown'), '']])('says %o in words', (type, said) => {
    expect(typeWords(type)).toBe(said);
  });
});
