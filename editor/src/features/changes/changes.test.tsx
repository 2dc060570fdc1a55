import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../App';
import { changeOf, examinationOf, serveChange } from '../../test/changeServer';
import { anna, problem } from '../../test/server';

function open(path: string) {
  window.history.replaceState(null, '', path);
  window.scrollTo = () => undefined;
  return render(<App />);
}

// Pages are loaded when they are first opened, which takes its time on a busy machine.
beforeAll(() => Promise.all([import('./ChangesPage'), import('./ChangePage'), import('../authoring/WorkspaceRoute'), import('../authoring/WorkflowRoute')]), 60_000);

beforeEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe('the list of changes', () => {
  it('keeps what it shows in the address', async () => {
    serveChange({ change: changeOf({ state: 'published', publishedAs: 4 }) });
    open('/changes');
    expect(await screen.findByRole('heading', { name: 'Nothing is open' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('link', { name: 'Published 1' }));
    expect(await screen.findByRole('link', { name: /Limit of calcium/ })).toHaveAttribute('href', '/changes/7');
    expect(window.location.search).toBe('?state=published');
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search changes' }), 'liver');
    expect(await screen.findByRole('heading', { name: /Nothing found for “liver”/ })).toBeInTheDocument();
    expect(window.location.search).toContain('search=liver');
  });

  it('marks what waits for a reviewer', async () => {
    serveChange({ change: changeOf({ state: 'inReview', createdBy: 'ben', authors: ['ben'] }) });
    open('/changes');
    expect(within(await screen.findByRole('link', { name: /Limit of calcium/ })).getByText('Waits for a review')).toBeInTheDocument();
  });
});

describe('the page of a change', () => {
  it('says what stands in the way, and submits', async () => {
    const { sent } = serveChange({ examination: examinationOf({ against: 1, cases: { passed: 11, failed: [{ workflow: 'Calcium', id: 'limit', title: 'At the limit', differences: [{ subject: 'rule Low', expected: 'met', actual: 'notMet' }] }] } }) }, (_, state) => {
      state.change = changeOf({ state: 'inReview', evidence: state.examination, against: 1 });
      return { body: state.change };
    });
    open('/changes/7');
    expect(await screen.findByText(/1 finding speaks against it.*cannot approve it like this/)).toBeInTheDocument();
    expect(screen.getByRole('cell', { name: 'not met' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Submit for review' }));
    expect(await screen.findByRole('heading', { name: 'It waits for a reviewer' })).toBeInTheDocument();
    expect(sent.map(({ path }) => path)).toEqual(['/changes/7/submit']);
    expect(screen.getByText('You took part in this change, so somebody else has to approve it.')).toBeInTheDocument();
  });

  it('shows why the server refused to publish', async () => {
    serveChange({ change: changeOf({ state: 'approved', createdBy: 'ben', authors: ['ben'], evidence: examinationOf() }), session: { ...anna, roles: ['publisher'] } }, () => problem(409, 'metadata-missing', 'change 7 touches workflows that lack 2 of the statements'));
    open('/changes/7');
    await userEvent.click(await screen.findByRole('button', { name: 'Publish' }));
    expect(await screen.findByText(/lack 2 of the statements/)).toBeInTheDocument();
  });

  it('makes a new workflow with what it looks at, and saves it', async () => {
    const { sent } = serveChange({});
    open('/changes/7');
    await userEvent.click(await screen.findByRole('button', { name: 'New workflow' }));
    await userEvent.type(await screen.findByRole('textbox', { name: /Title/ }), 'Pain flare');
    expect(screen.getByRole('button', { name: 'Add workflow' })).toBeDisabled();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Patient' }));
    await userEvent.click(screen.getByRole('button', { name: 'Add workflow' }));
    await waitFor(() => { expect(window.location.pathname).toBe('/changes/7/workflows/pain-flare'); });
    await waitFor(() => { expect(sent.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(['PUT /changes/7/documents/pain-flare/cases.json', 'PUT /changes/7/documents/pain-flare/workflow.json']); });
  });

  it('lets a person settle what both sides changed', async () => {
    const conflicts = [{ document: 'calcium/workflow.json', base: { hash: 'a', text: 'a\n' }, theirs: { hash: 'b', text: 'theirs\n' }, mine: { hash: 'c', text: 'mine\n' } }];
    const { sent } = serveChange({ newest: 4 }, ({ body }, state) => {
      if (JSON.stringify(body) === '{"resolutions":{}}') {
        const refused = problem(409, 'conflicts', 'both changed the same documents');
        return { ...refused, body: { ...(refused.body as object), conflicts } };
      }
      state.change = changeOf({ base: 4 });
      state.texts['calcium/workflow.json'] = 'theirs\n';
      return { body: state.change };
    });
    open('/changes/7');
    await userEvent.click(await screen.findByRole('button', { name: 'Put it on release 4' }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText('1 document to decide')).toBeInTheDocument();
    expect(within(dialog).getByRole('button', { name: 'Put it on release 4' })).toBeDisabled();
    await userEvent.click(within(dialog).getByRole('radio', { name: 'Take that of release 4' }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Put it on release 4' }));
    expect(await screen.findByText('It stands on release 4 now')).toBeInTheDocument();
    expect(sent.at(-1)?.body).toEqual({ resolutions: { 'calcium/workflow.json': 'theirs\n' } });
  });
});
