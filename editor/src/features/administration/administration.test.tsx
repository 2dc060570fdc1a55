import type { Session } from '../../model/session';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../App';
import type { UserAnswer } from '../../api/generated';
import { anna, problem, serve, type Answer, type Sent, type StoreState } from '../../test/server';

const root = { ...anna, name: 'root', displayName: 'root', roles: ['administrator'], antiforgery: 'token-of-root' };
const user = (name: string, changes: Partial<UserAnswer> = {}): UserAnswer => ({
  name, displayName: name, roles: [], disabled: false, hasPassword: true, lockedUntil: null, lastSignIn: null, createdBy: 'setup', createdAt: '2026-11-25T12:00:00Z', ...changes,
});
const key = { id: '00ff', name: 'ward', scopes: ['execute'], workflows: [], createdBy: 'root', createdAt: '2026-11-25T12:00:00Z', expires: '2099-01-01T00:00:00Z', lastUsed: null, revokedBy: null };

function open(path: string, answer: (sent: Sent) => Answer, session: Session = root) {
  const sent: Sent[] = [];
  const answers = { '/api/v1/users': [user('nora', { hasPassword: false }), user('root', { roles: ['administrator'] })], '/api/v1/keys': [key, { ...key, id: '11', name: 'old', revokedBy: 'root' }] };
  const store: StoreState = { session, releases: [], retirements: [{ id: 7, workflow: 'MirelsFractureRisk', reason: 'under review', by: 'root', at: '2026-11-25T12:00:00Z', rule: null }], answers };
  serve(undefined, store, (request) => { sent.push(request); return answer(request); });
  window.history.replaceState(null, '', path);
  window.scrollTo = () => undefined;
  render(<App />);
  return sent;
}

beforeEach(() => { vi.unstubAllGlobals(); });

describe('people', () => {
  it('are invited by a link that is shown once; what is wrong with a name stands at it', async () => {
    const sent = open('/administration', ({ body }) => (body.includes('"server"')
      ? problem(400, 'invalid-action', '`server` is a name that the software uses itself; choose another name')
      : { body: { name: 'otto', secret: 's', path: '/welcome#s', expires: '2026-12-01T12:00:00Z' } }));
    await userEvent.click(await screen.findByRole('button', { name: 'Invite somebody' }));
    expect(window.location.pathname).toBe('/administration/users');
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText('Name'), 'server');
    await userEvent.click(dialog.getByLabelText('Reviewer'));
    await userEvent.click(dialog.getByRole('button', { name: 'Make the link' }));
    await waitFor(() => { expect(dialog.getByLabelText('Name')).toBeInvalid(); });
    expect(dialog.getByLabelText('Name')).toHaveAccessibleDescription(/software uses itself/);
    await userEvent.clear(dialog.getByLabelText('Name'));
    await userEvent.type(dialog.getByLabelText('Name'), 'otto');
    await userEvent.click(dialog.getByRole('button', { name: 'Make the link' }));
    expect(await screen.findByText(`${window.location.origin}/welcome#s`)).toBeInTheDocument();
    expect(sent.at(-1)?.body).toBe('{"name":"otto","displayName":"","roles":["reviewer"]}');
    await userEvent.keyboard('{Escape}');
    expect(screen.getByText(/shown this once/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'I have it' }));
    await waitFor(() => { expect(screen.queryByText(/welcome#s/)).not.toBeInTheDocument(); });
  });

  it('keep their access while roles change, and the last administrator stays one', async () => {
    const sent = open('/administration/users', () => problem(400, 'invalid-action', 'root is the last administrator; make somebody else an administrator first'));
    await userEvent.click(await screen.findByRole('button', { name: 'Change roles: root' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByLabelText('Administrator'));
    await userEvent.click(dialog.getByRole('button', { name: 'Change roles' }));
    expect(await dialog.findByText(/last administrator/)).toBeInTheDocument();
    expect(sent[0]).toMatchObject({ method: 'PUT', path: '/api/v1/users/root', body: '{"roles":[],"disabled":false}' });
  });

  it('are no matter of others', async () => {
    open('/administration/users', () => ({ body: null }), anna);
    expect(await screen.findByRole('heading', { name: 'People is not open to you' })).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Administration' })).not.toBeInTheDocument();
  });
});

describe('keys', () => {
  it('are revoked after a question, and the ended ones stand apart', async () => {
    const sent = open('/administration/keys', () => ({ body: null }));
    expect(await screen.findByText('1 key that has ended')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Revoke: ward' }));
    expect(sent).toHaveLength(0);
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Revoke' }));
    expect(await screen.findByText('The key of ward was revoked')).toBeInTheDocument();
    expect(sent[0]).toMatchObject({ method: 'DELETE', path: '/api/v1/keys/00ff' });
  });
});

describe('what is out of use', () => {
  it('is brought back for a reason', async () => {
    const sent = open('/administration/out-of-use', () => ({ body: null }));
    await userEvent.click(await screen.findByRole('button', { name: /Bring back/ }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText('Reason'), 'looked at again');
    await userEvent.click(dialog.getByRole('button', { name: 'Bring back' }));
    await waitFor(() => { expect(sent[0]).toMatchObject({ path: '/api/v1/retirements/7/lift', body: '{"text":"looked at again"}' }); });
  });
});
