import { describe, expect, it } from 'vitest';
import { readTsv, writeTsv } from './tsv';

describe('cells on the clipboard', () => {
  it.each<[string, string, string[][]]>([
    ['rows and columns', 'a\tb\nc\td', [['a', 'b'], ['c', 'd']]],
    ['a line end behind the last row', 'a\tb\r\nc\td\r\n', [['a', 'b'], ['c', 'd']]],
    ['old line ends', 'a\rb', [['a'], ['b']]],
    ['empty cells', '\ta\t\n\t\t', [['', 'a', ''], ['', '', '']]],
    ['an empty row in the middle', 'a\n\nb', [['a'], [''], ['b']]],
    ['one empty cell', '', [['']]],
    ['a line break in a cell', '"one\ntwo"\tb', [['one\ntwo', 'b']]],
    ['a tab in a cell', '"one\ttwo"', [['one\ttwo']]],
    ['doubled quotes', '"""low"""\tb', [['"low"', 'b']]],
    ['quotes that a spreadsheet left alone', '"low"\tb', [['"low"', 'b']]],
    ['alternatives of texts', '"low" or "mid"\tb', [['"low" or "mid"', 'b']]],
    ['an empty text value', '""\tb', [['""', 'b']]],
    ['a quote that nothing closes', '"low\tb\nc', [['"low', 'b'], ['c']]],
    ['a quote inside a cell', 'a "b" c', [['a "b" c']]],
  ])('reads %s', (_, text, rows) => {
    expect(readTsv(text)).toEqual(rows);
  });

  it.each<[string, string[][]]>([
    ['patterns', [['>= 30 and < 40', '_'], ['"low" or "mid"', '4.0']]],
    ['texts alone', [['"low"'], ['""'], ['"']]],
    ['tabs, line breaks and quotes', [['a\tb', 'c\r\nd'], ['"e"\n', '']]],
    ['nothing', [['', ''], ['', '']]],
  ])('what is written is read back: %s', (_, rows) => {
    expect(readTsv(writeTsv(rows))).toEqual(rows);
  });
});
