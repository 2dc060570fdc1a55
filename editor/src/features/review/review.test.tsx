import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../App';
import { changeOf, examinationOf, serveChange, type ChangeState } from '../../test/changeServer';
import { anna, problem } from '../../test/server';

const rita = { ...anna, name: 'rita', roles: ['reviewer'] };

const field = { name: 'Expression', label: 'Condition', before: 'calcium > 2.60', after: 'calcium >= 2.6', beforeSentence: 'calcium is above 2.60', afterSentence: 'calcium is at least 2.6', isExpression: true };

const differences: ChangeState['differences'] = {
  base: 3, contentHash: 'sha256:one',
  documents: [{ name: 'calcium/workflow.json', kind: 'edited', title: 'Calcium in serum', of: 'workflow', workflow: 'Calcium', unreadable: false, parts: [{ kind: 'changed', of: 'rule', name: 'High', title: '<b>High</b> calcium', pointer: '/Rules/0', fields: [field] }] }],
};

const inReview = changeOf({ state: 'inReview', evidence: examinationOf({ caseChanges: [{ kind: 'added', workflow: 'Calcium', id: 'new' }, { kind: 'removed', workflow: 'Calcium', id: 'old' }], impact: { tried: 9, affected: 1, groups: [{ workflow: 'Calcium', kind: 'otherValue', subject: 'x', count: 1, patients: [] }, { workflow: 'Calcium', kind: 'noLongerRecommended', subject: 'High', count: 1, patients: [{ origin: 'case at-limit', before: 'Give it', after: null }] }] } }) });

function open() {
  window.history.replaceState(null, '', '/changes/7/review');
  window.scrollTo = () => undefined;
  return render(<App />);
}

// Pages are loaded when they are first opened, which takes its time on a busy machine.
beforeAll(() => Promise.all([import('./ReviewPage'), import('../authoring/WorkspaceRoute')]), 60_000);

beforeEach(() => { vi.unstubAllGlobals(); });

describe('a review', () => {
  it('shows a rule as sentences and words, the gravest impact and the case behind it, and cases that were removed first', async () => {
    serveChange({ session: rita, change: inReview, differences });
    open();
    const part = (await screen.findByRole('heading', { name: /<b>High<\/b> calcium/ })).closest('article');
    if (!part) throw new Error('the rule is not an article');
    expect(part).toHaveTextContent(/Changed.*calcium is above 2\.60.*calcium is at least 2\.6/);
    expect([...part.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['above 2.60', 'at least 2.6']);
    await userEvent.click(within(part).getByRole('button', { name: 'Condition as written' }));
    expect([...part.querySelectorAll('del')].map((del) => del.textContent)).toEqual([' removed: > 2.60']);
    const rows = screen.getByRole('region', { name: 'Changed golden cases' });
    expect(within(rows).getAllByRole('listitem').map((item) => item.textContent)).toEqual([expect.stringMatching(/Removed.*old/), expect.stringMatching(/Added.*new/)]);
    await userEvent.click(screen.getByRole('button', { name: /Show 1 patient: No longer recommended High/ }));
    expect(await screen.findByRole('link', { name: 'Open case at-limit' })).toHaveAttribute('href', '/changes/7/workflows/calcium/cases/at-limit');
    expect(screen.queryByText(/Another value/)).not.toBeInTheDocument();
  });

  it('approves exactly the content that was read', async () => {
    const { sent, state } = serveChange({ session: rita, change: inReview, differences }, (_, now) => {
      now.change = changeOf({ ...now.change, state: 'approved' });
      return { body: now.change };
    });
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Approve this content' }));
    expect(await screen.findByText('You approved this content')).toBeInTheDocument();
    expect(sent).toEqual([{ method: 'POST', path: '/changes/7/reviews', body: { contentHash: 'sha256:one', verdict: 'approve', comment: '' } }]);
    expect(state.change.state).toBe('approved');
  });

  it('approves nothing that was edited meanwhile before it was looked at', async () => {
    serveChange({ session: rita, change: inReview, differences }, (_, state) => {
      state.change = { ...state.change, contentHash: 'sha256:two' };
      state.differences = { ...differences, contentHash: 'sha256:two', documents: [] };
      return problem(409, 'content-changed', 'change 7: its content is not the one that was looked at; look at it again');
    });
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Approve this content' }));
    expect(await screen.findByText(/not the one that was looked at/)).toBeInTheDocument();
    expect(await screen.findByRole('button', { name: 'Show what it is now' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Approve this content' })).toBeDisabled();
    expect(screen.getByRole('heading', { name: /High<\/b> calcium/ })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show what it is now' }));
    expect(await screen.findByText('Nothing differs from release 3.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Approve this content' })).toBeEnabled();
  });

  it('needs a word to send back, and lets nobody approve their own', async () => {
    serveChange({ session: { ...rita, name: 'anna' }, change: inReview, differences });
    open();
    expect(await screen.findByText('You took part in this change, so somebody else has to approve it.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Approve this content' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Send back' })).toBeDisabled();
    await userEvent.type(screen.getByRole('textbox', { name: 'Comment' }), 'Mind the limit.');
    expect(screen.getByRole('button', { name: 'Send back' })).toBeEnabled();
  });

  it('takes remarks at their place and counts the open ones', async () => {
    const { sent } = serveChange({ session: rita, change: inReview, differences, comments: [{ id: 1, document: 'calcium/workflow.json', place: 'Gone', text: 'Why?', by: 'ben', at: '2026-11-02T10:00:00Z', resolvedBy: null, resolvedAt: null }] }, ({ body }, state) => {
      const { document, place, text } = body as { document: string; place: string; text: string };
      const comment = { id: 2, document, place, text, by: 'rita', at: '2026-11-03T10:00:00Z', resolvedBy: null, resolvedAt: null };
      state.comments = [...state.comments, comment];
      return { body: comment };
    });
    open();
    expect(await screen.findByRole('link', { name: 'Discussion (1 open)' })).toBeInTheDocument();
    expect(screen.getByText(/this place does not differ now/)).toBeInTheDocument();
    await userEvent.click(await screen.findByRole('button', { name: 'Remark on <b>High</b> calcium' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Remark on <b>High</b> calcium' }), 'Which unit?');
    await userEvent.click(screen.getByRole('button', { name: 'Add remark' }));
    expect(await screen.findByRole('link', { name: 'Discussion (2 open)' })).toBeInTheDocument();
    expect(sent[0]?.body).toEqual({ document: 'calcium/workflow.json', place: 'High', text: 'Which unit?' });
    expect(screen.getAllByText('Which unit?')).toHaveLength(2);
  });

  it('says for whom of all patients the change decides otherwise, and what is not decided', async () => {
    const definition = (name: string, relation: string, more: object = {}) => ({ name, isRule: true, relation, example: null, before: null, after: null, why: null, ...more });
    const total = { covered: 1, total: 2, percent: 50 };
    const totals = { rules: total, rows: total, bands: total, conditions: total };
    serveChange({ session: rita, change: inReview, differences, answers: {
      '/changes/7/verification/proofs': { contentHash: 'sha256:one', base: 3, solver: 'Z3', impact: null, workflows: [{ workflow: 'Calcium', obstacle: null, longestList: 3, definitions: [
        definition('HighCalcium', 'different', { example: { facts: { patient: { calcium: 2.6 } }, asOf: null }, before: 'notMet', after: 'met' }),
        definition('LowCalcium', 'same'), definition('OddCalcium', 'undecided', { why: 'the solver did not decide in time' }),
      ] }] },
      '/changes/7/verification': { solver: 'Z3', questions: 12, coverage: totals, workflows: [{ workflow: 'Calcium', coverage: totals, findings: 0, open: 0 }, { workflow: 'Other', coverage: totals, findings: 0, open: 0 }], findings: [], open: [], notVerified: [] },
    } });
    open();
    const proofs = await screen.findByRole('region', { name: 'Who is decided otherwise' });
    expect(await within(proofs).findByText('1 rule or value decides otherwise for some patient')).toBeInTheDocument();
    expect(within(proofs).getByText('1 is proved to decide the same for all patients, 1 is not decided.')).toBeInTheDocument();
    expect(within(proofs).getByText(/^High calcium/).closest('li')).toHaveTextContent(/Before: not met.*Now: met/);
    expect(within(proofs).getByText('1 rule or value not decided').closest('div')).toHaveTextContent('did not decide in time');
    expect(within(proofs).queryByText('Low calcium')).toBeNull();
    await userEvent.click(within(proofs).getByRole('button', { name: /1 rule or value proved the same for all patients/ }));
    expect(within(proofs).getByText('Low calcium')).toBeInTheDocument();
    expect(await screen.findByText(/0 warnings, 0 remarks and 0 questions not decided in 1 workflow that this change edits/)).toBeInTheDocument();
  });
});
