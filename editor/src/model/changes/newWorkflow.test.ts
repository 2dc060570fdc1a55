import { describe, expect, it } from 'vitest';
import { readCases } from '../documents/casesDocument';
import { readWorkflow } from '../documents/workflowDocument';
import { documentsOf, folderFor, freeFolder, workflowNameFor, wrongFolder, wrongName } from './newWorkflow';

describe('a new workflow', () => {
  it.each([
    ['Impending fracture (Mirels)', 'impending-fracture-mirels', 'ImpendingFractureMirels'],
    ['Übelkeit & Erbrechen', 'ubelkeit-erbrechen', 'UbelkeitErbrechen'],
    ['  …  ', '', ''],
    ['Calcium', 'calcium-2', 'Calcium2'],
  ])('called “%s” stands in %s and is %s', (title, folder, name) => {
    expect(freeFolder(title, new Set(['calcium']))).toBe(folder);
    expect(workflowNameFor(title, new Set(['calcium']))).toBe(name);
  });

  it('has a folder of sensible length that ends in a word', () => {
    expect(folderFor('a'.repeat(59) + ' b')).toBe('a'.repeat(59));
  });

  it.each([
    ['mirels-fracture-risk', null],
    ['', /Give/],
    ['Mirels', /Small letters/],
    ['a--b', /Small letters/],
    ['../x', /Small letters/],
    ['facts', /already/],
    ['calcium', /already/],
  ])('folder “%s” is judged', (folder, judgement) => {
    const wrong = wrongFolder(folder, new Set(['calcium']));
    if (judgement === null) expect(wrong).toBeNull();
    else expect(wrong).toMatch(judgement);
  });

  it.each([
    ['MirelsFractureRisk', null],
    ['2Mirels', /Letters and digits/],
    ['Mirels risk', /Letters and digits/],
    ['Calcium', /already/],
  ])('name “%s” is judged', (name, judgement) => {
    const wrong = wrongName(name, new Set(['calcium']));
    if (judgement === null) expect(wrong).toBeNull();
    else expect(wrong).toMatch(judgement);
  });

  it('begins with its inputs, without rules and cases, and states nothing that nobody stated', () => {
    const documents = documentsOf({ title: 'Fracture "risk"', folder: 'fracture-risk', name: 'FractureRisk', inputs: ['patient', 'lesion'] });
    expect(Object.keys(documents)).toEqual(['fracture-risk/workflow.json', 'fracture-risk/cases.json']);
    const view = readWorkflow(documents['fracture-risk/workflow.json'] ?? '');
    expect([view.document.sound, view.name, view.title, view.description, view.rules]).toEqual([true, 'FractureRisk', 'Fracture "risk"', '', []]);
    expect(view.inputs.map(({ name, schema }) => [name, schema])).toEqual([['patient', 'patient'], ['lesion', 'lesion']]);
    expect(view.metadata?.children).toEqual([]);
    const cases = readCases(documents['fracture-risk/cases.json'] ?? '');
    expect([cases.document.sound, cases.workflow, cases.cases]).toEqual([true, 'FractureRisk', []]);
  });
});
