import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../App';
import { anna, nobody, serve, type StoreState } from '../../test/server';

const entry = (sequence: number, subject = 'change 3') => ({ sequence, at: '2026-11-25T12:00:00Z', actor: 'anna', action: 'change.created', subject, details: { title: `title ${sequence}` }, hash: `sha256:${sequence}` });
const page = (from: number, count: number) => Array.from({ length: count }, (_, i) => entry(from - i));

function open(path: string, session = anna) {
  const answers = {
    '/api/v1/audit?count=51': page(80, 51),
    '/api/v1/audit?count=51&before=31': page(30, 30),
    '/api/v1/audit?count=51&subject=change+3': page(9, 2),
    '/api/v1/audit/verification': { intact: true, entries: 80, head: 'sha256:80', findings: [] },
    '/api/v1/audit/verification?head=sha256%3A7': { intact: false, entries: 80, head: 'sha256:80', findings: [{ place: 'entry 12', message: 'it was changed after it was written' }] },
  };
  serve(undefined, { session, releases: [], retirements: [], answers } satisfies StoreState);
  window.history.replaceState(null, '', path);
  window.scrollTo = () => undefined;
  render(<App />);
}

beforeEach(() => { vi.unstubAllGlobals(); });

describe('the log', () => {
  it('is read page by page, and the address says which', async () => {
    open('/audit');
    expect(await screen.findByText('title 80')).toBeInTheDocument();
    expect(screen.queryByText('title 30')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('link', { name: 'Older entries' }));
    expect(await screen.findByText('title 1')).toBeInTheDocument();
    expect(window.location.search).toBe('?before=31');
    expect(screen.queryByRole('link', { name: 'Older entries' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('link', { name: 'Newest entries' }));
    expect(await screen.findByText('title 80')).toBeInTheDocument();
  });

  it('is narrowed down to one subject', async () => {
    open('/audit');
    await userEvent.click((await screen.findAllByRole('link', { name: 'Only this: change 3' }))[0] ?? document.body);
    expect(await screen.findByText('title 9')).toBeInTheDocument();
    await waitFor(() => { expect(screen.queryByText('title 80')).not.toBeInTheDocument(); });
    expect(screen.getByRole('heading', { name: /About/ })).toHaveTextContent('change 3');
  });

  it('is verified, against a fingerprint that was noted when one is given', async () => {
    open('/audit');
    await userEvent.click(await screen.findByRole('button', { name: 'Verify the log' }));
    expect(await screen.findByText(/The log is whole: 80 entries/)).toBeInTheDocument();
    expect(screen.queryByText(/noted earlier is in it/)).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /What this proves/ }));
    await userEvent.type(screen.getByLabelText(/noted earlier/), 'sha256:7');
    await userEvent.click(screen.getByRole('button', { name: 'Verify the log' }));
    expect(await screen.findByText('The log was touched: 1 finding')).toBeInTheDocument();
    expect(screen.getByText(/It was changed after it was written\./)).toBeInTheDocument();
  });

  it('asks to sign in', async () => {
    open('/audit', nobody);
    expect(await screen.findByRole('heading', { name: 'Audit: sign in to see this' })).toBeInTheDocument();
  });
});
