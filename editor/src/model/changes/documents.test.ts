import { describe, expect, it } from 'vitest';
import { documentTitle, groupDocuments } from './documents';

const names = ['README.md', 'calcium/cases.json', 'calcium/workflow.json', 'evidence.json', 'facts/patient.schema.json', 'mirels/workflow.json', 'notes/text.md'];

describe('the documents of a change', () => {
  it('are grouped by workflow, facts and others, with what differs', () => {
    const groups = groupDocuments(names, [{ name: 'calcium/cases.json', kind: 'edited' }, { name: 'mirels/workflow.json', kind: 'added' }, { name: 'old/workflow.json', kind: 'removed' }, { name: 'old/cases.json', kind: 'removed' }]);
    expect(groups.workflows.map(({ folder, mark, documents }) => [folder, mark, documents.map((document) => document.mark)])).toEqual([
      ['calcium', 'edited', [null, 'edited']],
      ['mirels', 'added', ['added']],
      ['old', 'removed', ['removed', 'removed']],
    ]);
    expect(groups.facts.map(({ name }) => name)).toEqual(['facts/patient.schema.json']);
    expect(groups.others.map(({ name }) => name)).toEqual(['README.md', 'evidence.json', 'notes/text.md']);
  });

  it('count a folder as edited when only its cases are gone', () => {
    expect(groupDocuments(['calcium/workflow.json'], [{ name: 'calcium/cases.json', kind: 'removed' }]).workflows).toEqual([
      { folder: 'calcium', mark: 'edited', documents: [{ name: 'calcium/workflow.json', mark: null }, { name: 'calcium/cases.json', mark: 'removed' }] },
    ]);
  });

  it.each([
    ['calcium/workflow.json', 'Rules, tables and scores'],
    ['calcium/cases.json', 'Golden cases'],
    ['facts/patient.schema.json', 'Facts of a patient'],
    ['evidence.json', 'Sources of evidence'],
    ['calcium/README.md', 'README.md'],
  ])('%s is “%s”', (name, title) => {
    expect(documentTitle(name)).toBe(title);
  });
});
