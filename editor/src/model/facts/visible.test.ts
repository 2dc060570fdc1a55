import { describe, expect, it } from 'vitest';
import { agent, patientForm } from '../../test/fixtures';
import { emptyDraft } from './draft';
import { placeErrors } from './complaints';
import { findField } from './labels';
import { visibleGroups } from './visible';

const names = (facts: readonly string[] | null, search = '', draft = emptyDraft) =>
  visibleGroups(patientForm, { facts, search, draft }).flatMap(({ fields }) => fields.map(({ name }) => name));

describe('visible facts', () => {
  it('are those that the workflow reads, or all', () => {
    expect(names(agent.facts)).toHaveLength(agent.facts.length);
    expect(names(null).length).toBeGreaterThan(80);
  });

  it('are found by label and meaning', () => {
    expect(names(agent.facts, 'calcium')).toEqual(['totalCalcium', 'calciumVitaminDSupplemented']);
    expect(names(agent.facts, 'cockcroft')).toEqual(['creatinineClearance']);
    expect(names(agent.facts, 'no such words')).toEqual([]);
  });

  it('stay in sight once entered', () => {
    expect(names(['patient.sex'], '', { patient: { heartFailure: { kind: 'boolean', value: true } } })).toEqual(['sex', 'heartFailure']);
  });

  it('of list elements are only those that are read', () => {
    const [group] = visibleGroups(patientForm, { facts: ['patient.lesions[].pain'], search: '', draft: emptyDraft });
    expect(group?.fields).toMatchObject([{ name: 'lesions', fields: [{ name: 'pain' }] }]);
  });
});

describe('errors of the server', () => {
  const place = (pointer: string) => placeErrors([{ pointer, message: 'm', help: 'h' }], [], (path) => findField(patientForm, path) !== null);

  it.each([
    ['/facts/patient/creatinine', 'patient.creatinine'],
    ['/facts/patient/totalCalcium/unit', 'patient.totalCalcium'],
    ['/facts/patient/lesions/0/pain', 'patient.lesions[0].pain'],
    ['/facts/patient/lesions/0/nonsense', 'patient.lesions'],
  ])('%s is shown at %s', (pointer, at) => {
    expect([...place(pointer).at]).toEqual([[at, 'm (h)']]);
  });

  it('that point to no field are shown above the form', () => {
    expect(place('/facts/patient/nonsense').elsewhere).toEqual(['m (h)']);
    expect(place('/asOf').elsewhere).toEqual(['m (h)']);
  });
});
