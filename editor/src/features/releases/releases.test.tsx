import { render, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../App';
import type { Retirement } from '../../model/retirement';
import { decision, mirels } from '../../test/fixtures';
import { nobody, problem, serve, type StoreState } from '../../test/server';

function open(path: string) {
  window.history.replaceState(null, '', path);
  window.scrollTo = () => undefined;
  return render(<App />);
}

const retirement: Retirement = { id: 1, workflow: 'MirelsFractureRisk', reason: 'the limit is under review', by: 'root', at: '2026-11-25T12:00:00Z' };
const storeOf = (changes: Partial<StoreState> = {}): StoreState => ({ session: nobody, releases: [{ number: 3, live: true, status: 'approved', approvedBy: 'rita' }, { number: 2, live: false, status: 'unreviewed' }], retirements: [], ...changes });

beforeEach(() => { vi.unstubAllGlobals(); });

describe('the release', () => {
  it('stands in the header and above the list, with who approved it', async () => {
    serve(undefined, storeOf());
    open('/');
    expect((await screen.findAllByText('Release 3, approved'))[0]).toBeInTheDocument();
    expect(screen.getByText('Release 3, approved by rita.')).toBeInTheDocument();
    expect(screen.queryByText('Unreviewed content')).not.toBeInTheDocument();
  });

  it('says what unreviewed means', async () => {
    serve(undefined, storeOf({ releases: [{ number: 1, live: true, status: 'unreviewed' }] }));
    open('/');
    expect(await screen.findByText('Release 1, unreviewed: no clinician has approved this content.')).toBeInTheDocument();
  });
});

describe('what is out of use', () => {
  it('is marked in the list, and its page says why, by whom and when', async () => {
    serve(undefined, storeOf({ retirements: [retirement] }));
    const list = open('/');
    const row = (await screen.findByRole('link', { name: /Mirels score/ })).closest('li') ?? document.body;
    expect(await within(row).findByText('Out of use')).toBeInTheDocument();
    list.unmount();

    open('/workflows/MirelsFractureRisk');
    const banner = await screen.findByText('Out of use: it gives no decision');
    await screen.findByText('The limit is under review.');
    expect(banner.closest('[role=alert]')).toHaveTextContent(/This workflow was taken out of use: The limit is under review\. ?By root, 25 Nov 2026/);
    expect(screen.getByRole('heading', { name: 'Out of use: no decision' })).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Recommendations' })).not.toBeInTheDocument();
  });

  it('names a rule by its title, after reading nothing but the workflow that has it', async () => {
    serve(undefined, storeOf({ retirements: [{ ...retirement, rule: 'ActualFracture' }, { ...retirement, id: 2, rule: 'GoneSince' }] }));
    const fetched = vi.mocked(vi.spyOn(globalThis, 'fetch'));
    open('/workflows/MirelsFractureRisk');
    const title = mirels.rules?.find(({ name }) => name === 'ActualFracture')?.title ?? '';
    expect(await screen.findByText(`The rule “${title}” was taken out of use:`, { exact: false })).toBeInTheDocument();
    expect(screen.queryByText(/GoneSince/)).not.toBeInTheDocument();
    const read = fetched.mock.calls.map(([url]) => String(url)).filter((url) => url.startsWith('/api/v1/workflows/') && !url.endsWith('/execute'));
    expect(new Set(read)).toEqual(new Set(['/api/v1/workflows/MirelsFractureRisk']));
  });

  it('shows the refusal of the server instead of a decision, even before the list tells', async () => {
    serve(() => problem(409, 'retired', '`MirelsFractureRisk` gives no decision, because this is out of use: rule `X` (by root: wrong)'), storeOf());
    open('/workflows/MirelsFractureRisk');
    expect(await screen.findByRole('heading', { name: 'Out of use: no decision' })).toBeInTheDocument();
    expect(screen.getByText(/by root: wrong/)).toBeInTheDocument();
    expect(within(screen.getByRole('region', { name: 'Decision status' })).getByText('Out of use')).toBeInTheDocument();
  });
});

describe('what a decision says about its workflow', () => {
  it('is its intended use, and a warning when its review is overdue', async () => {
    const source = { title: 'Mirels score', intendedUse: 'Decision support.', developer: 'A guideline group', reviewDue: '2025-12-31', reviewOverdue: true };
    serve(() => ({ body: { ...decision('mirels-range'), source } }));
    open('/workflows/MirelsFractureRisk');
    expect(await screen.findByText('The review of this content is overdue')).toBeInTheDocument();
    expect(screen.getByText(/It was due on 31 Dec 2025/)).toBeInTheDocument();
    expect(screen.getByText('Decision support.')).toBeInTheDocument();
    await waitFor(() => { expect(screen.getByText(/By A guideline group/)).toBeInTheDocument(); });
  });
});
