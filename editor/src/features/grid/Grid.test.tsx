import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useCallback, useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CellWrite } from '../../model/grid/paste';
import { Grid } from './Grid';
import type { GridColumn } from './gridTypes';

const columns: readonly GridColumn[] = ['Age', 'Dose'].map((label) => ({ id: label, label, heading: label, track: '1fr', least: 5 }));

const seen: string[] = [];

/** A grid over rows of texts; what it asks for is done, and noted. */
function Sheet({ first, readOnly = false }: { first: readonly (readonly string[])[]; readOnly?: boolean }) {
  const [rows, setRows] = useState(first);
  const rowAt = useCallback((row: number) => ({ cells: (rows[row] ?? []).map((text) => ({ text })), marks: [] }), [rows]);
  const write = (writes: readonly CellWrite[], addedRows: number, what: string) => {
    seen.push(`${what} ${writes.length}+${addedRows}`);
    const next = [...rows, ...Array.from({ length: addedRows }, () => ['', ''])].map((row) => [...row]);
    writes.forEach(({ row, column, text }) => { const cells = next[row]; if (cells) cells[column] = text; });
    setRows(next);
  };
  return (
    <>
      <Grid
        label="Doses"
        columns={columns}
        rowCount={rows.length}
        rowAt={rowAt}
        readOnly={readOnly}
        onWrite={write}
        onInsertRow={(index) => { seen.push(`insert ${index}`); }}
        onDuplicateRows={(from, count) => { seen.push(`duplicate ${from} ${count}`); }}
        onMoveRows={(from, count, to) => { seen.push(`move ${from} ${count} to ${to}`); }}
        onDeleteRows={(from, count) => { seen.push(`delete ${from} ${count}`); }}
      />
      <button type="button">After</button>
    </>
  );
}

const texts = () => screen.getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('gridcell').map((cell) => cell.textContent).join(' | '));

const focused = () => `${document.activeElement?.getAttribute('data-row')},${document.activeElement?.getAttribute('data-column')}`;

const open = async (row = 0, column = 0) => {
  const cell = within(screen.getAllByRole('row')[row + 1] ?? document.body).getAllByRole('gridcell')[column];
  if (cell) await userEvent.click(cell);
};

/** What goes to the clipboard from where the focus is. */
function copied(): string {
  const data = new Map<string, string>();
  fireEvent.copy(document.activeElement ?? document.body, { clipboardData: { setData: (type: string, text: string) => data.set(type, text) } });
  return data.get('text/plain') ?? '';
}

beforeEach(() => {
  seen.length = 0;
  // jsdom has no layout, and rows out of sight are not built.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400);
});

const rows = [['> 60', '4.0'], ['>= 50', '3.5'], ['< 50', '0']];

describe('a grid', () => {
  it('is one stop of the Tab key, goes from cell to cell with it, and is left after Escape', async () => {
    render(<Sheet first={rows} />);
    await userEvent.tab();
    expect(focused()).toBe('0,0');
    await userEvent.tab();
    await userEvent.tab();
    expect(focused()).toBe('1,0');
    await userEvent.keyboard('{Escape}');
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'After' })).toHaveFocus();
  });

  it('types into a cell as one step, and Escape takes it back before', async () => {
    render(<Sheet first={rows} />);
    await open(0, 1);
    await userEvent.keyboard('7{Escape}');
    expect(texts()[0]).toBe('> 60 | 4.0');
    await userEvent.keyboard('7.50{Enter}');
    expect(texts()[0]).toBe('> 60 | 7.50');
    expect(focused()).toBe('1,1');
    await userEvent.keyboard('{F2}0{Tab}');
    expect(texts()[1]).toBe('>= 50 | 3.50');
    expect(focused()).toBe('2,0');
    expect(seen).toEqual(['cell 1+0', 'cell 1+0']);
  });

  it('keeps what is typed when the field is left by a click', async () => {
    render(<Sheet first={rows} />);
    await open();
    await userEvent.keyboard('< 9');
    await userEvent.click(screen.getByRole('button', { name: 'After' }));
    expect(texts()[0]).toBe('< 9 | 4.0');
    expect(screen.getByRole('button', { name: 'After' })).toHaveFocus();
  });

  it('pastes what a spreadsheet copied as one step, adds rows, and says what had no place', async () => {
    render(<Sheet first={rows} />);
    await open(2, 1);
    await userEvent.paste('"1\n2"\tx\r\n3\r\n');
    expect(texts().slice(2)).toEqual(['< 50 | 1\n2', ' | 3']);
    expect(seen).toEqual(['paste 2+1']);
    expect(screen.getByText('2 cells pasted, 1 row added. 1 cell was right of the last column and left out.')).toBeInTheDocument();
  });

  it('copies, clears and fills a range', async () => {
    render(<Sheet first={rows} />);
    await open();
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowRight}{/Shift}');
    expect(screen.getAllByRole('gridcell', { selected: true })).toHaveLength(4);
    expect(copied()).toBe('> 60\t4.0\r\n>= 50\t3.5');
    await userEvent.keyboard('{Control>}d{/Control}');
    expect(texts()[1]).toBe('> 60 | 4.0');
    await userEvent.keyboard('{Delete}');
    expect(texts().slice(0, 2)).toEqual([' | ', ' | ']);
    expect(seen).toEqual(['fill down 2+0', 'clear 4+0']);
  });

  it('moves selected rows', async () => {
    render(<Sheet first={rows} />);
    await open(1, 0);
    await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
    expect(seen).toEqual(['move 1 1 to 0']);
    expect(focused()).toBe('0,0');
  });

  it('changes nothing where it is read-only, and still copies', async () => {
    render(<Sheet first={rows} readOnly />);
    await open();
    await userEvent.keyboard('x{Enter}{Delete}{Control>}d{/Control}{Alt>}{ArrowDown}{/Alt}');
    await userEvent.paste('y');
    expect(texts()).toEqual(['> 60 | 4.0', '>= 50 | 3.5', '< 50 | 0']);
    expect(seen).toEqual([]);
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(copied()).toBe('> 60');
    expect(screen.getByRole('grid')).toHaveAttribute('aria-readonly', 'true');
  });
});
