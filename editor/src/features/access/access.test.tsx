import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../App';
import { notices } from '../shell/notice';
import { anna, nobody, problem, serve, type Answer, type Sent, type StoreState } from '../../test/server';
import { oneTimeSecret } from './secret';

const password = 'correct horse battery';

/** Opens a page of a server with a store; what is sent to change something is answered by `change`, once the session follows. */
function open(path: string, store: StoreState, change: (sent: Sent) => Answer = () => ({ body: anna })) {
  const sent: Sent[] = [];
  serve(undefined, store, (request) => {
    sent.push(request);
    const answer = change(request);
    if ((answer.status ?? 200) === 200) store.session = answer.body as StoreState['session'];
    return answer;
  });
  window.history.replaceState(null, '', path);
  window.scrollTo = () => undefined;
  render(<App />);
  return sent;
}

const storeOf = (session = nobody): StoreState => ({ session, releases: [{ number: 1, live: true, status: 'unreviewed' }], retirements: [] });

beforeEach(() => {
  vi.unstubAllGlobals();
  notices.clear();
  oneTimeSecret.forget();
});

describe('a one-time link', () => {
  it('makes the first administrator, and its secret leaves the address at once', async () => {
    const sent = open('/welcome#s3cret', storeOf({ ...nobody, needsAdministrator: true }));
    expect(window.location.href).not.toContain('s3cret');
    await userEvent.type(await screen.findByLabelText('Name'), 'anna');
    await userEvent.type(screen.getByLabelText('Full name (optional)'), 'Anna Example');
    await userEvent.type(screen.getByLabelText('Password'), password);
    await userEvent.type(screen.getByLabelText('Password again'), `${password}!`);
    await userEvent.click(screen.getByRole('button', { name: 'Become administrator' }));
    expect(screen.getByLabelText('Password again')).toHaveAccessibleDescription('The two passwords differ. Type the same one twice.');
    expect(sent).toEqual([]);

    await userEvent.type(screen.getByLabelText('Password again'), '{Backspace}');
    await userEvent.click(screen.getByRole('button', { name: 'Become administrator' }));
    expect(await screen.findByText('Welcome. You are signed in as Anna Example (anna)')).toBeInTheDocument();
    expect(sent).toEqual([{ method: 'POST', path: '/api/v1/session/invitation', token: 'token-of-nobody', body: JSON.stringify({ secret: 's3cret', password, name: 'anna', displayName: 'Anna Example' }) }]);
    expect(window.location.pathname).toBe('/');
    expect(screen.getByRole('button', { name: 'Account: Anna Example (anna)' })).toBeInTheDocument();
  });

  it('asks somebody invited for a password only, and says when it is not valid any more', async () => {
    const sent = open('/welcome#s3cret', storeOf(), () => problem(404, 'not-in-store', 'this link is not valid (any more); ask an administrator for a new one'));
    await userEvent.type(await screen.findByLabelText('Password'), password);
    await userEvent.type(screen.getByLabelText('Password again'), password);
    expect(screen.queryByLabelText('Name')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Set password and sign in' }));
    expect(await screen.findByText('This link is not valid any more')).toBeInTheDocument();
    expect(screen.getByText(/Ask an administrator|ask an administrator/)).toBeInTheDocument();
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({ secret: 's3cret', password });
  });

  it('without a secret leads nowhere, and says so', async () => {
    open('/welcome', storeOf());
    expect(await screen.findByRole('heading', { name: 'Open the whole link' })).toBeInTheDocument();
  });
});

describe('signing in', () => {
  it('shows the password on demand, says what is wrong, and leads back', async () => {
    let right = false;
    open('/sign-in?next=%2Fworkflows%2FMirelsFractureRisk', storeOf(), () => (right ? { body: anna } : problem(401, 'wrong-password', 'the name or the password is wrong')));
    const field = await screen.findByLabelText('Password');
    await userEvent.type(screen.getByLabelText('Name'), 'anna');
    await userEvent.type(field, 'wrong');
    await userEvent.click(screen.getByRole('button', { name: 'Show password' }));
    expect(field).toHaveAttribute('type', 'text');
    expect(field).toHaveAttribute('autocomplete', 'current-password');
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText(/After five failures/)).toBeInTheDocument();
    right = true;
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    await waitFor(() => { expect(window.location.pathname).toBe('/workflows/MirelsFractureRisk'); });
  });

  it('warns when capitals are locked', async () => {
    open('/sign-in', storeOf());
    await userEvent.type(await screen.findByLabelText('Password'), '{CapsLock}A');
    expect(screen.getByText('Caps Lock is on')).toBeInTheDocument();
  });

  it('sends the token of the session that there is, and again for the same person with a new one', async () => {
    const store = storeOf();
    const sent = open('/sign-in', store, ({ token }) => (token === 'fresh' ? { body: anna } : problem(400, 'forgery-token', 'take a new one')));
    await userEvent.type(await screen.findByLabelText('Name'), 'anna');
    await userEvent.type(screen.getByLabelText('Password'), password);
    store.session = { ...nobody, antiforgery: 'fresh' };
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    await waitFor(() => { expect(window.location.pathname).toBe('/'); });
    expect(sent.map(({ token }) => token)).toEqual(['token-of-nobody', 'fresh']);
  });
});

describe('an account', () => {
  it('signs out, and forgets the facts that were entered', async () => {
    sessionStorage.setItem('bonemets.facts.1.MirelsFractureRisk', '{}');
    const sent = open('/', storeOf(anna), () => ({ body: nobody }));
    await userEvent.click(await screen.findByRole('button', { name: 'Account: Anna Example (anna)' }));
    expect(await screen.findByText('Author, Reviewer')).toBeInTheDocument();
    await userEvent.click(screen.getByText('Sign out'));
    expect(await screen.findByText('You are signed out')).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: 'Sign in' })).toBeInTheDocument();
    expect(sent).toEqual([{ method: 'DELETE', path: '/api/v1/session', body: '', token: 'token-of-anna' }]);
    expect(sessionStorage.getItem('bonemets.facts.1.MirelsFractureRisk')).toBeNull();
  });

  it('does nothing in the name of somebody else who signed in meanwhile', async () => {
    const store = storeOf(anna);
    const sent = open('/account', store, () => problem(400, 'forgery-token', 'take a new one'));
    await userEvent.type(await screen.findByLabelText('Current password'), password);
    await userEvent.type(screen.getByLabelText('New password'), 'another horse battery');
    await userEvent.type(screen.getByLabelText('New password again'), 'another horse battery');
    store.session = { ...anna, name: 'ben', antiforgery: 'token-of-ben' };
    await userEvent.click(screen.getByRole('button', { name: 'Change password' }));
    expect(await screen.findByText('ben is signed in now')).toBeInTheDocument();
    expect(sent).toHaveLength(1);
  });
});
