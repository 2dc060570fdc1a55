import { describe, expect, it } from 'vitest';
import { elementsOf, newFact, nextOrder, readSchema, withKind } from './schemaDocument';
import { setAt } from './editJson';

const schema = `{
  "title": "Patient",
  "properties": {
    "age": { "type": "integer", "minimum": 0, "maximum": 120.0, "x-label": "Age", "x-order": 10 },
    "calcium": { "type": "number", "x-unit": "mg/dL", "x-units": { "mmol/L": 4.008 } },
    "stage": { "type": "string", "enum": ["a", "b"], "x-order": 30 },
    "since": { "type": "string", "format": "date" },
    "note": { "type": "string" },
    "proven": { "type": "boolean" },
    "lesions": { "type": "array", "items": { "$ref": "lesion.schema.json" } }
  }
}`;

describe('a fact schema', () => {
  it('is read with the kinds of its facts', () => {
    expect(readSchema(schema).facts.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
      'age: wholeNumber', 'calcium: number', 'stage: choice', 'since: date', 'note: text', 'proven: yesNo', 'lesions: list',
    ]);
  });

  it('keeps limits as written and knows other units and elements', () => {
    const { facts } = readSchema(schema);
    expect(facts[0]).toMatchObject({ minimum: '0', maximum: '120.0', label: 'Age' });
    expect(facts[1]).toMatchObject({ unit: 'mg/dL', otherUnits: ['mmol/L'] });
    expect(facts[6] && elementsOf(facts[6])).toBe('lesion.schema.json');
  });

  it('gives a new fact the last place', () => {
    const view = readSchema(schema);
    expect(nextOrder(view)).toBe(40);
    const grown = setAt(schema, ['properties', 'pain'], newFact('Pain', 'yesNo', 'Symptoms', nextOrder(view)));
    expect(readSchema(grown).facts.at(-1)).toMatchObject({ name: 'pain', kind: 'yesNo', label: 'Pain', group: 'Symptoms' });
  });

  it.each([
    ['calcium', 'yesNo', '{ "type": "boolean" }'],
    ['stage', 'number', '{ "type": "number", "x-order": 30 }'],
    ['age', 'number', '{ "type": "number", "minimum": 0, "maximum": 120.0, "x-label": "Age", "x-order": 10 }'],
    ['proven', 'date', '{ "type": "string", "format": "date" }'],
  ] as const)('turns %s into %s without what belonged to the former kind', (name, kind, expected) => {
    const fact = readSchema(schema).facts.find((candidate) => candidate.name === name);
    const text = fact ? withKind(schema, fact, kind) : '';
    expect(text).toContain(`"${name}": ${expected}`);
  });
});
