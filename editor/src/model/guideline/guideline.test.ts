import { describe, expect, it } from 'vitest';
import { readWorkflow } from '../documents/workflowDocument';
import { byPointer, citationMark, citedSources, statementsOf } from './guideline';

const view = readWorkflow(JSON.stringify({
  WorkflowName: 'W',
  Metadata: { Remarks: 'Mind this.', Purpose: 'To see.', Developer: { Name: 'A group' }, UseOf: { Sex: 'not used' }, Experimental: true, Topics: ['bone', 'fracture'], Funding: ' ' },
  Tables: [{ Name: 't', Rows: [{ Then: ['1'], Evidence: [{ Source: 'b', Locator: 'table 2' }, { Source: 'c' }] }] }],
  Rules: [{ RuleName: 'R', Evidence: [{ Source: 'a' }, { Source: 'b' }], Rules: [{ RuleName: 'N', Evidence: [{ Source: 'a' }] }] }],
}));

describe('a workflow as a guideline', () => {
  it('says what it states about itself, and nothing that it does not', () => {
    expect(statementsOf(view)).toEqual([
      { label: 'Purpose', text: 'To see.' },
      { label: 'Remarks', text: 'Mind this.' },
      { label: 'Developed by', text: 'A group' },
      { label: 'Experimental', text: 'Yes' },
      { label: 'Sex', text: 'not used' },
      { label: 'Topics', text: 'bone; fracture' },
    ]);
  });

  it('numbers the sources as they first appear, nested rules and rows of tables too', () => {
    const sources = citedSources(view);
    expect(sources).toEqual(['a', 'b', 'c']);
    expect(citationMark(view.tables[0]?.rows[0]?.evidence ?? [], sources)).toBe('[2, table 2; 3]');
    expect(citationMark([], sources)).toBe('');
  });

  it('finds parts whatever the case of their keys', () => {
    expect(byPointer([{ pointer: '/rules/0', name: 'R' }])('/Rules/0')?.name).toBe('R');
    expect(byPointer([])('/Rules/0')).toBeNull();
  });
});
