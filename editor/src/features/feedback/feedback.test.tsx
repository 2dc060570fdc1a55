import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../App';
import { anna, serve, type StoreState } from '../../test/server';

const counts = [
  { service: 'bone-metastases', known: true, kind: 'recommendation', rule: 'Radiotherapy.SingleFraction', release: 3, outcome: 'accepted', reason: null, count: 6, comments: 0 },
  { service: 'bone-metastases', known: true, kind: 'recommendation', rule: 'Radiotherapy.SingleFraction', release: 3, outcome: 'overridden', reason: { system: 's', code: 'patient-refuses', display: 'Patient refuses' }, count: 2, comments: 1 },
];
const comments = [{ service: 'bone-metastases', rule: 'Radiotherapy.SingleFraction', release: 3, outcome: 'overridden', at: '2026-11-25T12:00:00Z', reason: null, text: 'is treated <b>elsewhere</b>' }];

function open(feedback: unknown, session = anna) {
  serve(undefined, { session, releases: [], retirements: [], answers: { '/api/v1/feedback': feedback } } satisfies StoreState);
  window.history.replaceState(null, '', '/feedback');
  window.scrollTo = () => undefined;
  render(<App />);
}

beforeEach(() => { vi.unstubAllGlobals(); });

describe('feedback about cards', () => {
  it('says by rule how often and why, and what people wrote', async () => {
    open({ accepted: 6, overridden: 2, unknown: 1, counts, comments });
    const row = await screen.findByRole('row', { name: /Single fraction/ });
    expect(row).toHaveTextContent('2 (25 %)');
    expect(row).toHaveTextContent('2 × patient refuses');
    expect(row).toHaveTextContent('release 3: 6 accepted, 2 overridden');
    expect(screen.getByText(/6 cards accepted, 2 overridden/).parentElement).toHaveTextContent('1 report about cards that this server did not give');
    expect(screen.getByText('is treated <b>elsewhere</b>')).toBeInTheDocument();
    await userEvent.click(within(screen.getByRole('navigation', { name: 'Breadcrumb' })).getByRole('link', { name: 'Releases' }));
    expect(await screen.findByRole('link', { name: 'Feedback about their cards' })).toHaveAttribute('href', '/feedback');
  });

  it('says so when there is none', async () => {
    open({ accepted: 0, overridden: 0, unknown: 0, counts: [], comments: [] });
    expect(await screen.findByText('No feedback yet')).toBeInTheDocument();
  });

  it('is for reviewers', async () => {
    open({}, { ...anna, roles: ['author'] });
    expect(await screen.findByText('Feedback is not open to you')).toBeInTheDocument();
  });
});
