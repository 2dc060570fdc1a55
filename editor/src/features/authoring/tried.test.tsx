import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../App';
import { lesionSchema, serveDraft } from '../../test/draftServer';
import { decision } from '../../test/fixtures';

const workflow = `{
  "WorkflowName": "MirelsFractureRisk",
  "Title": "Mirels",
  "Inputs": [{ "Name": "lesion", "Schema": "lesion" }],
  "Rules": [
    { "RuleName": "LowFractureRisk", "Title": "Low risk", "Expression": "!lesion.fractured && mirelsScore <= 7" },
    { "RuleName": "ProphylacticFixationIndicated", "Title": "Fixation", "Expression": "!lesion.fractured && mirelsScore >= 9" }
  ]
}
`;
const cases = `{
  "Workflow": "MirelsFractureRisk",
  "Cases": [
    { "Id": "m-1", "Facts": { "lesion": { "pain": "mild", "corticalPercent": 50.50, "odd": 1 } }, "Expect": { "Rules": { "LowFractureRisk": "met" } }, "Why": "Low." },
    { "Id": "m-2", "Title": "High", "Facts": {}, "Expect": { "Rules": { "ProphylacticFixationIndicated": "met" } }, "Why": "Nine." }
  ]
}
`;
const documents = { 'mirels/workflow.json': workflow, 'mirels/cases.json': cases, 'facts/lesion.schema.json': lesionSchema };
const failed = { workflow: 'MirelsFractureRisk', id: 'm-1', passed: false, status: 'complete', differences: [{ subject: 'rule LowFractureRisk', expected: 'met', actual: 'notMet' }], expect: { Rules: { LowFractureRisk: 'notMet' } } };
const replay = () => ({ body: { passed: 1897, failed: 1, milliseconds: 22, workflows: [{ workflow: 'MirelsFractureRisk', passed: 1, failed: 1, hasErrors: false }], results: [failed, { workflow: 'MirelsFractureRisk', id: 'm-2', passed: true, status: 'complete', differences: [], expect: null }] } });

function open(path: string) {
  window.history.replaceState(null, '', `/changes/1/workflows/mirels${path}`);
  window.scrollTo = () => undefined;
  return render(<App />);
}

beforeEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
  // A long list is built as far as it is in sight: jsdom has no layout that says so.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(800);
});

describe('a workflow tried beside the page that edits it', () => {
  it('puts the rule that is open first, with its reasons and what would change it', async () => {
    const changes = [{ fact: 'lesion.site', label: 'Site', unit: null, kind: 'enum', from: null, to: 'upperLimb', others: [], through: null }, { fact: 'lesion.corticalPercent', label: null, unit: '%', kind: 'number', from: 50, to: 33.3, others: [], through: null }];
    const contrast = { alternatives: [{ verdict: 'met', changes, withheldBy: ['ActualFracture'], given: [{ rule: 'X', title: 'Another title', urgency: 'routine' }], noLongerGiven: [] }] };
    const { sent } = serveDraft(documents, { contrast: () => ({ body: contrast }) });
    open('/rules/LowFractureRisk');
    const panel = within(await screen.findByRole('complementary', { name: 'Try it' }, { timeout: 15_000 }));
    const verdict = within(await panel.findByRole('region', { name: 'Decided now' }));
    expect(verdict.getByText(/This rule:/)).toHaveTextContent('not met');
    expect(verdict.getByText('10 to 12')).toBeInTheDocument();
    await userEvent.click(verdict.getByRole('button', { name: 'What would change it?' }));
    expect(await verdict.findByText('upper limb')).toBeInTheDocument();
    expect(verdict.getByText(/this rule would be met/)).toHaveTextContent('were upper limb (now unknown) and Cortical involvement were 33.3 % (now 50 %), this rule would be met.');
    expect(verdict.getByText(/held back by Actual fracture/)).toBeInTheDocument();
    expect(verdict.getByText('Then also: Another title')).toBeInTheDocument();
    expect(verdict.getByText('Decided by the server; no smaller change was found.')).toBeInTheDocument();
    expect(sent.find(({ route }) => route === 'contrast')?.body).toContain('{"change":1,"workflow":"MirelsFractureRisk","facts":{},');
    expect(sent.find(({ route }) => route === 'contrast')?.body).toContain('"rule":"LowFractureRisk"');
  }, 40_000);

  it('keeps the last decision while the draft has errors, says why, and leads to the error', async () => {
    serveDraft(documents, { decide: (body) => (body.includes('corticalPercent')
      ? { status: 422, body: { type: '/problems/draft-broken', title: 'The draft has errors', status: 422, errors: [{ code: 'BMR1101', message: 'unknown name `mirelScore`', document: 'mirels/workflow.json', pointer: '/Rules/1/Expression', line: 7, column: 3 }] } }
      : { body: decision('mirels-range') }) });
    open('/rules/LowFractureRisk');
    await screen.findByRole('region', { name: 'Decided now' });
    await userEvent.type(await screen.findByLabelText('Cortical involvement'), '5');
    expect(await screen.findByText('What stands below was decided before')).toBeInTheDocument();
    expect(screen.getByText('mirelScore')).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Decided before' })).toHaveTextContent('This rule:');
    expect(screen.getByRole('link', { name: 'Go to the error' })).toHaveAttribute('href', '/changes/1/workflows/mirels/rules/ProphylacticFixationIndicated');
  }, 40_000);

  it('loads a golden case with its digits, says when the form differs, and saves a new one', async () => {
    const { textOf } = serveDraft(documents);
    open('/');
    await userEvent.click(await screen.findByRole('button', { name: 'Load a golden case' }));
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search cases' }), 'low');
    await userEvent.click(await screen.findByRole('button', { name: /^m-1/ }));
    expect(await screen.findByLabelText('Cortical involvement')).toHaveValue('50.50');
    expect(screen.getByText(/as it is written/)).toHaveTextContent('without lesion.odd, for which there is no field');
    await userEvent.type(screen.getByLabelText('Cortical involvement'), '5');
    expect(screen.getByText(/changed in this form/)).toBeInTheDocument();
    // It is no disabled button, so that it keeps the focus: the attribute says when the decision is there.
    await waitFor(() => { expect(screen.getByRole('button', { name: 'Save as golden case' })).toHaveAttribute('aria-disabled', 'false'); });
    await userEvent.click(screen.getByRole('button', { name: 'Save as golden case' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByLabelText(/^Id/)).toHaveValue('m-3');
    expect(dialog.getByRole('checkbox', { name: 'Prophylactic fixation to be considered' })).toBeChecked();
    await userEvent.type(dialog.getByLabelText(/Why is this right/), 'As read.');
    await userEvent.click(dialog.getByRole('button', { name: 'Save case' }));
    await waitFor(() => { expect(textOf('mirels/cases.json')).toContain('"Id": "m-3"'); }, { timeout: 4000 });
    expect(textOf('mirels/cases.json')).toMatch(/"corticalPercent": 50\.505[\s\S]*"ProphylacticFixationIndicated": "met"[\s\S]*"Why": "As read\."/);
  }, 40_000);
});

describe('golden cases', () => {
  it('are counted in the bar and the outline, and a new result is accepted with a reason', async () => {
    const { textOf } = serveDraft(documents, { replay });
    open('/cases');
    expect(await screen.findByText('1,897 cases passed, 1 failed')).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: /Cases.*1.*failed/ })).toBeInTheDocument();
    await userEvent.click(await screen.findByRole('radio', { name: 'Failed 1' }));
    const list = within(screen.getByRole('list', { name: 'Golden cases' }));
    expect(list.getByText('Low risk: expected met, came out as not met')).toBeInTheDocument();
    expect(list.queryByText('High')).not.toBeInTheDocument();
    await userEvent.click(list.getByRole('checkbox', { name: 'Choose m-1' }));
    await userEvent.click(screen.getByRole('button', { name: 'Accept new results of 1' }));
    await userEvent.type(await screen.findByLabelText(/Why is the new result right/), 'New limit.');
    await userEvent.click(screen.getByRole('button', { name: 'Accept' }));
    await waitFor(() => { expect(textOf('mirels/cases.json')).toContain('"Rules": { "LowFractureRisk": "notMet" } }, "Why": "Low. New limit."'); }, { timeout: 4000 });
  }, 40_000);

  it('of one patient show expected against actual, and an edited fact changes only its own place', async () => {
    const { textOf } = serveDraft(documents, { replay });
    open('/cases/m-1');
    const row = (await screen.findByText('Low risk', { selector: 'th span' })).closest('tr');
    expect(await within(row ?? document.body).findByText('differs')).toBeInTheDocument();
    expect(screen.getByText('lesion.odd')).toBeInTheDocument();
    const field = await screen.findByLabelText('Cortical involvement');
    await userEvent.clear(field);
    await userEvent.type(field, '2.60');
    expect(field).toHaveValue('2.60');
    await waitFor(() => { expect(textOf('mirels/cases.json')).toContain('"pain": "mild", "odd": 1, "corticalPercent": 2.60'); }, { timeout: 4000 });
    await userEvent.selectOptions(screen.getByLabelText('Expected verdict of Low risk'), 'notMet');
    await userEvent.click(screen.getByRole('button', { name: /^Undo/ }));
    expect(screen.getByLabelText('Expected verdict of Low risk')).toHaveValue('met');
    await userEvent.click(screen.getByRole('button', { name: 'Duplicate' }));
    await waitFor(() => { expect(window.location.pathname).toBe('/changes/1/workflows/mirels/cases/m-1-copy'); });
    expect(await screen.findByRole('heading', { name: 'm-1-copy' })).toBeInTheDocument();
  }, 40_000);

  it('are begun where there are none', async () => {
    const { textOf } = serveDraft({ 'mirels/workflow.json': workflow, 'facts/lesion.schema.json': lesionSchema });
    open('/cases');
    await userEvent.click(await screen.findByRole('button', { name: 'Add a case' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Add case' }));
    expect(await screen.findByRole('heading', { name: 'mirels-1' })).toBeInTheDocument();
    await waitFor(() => { expect(textOf('mirels/cases.json')).toContain('"Workflow": "MirelsFractureRisk"'); }, { timeout: 4000 });
  }, 40_000);
});
