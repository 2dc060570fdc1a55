import { MantineProvider } from '@mantine/core';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../App';
import { serve } from '../../test/server';
import { singleKeys } from './singleKeys';
import { useCommands } from './useCommands';
import { useShortcuts } from './useShortcuts';

beforeEach(() => {
  vi.unstubAllGlobals();
  singleKeys.turn(true);
});

async function open(path: string) {
  window.history.replaceState(null, '', path);
  window.scrollTo = () => undefined;
  serve();
  render(<App />);
  await screen.findByRole('link', { name: /Mirels score/ });
}

describe('the palette', () => {
  it('opens with its keys, finds a workflow, goes there, and gives the keyboard back', async () => {
    await open('/');
    await userEvent.keyboard('{Control>}k{/Control}');
    const field = await screen.findByRole('combobox', { name: 'Find a page, a workflow or a command' });
    await waitFor(() => { expect(field).toHaveFocus(); });
    await userEvent.keyboard('mirels');
    const option = screen.getByRole('option', { name: /Mirels score/ });
    expect(field).toHaveAttribute('aria-activedescendant', option.id);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => { expect(window.location.pathname).toBe('/workflows/MirelsFractureRisk'); });
    await waitFor(() => { expect(screen.queryByRole('dialog')).not.toBeInTheDocument(); });
  });

  it('moves with the arrows around both ends, and closes by Escape without doing anything', async () => {
    await open('/');
    const button = screen.getByRole('button', { name: /Find a page/ });
    await userEvent.click(button);
    const field = await screen.findByRole('combobox', { name: /Find a page/ });
    const options = screen.getAllByRole('option');
    await userEvent.type(field, '{ArrowUp}');
    expect(options.at(-1)).toHaveAttribute('aria-selected', 'true');
    await userEvent.type(field, '{ArrowDown}');
    expect(options[0]).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => { expect(screen.queryByRole('dialog')).not.toBeInTheDocument(); });
    await waitFor(() => { expect(button).toHaveFocus(); });
    expect(window.location.pathname).toBe('/');
  });
});

describe('the sheet of shortcuts', () => {
  it('opens by ?, lists what the page offers, and turns single keys off', async () => {
    await open('/');
    await userEvent.keyboard('?');
    const sheet = within(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' }));
    expect(sheet.getByText('Search workflows')).toBeInTheDocument();
    await userEvent.click(sheet.getByRole('switch', { name: /^Keys without Ctrl or Alt/ }));
    expect(sheet.getByText('Search workflows (off)')).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => { expect(screen.queryByRole('dialog')).not.toBeInTheDocument(); });
    await userEvent.keyboard('?');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});

describe('a shortcut', () => {
  function Page({ run, save }: { run: () => void; save: () => void }) {
    useShortcuts();
    useCommands([{ id: 'a', title: 'A', group: 'This page', shortcut: 'n', run }, { id: 'b', title: 'B', group: 'This page', shortcut: 'mod+s', run: save }]);
    return <><input aria-label="Text" /><button type="button">Button</button></>;
  }

  it('does not fire while somebody types, unless it has a modifier', async () => {
    const [run, save] = [vi.fn(), vi.fn()];
    const { unmount } = render(<MantineProvider><Page run={run} save={save} /></MantineProvider>);
    await userEvent.type(screen.getByLabelText('Text'), 'n{Control>}s{/Control}');
    expect([run.mock.calls.length, save.mock.calls.length]).toEqual([0, 1]);
    await userEvent.click(screen.getByRole('button'));
    await userEvent.keyboard('n');
    expect(run).toHaveBeenCalledTimes(1);
    unmount();
    await userEvent.keyboard('n');
    expect(run).toHaveBeenCalledTimes(1);
  });
});
