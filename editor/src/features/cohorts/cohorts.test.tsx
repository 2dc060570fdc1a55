import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../App';
import type { CohortAnswer, CohortCounts } from '../../api/generated';
import { anna, problem, serve, type Answer, type Sent } from '../../test/server';

const run: CohortAnswer = {
  id: 'r1', name: 'A year', workflow: 'MirelsFractureRisk', release: 1, asOf: '2026-01-31', explain: 'none', state: 'failed', reason: 'the file `a.csv` was changed', retired: null,
  createdBy: 'anna', createdAt: '2026-01-31T12:00:00Z', startedAt: '2026-01-31T12:01:00Z', endedAt: '2026-01-31T12:02:00Z', expires: '2026-03-02T12:00:00Z', mapping: null,
  input: { format: 'csv', separator: ';', columns: ['a'], file: 'a.csv', bytes: 2_000_000, hash: 'a'.repeat(64), patients: 10_000, partitions: 2 },
  progress: { partitionsDone: 1, patientsDone: 5000, refused: 20, resultBytes: 1, patientsPerSecond: null, estimatedEnd: null, recovered: 1, nodes: [{ node: 'one', partitions: 1, patients: 5000, working: 0, busySeconds: 1, lastResultAt: null }] },
};
const counted: CohortCounts = {
  isWhole: false, patients: 5000, refused: 20, undetermined: 4000, errors: [{ code: 'BMR3003', title: 'a fact has the wrong type', patients: 20 }], statuses: { complete: 980, incomplete: 4000, failed: 0 },
  rules: [{ name: 'HighFractureRisk', met: 980, notMet: 0, undetermined: 4000, failed: 0, recommended: 980, pending: 4000, withheld: 0 }],
  outputs: [{ name: 'known', known: 980, unknown: 4000, values: [{ value: true, count: 980 }] as unknown as CohortCounts['outputs'][number]['values'], otherValues: 0, numbers: null }],
  missing: [{ fact: 'lesion.pain', label: 'Pain', unit: null, patients: 4000 }],
};

function open(of: Partial<CohortAnswer> = {}, session = anna, change: (sent: Sent) => Answer = () => ({ body: {} }), answers: Record<string, unknown> = {}, at = '/cohorts') {
  serve(undefined, { session, releases: [], retirements: [], answers: {
    '/api/v1/cohorts': [{ ...run, patients: 10_000, ...of }], '/api/v1/cohorts/r1': { ...run, ...of }, '/api/v1/cohorts/r1/summary': counted, '/api/v1/cohorts/r1/terms': { facts: [], workflows: [] }, ...answers,
  } }, change);
  window.history.replaceState(null, '', at);
  render(<App />);
}

beforeEach(() => { vi.unstubAllGlobals(); });

describe('cohort runs', () => {
  it('are for people with a role', async () => {
    open({}, { ...anna, roles: [] });
    expect(await screen.findByText('Cohorts is not open to you')).toBeInTheDocument();
  });

  it('say why they failed, that they are not whole, and that downloads are a part', async () => {
    open();
    expect(await screen.findByText('10,000 patients')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('link', { name: 'A year' }));
    expect(await screen.findByText('The run could not go on')).toBeInTheDocument();
    expect(await screen.findByText('Not whole: 5,000 of 10,000 patients')).toBeInTheDocument();
    expect(screen.getByText(/1 part of the input went to another server/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /Table \(CSV\) of 5,000 so far/ })).toHaveAttribute('href', '/api/v1/cohorts/r1/results?format=csv&partial=true');
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '50');
  });

  it('never show what is undetermined as a no', async () => {
    open();
    await userEvent.click(await screen.findByRole('link', { name: 'A year' }));
    const values = await screen.findByRole('article', { name: 'Known' });
    expect([...values.querySelectorAll('li')].map((row) => row.textContent)).toEqual(['yes980 20 %', 'undetermined4,000 80 %']);
    expect(screen.getByRole('row', { name: /High fracture risk/ })).toHaveTextContent('4,000 80 %');
  });

  it('show the first of many facts that a patient lacks, the one that was asked for before all, and the others on demand', async () => {
    const facts = Array.from({ length: 40 }, (_, at) => `patient.value${at}`);
    open({}, anna, () => ({ body: {} }), {
      '/api/v1/cohorts/r1/undetermined?limit=100&fact=patient.value37': { total: 2, next: null, patients: [{ line: 1, id: 'p1', missing: facts }, { line: 2, id: 'p2', missing: facts.slice(30) }] },
    }, '/cohorts/r1/undetermined?fact=patient.value37');
    const row = await screen.findByRole('row', { name: /p1/ });
    const words = () => within(row).getAllByRole('listitem').map((item) => item.textContent);
    expect(words()).toEqual([37, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((at) => `Value${at}`));
    expect(within(screen.getByRole('row', { name: /p2/ })).getAllByRole('listitem')).toHaveLength(10);
    await userEvent.click(within(row).getByRole('button', { name: 'Show 28 more facts that p1 lacks' }));
    expect(new Set(words()).size).toBe(40);
  });

  it('say what stands in the way of resuming', async () => {
    open({ retired: 'the workflow is out of use: a wrong limit' }, anna, () => problem(409, 'retired', 'the workflow is out of use: a wrong limit'));
    await userEvent.click(await screen.findByRole('link', { name: 'A year' }));
    expect(await screen.findByText('Its workflow is out of use')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Resume' }));
    expect(await screen.findByText('Title of retired')).toBeInTheDocument();
  });
});
