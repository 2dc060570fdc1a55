import { describe, expect, it } from 'vitest';
import { decision, library } from '../test/fixtures';
import { curlCommand } from './curl';
import { arrangeAdvice, countVerdicts, ruleTitle, type Decision, type Urgency } from './decision';
import { evidenceByline, evidenceLink } from './evidence';
import { summarize } from './status';
import { searchWorkflows } from './workflow';

const item = (rule: string, urgency: Urgency) => ({ rule, urgency });

describe('a decision', () => {
  it('shows an undecided emergency before every routine recommendation', () => {
    const made: Decision = {
      ...decision('mirels-low'),
      recommendations: [item('a', 'emergency'), item('b', 'urgent'), item('c', 'routine')],
      pending: [{ ...item('d', 'emergency'), missing: [] }, { ...item('e', 'routine'), missing: [] }],
    };
    const { first, waiting } = arrangeAdvice(made);
    expect(first.map(({ kind, item: { rule } }) => `${kind} ${rule}`)).toEqual(['given a', 'pending d', 'given b', 'given c']);
    expect(waiting.map(({ rule }) => rule)).toEqual(['e']);
  });

  it('is summed up in one line', () => {
    expect(summarize(decision('mirels-range'))).toBe('1 recommendation, 1 fact missing');
    expect(summarize(decision('agent-withheld'))).toMatch(/^\d+ recommendations, \d+ withheld$/);
    expect(summarize({ ...decision('mirels-low'), pending: [{ ...item('d', 'emergency'), missing: [] }] })).toContain('1 emergency not excluded');
    expect(countVerdicts(decision('mirels-range'))).toEqual({ met: 1, notMet: 5, undetermined: 1, failed: 0 });
    expect(ruleTitle(decision('mirels-range'), 'ActualFracture')).toBe('Actual fracture');
  });
});

describe('evidence', () => {
  it('links to the DOI before the address, and to web pages only', () => {
    expect(evidenceLink({ source: 'x', doi: '10.1000/example', url: 'https://example.org' })).toEqual({ href: 'https://doi.org/10.1000/example', text: 'doi:10.1000/example' });
    expect(evidenceLink({ source: 'x', url: 'https://www.example.org/a/' })).toEqual({ href: 'https://www.example.org/a/', text: 'example.org/a' });
    expect(evidenceLink({ source: 'x', url: 'javascript:alert(1)' })).toBeNull();
  });

  it('states only what is known', () => {
    expect(evidenceByline({ source: 'x', authors: 'Mirels H', publisher: 'Clin Orthop Relat Res', year: 1989 })).toBe('Mirels H. Clin Orthop Relat Res, 1989');
    expect(evidenceByline({ source: 'x' })).toBe('');
    expect(evidenceByline({ source: 'x', title: 'Mirels H, Clin Orthop Relat Res 1989', authors: 'Mirels H', publisher: 'Clin Orthop Relat Res', year: 1989 })).toBe('');
  });
});

it('workflows are found by title, description and tag', () => {
  expect(searchWorkflows(library.workflows, 'denosumab').map(({ name }) => name)).toEqual(['BoneTargetedAgent']);
  expect(searchWorkflows(library.workflows, '  ')).toHaveLength(library.workflows.length);
});

it('a curl command survives quotes in the body', () => {
  expect(curlCommand('http://localhost:5080/x', `{"note":"it's"}`)).toContain(String.raw`-d '{"note":"it'\''s"}'`);
});
