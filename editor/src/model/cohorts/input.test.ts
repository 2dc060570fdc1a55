import { describe, expect, it } from 'vitest';
import { inputKind } from './input';

const bytes = (text: string) => new TextEncoder().encode(text);
const gzip = new Uint8Array([0x1f, 0x8b, 8, 0]);

describe('what a file is sent as', () => {
  it.each<[string, Uint8Array, string, boolean]>([
    ['patients.csv', bytes('a;b'), 'text/csv', false],
    ['PATIENTS.CSV', bytes('a;b'), 'text/csv', false],
    ['patients.tsv', bytes('a\tb'), 'text/csv', false],
    ['patients.ndjson', bytes('{}'), 'application/x-ndjson', false],
    ['patients.jsonl', bytes('{}'), 'application/x-ndjson', false],
    ['patients.csv.gz', gzip, 'text/csv', true],
    ['patients.ndjson.gz', gzip, 'application/x-ndjson', true],
    ['patients.csv', gzip, 'text/csv', true],
    ['export.txt', bytes('\uFEFFid;calcium'), 'text/csv', false],
    ['export.txt', bytes('\uFEFF {"patient":{}}'), 'application/x-ndjson', false],
    ['export.json', bytes('\n{"patient":{}}'), 'application/x-ndjson', false],
  ])('%s', (name, head, type, isGzip) => {
    expect(inputKind(name, head)).toEqual({ kind: { type, isGzip } });
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['empty.csv', bytes(''), /empty/],
    ['patients.xlsx', new Uint8Array([0x50, 0x4b, 3, 4]), /Excel workbook.*CSV UTF-8/],
    ['patients.csv', new Uint8Array([0x50, 0x4b, 3, 4]), /zip archive/],
    ['patients.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), /old kind.*CSV UTF-8/],
    ['patients.csv', new Uint8Array([0xff, 0xfe, 0x61, 0]), /UTF-16/],
    ['patients.csv.gz', bytes('a;b'), /compressed with gzip, and it is not/],
    ['patients.pdf', bytes('%PDF'), /does not say what the file is/],
    ['patients.json', bytes('[{}]'), /does not say what the file is/],
    ['patients.gz', gzip, /does not say what the file is/],
  ])('refuses %s and says what to do', (name, head, problem) => {
    const look = inputKind(name, head);
    expect('problem' in look && look.problem).toMatch(problem);
  });
});
