import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../App';
import type { ReleaseAnswer } from '../../api/generated';
import { anna, nobody, problem, serve, type Answer, type Sent, type StoreState } from '../../test/server';

const release = (number: number, changes: Partial<ReleaseAnswer> = {}): ReleaseAnswer => ({
  number, live: false, manifestHash: `sha256:${number}`, kind: 'published', status: 'approved', publishedAt: '2026-11-25T12:00:00Z', publishedBy: 'paul', note: `note ${number}`,
  change: number, restores: null, approvedBy: 'rita', approvedAt: '2026-11-24T12:00:00Z', ...changes,
});
const releases = [release(2, { live: true }), release(1, { kind: 'imported', status: 'unreviewed', change: null, approvedBy: null, approvedAt: null })];
const answers = {
  '/api/v1/releases/1/documents': [{ name: 'a.json', hash: '1' }, { name: 'gone.json', hash: '1' }],
  '/api/v1/releases/2/documents': [{ name: 'a.json', hash: '2' }, { name: 'same/new.json', hash: '1' }],
};

function open(path: string, session = anna, change?: (sent: Sent) => Answer) {
  const store: StoreState = { session, releases, retirements: [], answers };
  serve(undefined, store, change);
  window.history.replaceState(null, '', path);
  window.scrollTo = () => undefined;
  render(<App />);
}

beforeEach(() => { vi.unstubAllGlobals(); });

describe('the list of releases', () => {
  it('says which is live, where each came from and who stands for it', async () => {
    open('/releases');
    const rows = within(await screen.findByRole('list', { name: /Releases/ })).getAllByRole('listitem');
    expect(rows[0]).toHaveTextContent(/Release 2LiveApproved ?Note 2\..*by paul · from change 2 · approved by rita on 24 Nov 2026/);
    expect(within(rows[0] ?? document.body).getByRole('link', { name: 'change 2' })).toHaveAttribute('href', '/changes/2');
    expect(rows[1]).toHaveTextContent(/Release 1UnreviewedImported/);
  });

  it('does not lead to changes who may not see them', async () => {
    open('/releases', nobody);
    expect(await screen.findByText(/from change 2/)).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'change 2' })).not.toBeInTheDocument();
  });

  it('explains that a folder has none', async () => {
    vi.stubGlobal('fetch', (url: string) => {
      const { status = 200, body } = url.endsWith('/releases') ? problem(404, 'no-store', 'a folder is served') : { body: url.endsWith('/session') ? { ...nobody, hasStore: false } : { workflows: [], library: { status: 'ok' }, diagnostics: [] } };
      return Promise.resolve(new Response(JSON.stringify(body), { status }));
    });
    window.history.replaceState(null, '', '/releases');
    render(<App />);
    expect(await screen.findByRole('heading', { name: 'This server has no releases' })).toBeInTheDocument();
  });
});

describe('one release', () => {
  it('shows what differs from the one before, and all on demand', async () => {
    open('/releases/2');
    expect(await screen.findByText('From release 1 to release 2: 1 document edited, 1 added, 1 removed.')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'gone.json' })).toHaveAttribute('href', '/api/v1/releases/1/documents/gone.json');
    expect(screen.getByRole('link', { name: 'same/new.json' })).toHaveAttribute('href', '/api/v1/releases/2/documents/same/new.json');
    expect(screen.getByRole('link', { name: 'Download as zip' })).toHaveAttribute('href', '/api/v1/library?release=2');
  });

  it('is approved with exactly the content that was shown', async () => {
    const sent: Sent[] = [];
    open('/releases/1', anna, (request) => { sent.push(request); return { body: releases[1] }; });
    await userEvent.click(await screen.findByRole('button', { name: 'Approve' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Approve release 1?' }));
    await userEvent.type(dialog.getByLabelText(/Comment/), 'read it all');
    await userEvent.click(dialog.getByRole('button', { name: 'Approve' }));
    await waitFor(() => { expect(sent[0]).toMatchObject({ path: '/api/v1/releases/1/approval', body: '{"manifestHash":"sha256:1","comment":"read it all"}', token: 'token-of-anna' }); });
    expect(await screen.findByText('Release 1 is approved')).toBeInTheDocument();
  });

  it('is gone back to for a reason only, by publishers only', async () => {
    const sent: Sent[] = [];
    open('/releases/1', { ...anna, roles: ['publisher'] }, (request) => { sent.push(request); return { body: release(3) }; });
    expect(screen.queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument();
    await userEvent.click(await screen.findByRole('button', { name: 'Go back to this release' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Go back' }));
    expect(dialog.getByLabelText('Reason')).toBeInvalid();
    await waitFor(() => { expect(dialog.getByLabelText('Reason')).toHaveFocus(); });
    expect(sent).toHaveLength(0);
    await userEvent.type(dialog.getByLabelText('Reason'), 'doses were wrong');
    await userEvent.click(dialog.getByRole('button', { name: 'Go back' }));
    await waitFor(() => { expect(sent[0]).toMatchObject({ path: '/api/v1/releases/1/rollback', body: '{"text":"doses were wrong"}' }); });
    await waitFor(() => { expect(window.location.pathname).toBe('/releases/3'); });
  });
});
