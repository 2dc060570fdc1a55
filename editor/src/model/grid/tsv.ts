/** Cells as spreadsheets put them on the clipboard. */

const needsQuotes = (cell: string) => /[\t\r\n]/.test(cell) || cell.startsWith('"');

export const writeTsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => (needsQuotes(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\r\n');

/**
 * Reads what a spreadsheet copied. Some quote only cells with tabs and line breaks and leave `"low"` as it is, others double every quotation
 * mark: a cell counts as quoted only when its quotes had a reason, so that a text value keeps its own.
 */
export function readTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let i = 0;
  for (;;) {
    const quoted = text[i] === '"' ? quotedCell(text, i) : null;
    const end = quoted?.end ?? endOfPlain(text, i);
    rows.at(-1)?.push(quoted?.cell ?? text.slice(i, end));
    if (end >= text.length) break;
    const lineEnd = /^(?:\r\n|\r|\n)/.exec(text.slice(end, end + 2))?.[0];
    i = end + (lineEnd?.length ?? 1);
    if (lineEnd === undefined) continue;
    // A line end behind the last row begins no further one.
    if (i >= text.length) break;
    rows.push([]);
  }
  return rows;
}

function endOfPlain(text: string, from: number): number {
  const length = text.slice(from).search(/[\t\r\n]/);
  return length < 0 ? text.length : from + length;
}

function quotedCell(text: string, from: number): { readonly cell: string; readonly end: number } | null {
  for (let i = from + 1; i < text.length; i += 1) {
    if (text[i] !== '"') continue;
    if (text[i + 1] === '"') {
      i += 1;
      continue;
    }
    const end = i + 1;
    if (end < text.length && !/[\t\r\n]/.test(text[end] ?? '')) return null;
    const inner = text.slice(from + 1, i);
    return /[\t\r\n"]/.test(inner) ? { cell: inner.replaceAll('""', '"'), end } : null;
  }
  return null;
}
