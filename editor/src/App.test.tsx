import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from './App';
import { decision } from './test/fixtures';
import { serve } from './test/server';

function open(path: string) {
  window.history.replaceState(null, '', path);
  window.scrollTo = () => undefined;
  return render(<App />);
}

beforeEach(() => {
  vi.unstubAllGlobals();
});

describe('the library', () => {
  it('lists workflows, finds them, and says when there is none', async () => {
    serve();
    open('/');
    expect(await screen.findByRole('link', { name: /Mirels score/ })).toBeInTheDocument();
    expect(screen.getAllByText('Unreviewed content')[0]).toBeInTheDocument();
    expect(document.title).toBe('Workflows · BoneMets.Rules');
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search workflows' }), 'liver');
    expect(screen.getByRole('heading', { name: /Nothing found for “liver”/ })).toBeInTheDocument();
  });

  it('leads to a workflow, whose name becomes the title of the page', async () => {
    serve();
    open('/');
    await userEvent.click(await screen.findByRole('link', { name: /Mirels score/ }));
    expect(await screen.findByRole('heading', { level: 1, name: /Mirels score/ })).toBeInTheDocument();
    expect(window.location.pathname).toBe('/workflows/MirelsFractureRisk');
    expect(document.title).toContain('Mirels score');
  });

  it('explains an unknown workflow', async () => {
    serve();
    open('/workflows/MirelFractureRisk');
    expect(await screen.findByText(/did you mean/)).toBeInTheDocument();
  });
});

describe('trying a workflow', () => {
  it('sends what is typed, digit by digit, and shows the decision', async () => {
    const bodies = serve((body) => ({ body: decision(body.includes('corticalPercent') ? 'mirels-range' : 'mirels-empty') }));
    open('/workflows/MirelsFractureRisk');
    await userEvent.type(await screen.findByLabelText('Cortical involvement'), '80.50');
    await waitFor(() => { expect(bodies.at(-1)).toContain('{"facts":{"lesion":{"corticalPercent":80.50}}'); });
    expect(await screen.findByRole('heading', { name: 'Prophylactic fixation to be considered' })).toBeInTheDocument();
    await waitFor(() => { expect(screen.getByText('Decision incomplete: 1 recommendation, 1 fact missing.')).toBeInTheDocument(); }, { timeout: 2000 });
  });

  it('has Yes, No and Unknown for a yes-or-no fact, and Unknown sends nothing', async () => {
    const bodies = serve();
    open('/workflows/MirelsFractureRisk');
    const group = within(await screen.findByRole('radiogroup', { name: 'Fractured' }));
    expect(group.getByRole('radio', { name: 'Unknown' })).toBeChecked();
    await userEvent.click(group.getByRole('radio', { name: 'No' }));
    await waitFor(() => { expect(bodies.at(-1)).toContain('"fractured":false'); });
    await userEvent.click(group.getByRole('radio', { name: 'Unknown' }));
    await waitFor(() => { expect(bodies.filter((body) => body.includes('{"facts":{},')).length).toBeGreaterThan(0); });
  });

  it('leads from a missing fact to its field', async () => {
    serve();
    open('/workflows/MirelsFractureRisk');
    const missing = within(await screen.findByRole('region', { name: 'Missing facts' }));
    await userEvent.click(missing.getByRole('button', { name: /Axial cortical involvement/ }));
    await waitFor(() => { expect(screen.getByLabelText('Axial cortical involvement')).toHaveFocus(); });
  });

  it('shows what the server refuses at the field, and marks the old decision as old', async () => {
    serve((body) => body.includes('850')
      ? { status: 400, body: { title: 'Wrong facts', status: 400, errors: [{ pointer: '/facts/lesion/corticalPercent', code: 'BMR3004', message: '`850` is outside 0 to 100' }] } }
      : { body: decision('mirels-range') });
    open('/workflows/MirelsFractureRisk');
    const field = await screen.findByLabelText('Cortical involvement');
    await screen.findAllByText('Incomplete');
    await userEvent.type(field, '850');
    expect(await screen.findByText('Not for the facts on screen')).toBeInTheDocument();
    expect(field).toHaveAccessibleDescription(/850 is outside 0 to 100/);
    expect(field).toBeInvalid();
  });

  it('keeps what was entered over a reload, and takes "clear all" back', async () => {
    serve();
    const first = open('/workflows/MirelsFractureRisk');
    await userEvent.type(await screen.findByLabelText('Cortical involvement'), '42');
    first.unmount();
    open('/workflows/MirelsFractureRisk');
    expect(await screen.findByLabelText('Cortical involvement')).toHaveValue('42');
    await userEvent.click(screen.getByRole('button', { name: 'Clear all' }));
    expect(screen.getByLabelText('Cortical involvement')).toHaveValue('');
    await userEvent.click(screen.getByRole('button', { name: 'Undo clear' }));
    expect(screen.getByLabelText('Cortical involvement')).toHaveValue('42');
  });

  it('says so when the connection is lost, and recovers', async () => {
    serve();
    open('/workflows/MirelsFractureRisk');
    const field = await screen.findByLabelText('Cortical involvement');
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));
    await userEvent.type(field, '5');
    expect(await screen.findByText('Connection lost')).toBeInTheDocument();
    serve();
    await userEvent.click(screen.getByRole('button', { name: 'Try again now' }));
    await waitFor(() => { expect(screen.queryByText('Connection lost')).not.toBeInTheDocument(); });
  });
});

describe('a list of lesions', () => {
  it('tells unknown, none and some apart', async () => {
    const bodies = serve(() => ({ body: decision('agent-empty') }));
    open('/workflows/BoneTargetedAgent');
    await userEvent.click(await screen.findByRole('switch', { name: /Show all facts/ }));
    const group = within(screen.getByRole('radiogroup', { name: 'Long-bone lesions' }));
    await userEvent.click(group.getByRole('radio', { name: 'No lesions' }));
    await waitFor(() => { expect(bodies.at(-1)).toContain('"lesions":[]'); });
    await userEvent.click(group.getByRole('radio', { name: 'Listed below' }));
    const card = within(screen.getByRole('region', { name: 'Lesion 1' }));
    await userEvent.type(card.getByLabelText('Cortical involvement'), '30');
    await waitFor(() => { expect(bodies.at(-1)).toContain('"lesions":[{"corticalPercent":30}]'); });
    await userEvent.click(card.getByRole('button', { name: 'Remove Lesion 1' }));
    expect(group.getByRole('radio', { name: 'Unknown' })).toBeChecked();
  }, 20_000);
});

describe('the explanation', () => {
  it('opens from a recommendation down to the row of a score sheet', async () => {
    serve(() => ({ body: decision('mirels-range') }));
    open('/workflows/MirelsFractureRisk');
    await userEvent.click(await screen.findByRole('button', { name: 'Why? Prophylactic fixation to be considered' }));
    expect(screen.getByText('All of these')).toBeInTheDocument();
    const card = within(screen.getByRole('heading', { name: 'Prophylactic fixation to be considered' }).closest('article') ?? document.body);
    await userEvent.click(card.getByRole('button', { name: 'Mirels score' }));
    expect(card.getByText('10 to 12')).toBeInTheDocument();
    await userEvent.click(card.getByRole('button', { name: 'Mirels pain points' }));
    expect(within(card.getByRole('region', { name: 'Mirels pain points' })).getAllByText('possible')).toHaveLength(3);
  });
});
