import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { showCondition } from './testBench';

// Lists of choices and menus have no place in a page without layout, and may count as hidden there.
const last = (written: readonly { readonly text: string }[]) => written.at(-1)?.text;

describe('the builder of a condition', () => {
  it('writes a typed value and nothing else', async () => {
    const user = userEvent.setup();
    const written = showCondition({ text: 'a  &&  score >= 9' });
    const value = await screen.findByRole('textbox', { name: 'Value' });
    await user.type(value, '.25');
    await waitFor(() => { expect(last(written)).toBe('a  &&  score >= 9.25'); });
    expect(written.every(({ kind }) => kind === 'typing')).toBe(true);
    expect(value).toHaveFocus();
  });

  it('keeps an entry that is no value yet in its field, and says what it lacks', async () => {
    const user = userEvent.setup();
    const written = showCondition({ text: 'score >= 9' });
    await user.clear(await screen.findByRole('textbox', { name: 'Value' }));
    expect(await screen.findByText(/Enter a number/)).toBeVisible();
    expect(written).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Take back' }));
    expect(screen.getByRole('textbox', { name: 'Value' })).toHaveValue('9');
  });

  it('adds a condition as soon as it is complete, and goes on in the same field', async () => {
    const user = userEvent.setup();
    const written = showCondition({ text: 'a' });
    await user.click(await screen.findByRole('button', { name: 'Add condition' }));
    const subjects = screen.getAllByRole('combobox', { name: 'What it is about' });
    await user.type(subjects[1] ?? document.body, 'total');
    await user.click(await screen.findByRole('option', { name: /Total score/, hidden: true }));
    expect(written).toEqual([]);
    const value = await screen.findByRole('textbox', { name: 'Value' });
    await user.type(value, '12');
    await waitFor(() => { expect(last(written)).toBe('a && score >= 12'); });
    await waitFor(() => { expect(screen.queryByRole('button', { name: 'Discard' })).not.toBeInTheDocument(); });
    expect(screen.getByRole('textbox', { name: 'Value' })).toHaveFocus();
  });

  it('moves a condition by keyboard and keeps the focus on it', async () => {
    const user = userEvent.setup();
    const written = showCondition({ text: 'a && b && c' });
    const row = await screen.findByRole('group', { name: 'C is yes' });
    within(row).getByRole('combobox', { name: 'What is asked of it' }).focus();
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(() => { expect(last(written)).toBe('a && c && b'); });
    await waitFor(() => { expect(screen.getByRole('group', { name: 'C is yes' })).toHaveFocus(); });
  });

  it('begins a group with a condition', async () => {
    const user = userEvent.setup();
    const written = showCondition({ text: 'a && b' });
    await user.click(await screen.findByRole('button', { name: 'More for: b is yes' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Begin a group with it', hidden: true }));
    await user.click(screen.getAllByRole('button', { name: 'Add condition' })[0] ?? document.body);
    // The list of what it can be about is open at once.
    await user.click(await screen.findByRole('option', { name: /^A ?yes or no/, hidden: true }));
    await waitFor(() => { expect(last(written)).toBe('a && (b || a)'); });
  });

  it('turns what joins a group', async () => {
    const user = userEvent.setup();
    const written = showCondition({ text: 'a && b' });
    await user.selectOptions(await screen.findByRole('combobox', { name: 'How these are joined' }), 'None of these');
    await waitFor(() => { expect(last(written)).toBe('!(a || b)'); });
  });

  it('teaches how to begin when the last condition is gone', async () => {
    const user = userEvent.setup();
    const written = showCondition({ text: 'a' });
    await user.click(await screen.findByRole('button', { name: 'Remove: a is yes' }));
    expect(last(written)).toBe('');
    expect(await screen.findByRole('heading', { name: 'When does this apply?' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Add the first condition' }));
    expect(await screen.findByRole('combobox', { name: 'What it is about' })).toBeVisible();
  });

  it('waits for a text without errors, and offers what mends it', async () => {
    const user = userEvent.setup();
    const written = showCondition({ text: 'a && wrong' });
    expect(await screen.findByText(/The builder waits/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: /Write/ }));
    expect(last(written)).toBe('a && right');
    expect(await screen.findByRole('group', { name: 'Right is yes' })).toBeVisible();
  });
});

describe('the views of a condition', () => {
  it('show the same text: what is typed as text is in the parts and the sentence', async () => {
    const user = userEvent.setup();
    const written = showCondition({ text: 'a', view: 'text' });
    const editor = await screen.findByRole('textbox', { name: 'Condition as text' });
    expect(editor).toHaveTextContent('a');
    await user.click(screen.getByRole('radio', { name: 'Builder' }));
    await user.click(await screen.findByRole('button', { name: 'More for: a is yes' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Turn into its opposite', hidden: true }));
    await waitFor(() => { expect(last(written)).toBe('!a'); });
    await user.click(screen.getByRole('radio', { name: 'Text' }));
    expect(await screen.findByRole('textbox', { name: 'Condition as text' })).toHaveTextContent('!a');
    expect(screen.getByText(/^Sentence of/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'a' })).toHaveAttribute('href', '/changes/1/workflows/w/rules/a');
  });

  it('are words and nothing to fill in where nothing can be edited', async () => {
    showCondition({ text: 'a && (b || c)', readOnly: true });
    expect(await screen.findByText('At least one of these')).toBeVisible();
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('are remembered', async () => {
    const user = userEvent.setup();
    showCondition({ text: 'a' });
    await user.click(await screen.findByRole('radio', { name: 'Sentence' }));
    expect(localStorage.getItem('bonemets.conditionView.1')).toBe('sentence');
  });
});
