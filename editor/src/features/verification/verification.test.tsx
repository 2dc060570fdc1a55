import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../App';
import { lesionSchema, serveDraft } from '../../test/draftServer';

const workflow = `{
  "WorkflowName": "MirelsFractureRisk",
  "Title": "Mirels",
  "Inputs": [{ "Name": "lesion", "Schema": "lesion" }],
  "Rules": [
    { "RuleName": "LowFractureRisk", "Title": "Low risk", "Expression": "!lesion.fractured" },
    { "RuleName": "HighFractureRisk", "Title": "High risk", "Expression": "lesion.fractured" }
  ]
}
`;
const cases = '{\n  "Workflow": "MirelsFractureRisk",\n  "Cases": [\n    { "Id": "m-1", "Facts": {}, "Expect": { "Rules": { "LowFractureRisk": "met" } } }\n  ]\n}\n';
const documents = { 'mirels-fracture-risk/workflow.json': workflow, 'mirels-fracture-risk/cases.json': cases, 'facts/lesion.schema.json': lesionSchema };
const place = (pointer: string) => ({ document: 'mirels-fracture-risk/workflow.json', pointer, line: 3, column: 1, start: null, length: null });
const diagnostic = (severity: string, message: string, pointer = '/Rules/1') => ({ ...place(pointer), code: 'BMR7001', severity, message, help: null, fix: null });
const count = (covered: number, total: number) => ({ covered, total, percent: 0 });
const totals = { rules: count(3, 4), rows: count(0, 0), bands: count(0, 0), conditions: count(2, 2) };
const found = (more: object = {}) => ({
  solver: 'Z3', questions: 1584, longestList: 3, coverage: totals, workflows: [{ workflow: 'MirelsFractureRisk', coverage: totals, findings: 2, open: 1 }], notVerified: [],
  findings: [
    { workflow: 'MirelsFractureRisk', diagnostic: diagnostic('warning', '`HighFractureRisk` is met by nobody'), example: { facts: { lesion: { corticalPercent: 33.4, fractured: false } }, asOf: null } },
    { workflow: 'MirelsFractureRisk', diagnostic: diagnostic('info', '`LowFractureRisk` is met only when another is', '/Rules/0'), example: null },
  ],
  open: [{ workflow: 'MirelsFractureRisk', subject: 'rule HighFractureRisk', why: 'the solver did not decide in time' }], ...more,
});
const suggestion = { workflow: 'MirelsFractureRisk', id: 'high-1', title: 'High risk: not met', text: '{ "Id": "high-1", "Facts": { "lesion": { "corticalPercent": 50.50 } }, "Expect": { "Rules": { "HighFractureRisk": "notMet" } }, "Source": "awaiting clinician" }' };
const base = '/changes/1/verification';
const one = '?workflow=MirelsFractureRisk';

function open(path: string, reads: Readonly<Record<string, object>> = {}) {
  const answers = Object.entries({ [base]: found(), [base + one]: found(), ...reads }).map(([route, body]) => [route, () => ({ body })] as const);
  const server = serveDraft(documents, {}, Object.fromEntries(answers));
  window.history.replaceState(null, '', `/changes/1${path}`);
  render(<App />);
  return server;
}

beforeEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(800);
});

describe('the page of findings', () => {
  it('counts the workflows that were looked at, and names those that were not', async () => {
    open('/verification', { [base]: found({ notVerified: ['BoneTargetedAgent'] }) });
    expect(await screen.findByText('questions about all patients answered, in 1 workflow:', { exact: false })).toBeInTheDocument();
    expect(screen.getByText(/Bone.?Targeted.?Agent/i)).toBeInTheDocument();
  });

  it('shows warnings, folds remarks, and never takes what is not decided for a pass', async () => {
    open('/verification');
    expect(await screen.findByText('1,584 questions about all patients answered, in 1 workflow:', { exact: false })).toBeInTheDocument();
    expect(screen.getByText('1 warning, 1 remark')).toBeInTheDocument();
    expect(await screen.findByText('“High risk” is met by nobody.')).toBeInTheDocument();
    expect(await screen.findByLabelText('The patient')).toHaveTextContent('Cortical involvement33.4 %Fracturedno');
    expect(screen.getByText('1 question not decided')).toBeInTheDocument();
    expect(screen.getByText(/did not decide in time/)).toBeInTheDocument();
    expect(screen.queryByText(/is met only when/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /^Show 1 remark/ }));
    expect(screen.getByText(/“Low risk” is met only when another is/)).toBeInTheDocument();
    expect(screen.queryByText('Nothing was found')).toBeNull();
  });

  it('opens the workflow with the patient tried beside it', async () => {
    open('/verification');
    await userEvent.click(await screen.findByRole('button', { name: 'Show me the patient: High risk' }));
    const panel = await screen.findByRole('complementary', { name: 'Try it' });
    expect(await within(panel).findByText('Patient for')).toBeInTheDocument();
    expect(window.location.pathname).toBe('/changes/1/workflows/mirels-fracture-risk/rules/HighFractureRisk');
    expect(within(panel).getByRole('heading', { name: 'Try it' })).toHaveFocus();
    await userEvent.click(within(panel).getByRole('radio', { name: 'Facts' }));
    expect(within(panel).getByRole('textbox', { name: 'Cortical involvement' })).toHaveValue('33.4');
  });

  it('says with numbers that nothing was found, and without a solver what was not looked at', async () => {
    open('/verification', { [base]: found({ findings: [], open: [] }) });
    expect(await screen.findByText('Nothing was found')).toBeInTheDocument();
    expect(screen.getByText(/All 1,584 questions about all patients \(with lists of up to 3 entries\) are answered/)).toBeInTheDocument();
  });

  it('says without a solver what was not looked at', async () => {
    open('/verification', { [base]: found({ findings: [], open: [], solver: null, notVerified: ['MirelsFractureRisk'] }) });
    expect(await screen.findByText('Most questions were not looked at')).toBeInTheDocument();
    expect(screen.getByText('One workflow was not looked at')).toBeInTheDocument();
    expect(screen.queryByText('Nothing was found')).toBeNull();
  });
});

describe('a rule', () => {
  it('has its finding with the way to the patient, and on demand what cases show of it', async () => {
    const elements = [
      { kind: 'rule', part: { kind: 'rule', name: 'HighFractureRisk' }, text: 'met', place: place('/Rules/1/RuleName'), isCovered: false, notRequired: null, sides: [{ name: 'met', wanted: 'a case in which the rule is met', count: 0, cases: [] }] },
      { kind: 'rule', part: { kind: 'rule', name: 'HighFractureRisk' }, text: 'notMet', place: place('/Rules/1/RuleName'), isCovered: true, notRequired: null, sides: [{ name: 'notMet', wanted: 'w', count: 3, cases: ['m-1', 'Other/o-2'] }] },
    ];
    open('/workflows/mirels-fracture-risk/rules/HighFractureRisk', { [`${base}/coverage${one}`]: { workflow: 'MirelsFractureRisk', cases: 3, totals, elements } });
    expect(await screen.findByRole('button', { name: 'Show me the patient: High risk' })).toBeInTheDocument();
    const card = await screen.findByRole('region', { name: 'What the cases show' });
    expect(within(card).queryByRole('table')).toBeNull();
    await userEvent.click(within(card).getByRole('switch', { name: 'Show it' }));
    const rows = (await within(card).findAllByRole('row')).map((row) => row.textContent);
    expect(rows[1]).toBe('MetnoneWanted: a case in which the rule is met.');
    expect(rows[2]).toBe('Not met3Show them');
    await userEvent.click(within(card).getByRole('button', { name: 'Show them: cases that show Not met' }));
    expect(within(card).getByRole('link', { name: 'm-1' })).toHaveAttribute('href', '/changes/1/workflows/mirels-fracture-risk/cases/m-1');
    expect(within(card).getByText('and 1 more')).toBeInTheDocument();
    expect(screen.getByTitle('No case shows 1 of what there is to show of it')).toHaveTextContent('1 gap');
  });
});

describe('the page of cases', () => {
  const elements = [{ kind: 'rule', part: { kind: 'rule', name: 'HighFractureRisk' }, text: 'met', place: place('/Rules/1/RuleName'), isCovered: false, notRequired: null, sides: [{ name: 'met', wanted: 'a case in which `lesion.fractured` is true', count: 0, cases: [] }] }];
  const reads = {
    [`${base}/coverage${one}`]: { workflow: 'MirelsFractureRisk', cases: 3, totals, elements },
    [`${base}/mutation${one}`]: {
      workflow: 'MirelsFractureRisk', score: { killed: 8, survived: 2, equivalent: 1, invalid: 0, percent: 80 }, parts: [],
      survivors: [
        { part: { kind: 'rule', name: 'HighFractureRisk' }, operator: 'comparison', place: place('/Rules/1/Expression'), before: 'lesion.corticalPercent > 50', after: 'lesion.corticalPercent >= 50', suggestion },
        { part: { kind: 'rule', name: 'LowFractureRisk' }, operator: 'logic', place: place('/Rules/0/Expression'), before: 'a && b', after: 'a || b', suggestion: null },
      ],
      equivalents: [{ part: { kind: 'rule', name: 'LowFractureRisk' }, operator: 'logic', place: place('/Rules/0/Expression'), before: 'a', after: 'b', reason: 'both decide the same' }],
    },
  };

  it('lists what no case shows, and begins a case about it', async () => {
    open('/workflows/mirels-fracture-risk/cases', reads);
    expect(await screen.findByText('3 of 4')).toBeInTheDocument();
    await userEvent.click(await screen.findByRole('button', { name: /^Start a case: a case in which “Fractured” is true/ }));
    expect(await screen.findByRole('textbox', { name: /What shall it show/ })).toHaveValue('A case in which “Fractured” is true.');
  });

  it('looks for small mistakes only when asked, and takes a suggested case with one press that can be undone', async () => {
    const { textOf } = open('/workflows/mirels-fracture-risk/cases', reads);
    await userEvent.click(await screen.findByRole('button', { name: 'Look for small mistakes that no case notices' }));
    expect(await screen.findByText('8 of 10 small mistakes')).toBeInTheDocument();
    expect(screen.getByText(/No case was found that would notice this one/)).toBeInTheDocument();
    expect(screen.getByText(/1 other small mistake that no case can notice/)).toBeInTheDocument();
    await userEvent.click(await screen.findByRole('button', { name: 'Accept this case: high-1' }));
    expect(await screen.findByRole('link', { name: 'Open case high-1' })).toBeInTheDocument();
    expect(screen.getByText('Added')).toBeInTheDocument();
    await waitFor(() => { expect(textOf('mirels-fracture-risk/cases.json')).toContain('"corticalPercent": 50.50'); });
    await userEvent.click(screen.getByRole('button', { name: 'Undo: suggested case high-1' }));
    expect(await screen.findByRole('button', { name: 'Accept this case: high-1' })).toBeInTheDocument();
  });
});
