/** What a file is sent as. */
export interface InputKind {
  readonly type: 'text/csv' | 'application/x-ndjson';
  readonly isGzip: boolean;
}

export type InputLook = { readonly kind: InputKind } | { readonly problem: string };

/** As many bytes of the beginning as tell what a file is. */
export const headLength = 64;

const csvSaved = 'Save it as “CSV UTF-8” in the spreadsheet program, and choose that file.';

/** What a file is, by its name and its first bytes; or why it cannot be taken, with what to do. */
export function inputKind(name: string, head: Uint8Array): InputLook {
  if (head.length === 0) return { problem: 'The file is empty. Choose the one with the patients.' };
  const starts = (...bytes: readonly number[]) => bytes.every((byte, i) => head[i] === byte);
  if (starts(0x50, 0x4b)) return { problem: /\.xls[xm]$/i.test(name) ? `This is an Excel workbook. ${csvSaved}` : 'This is a zip archive. Unpack it and choose the file inside, or compress that with gzip (.gz).' };
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return { problem: `This is a workbook of an old kind. ${csvSaved}` };
  if (starts(0xff, 0xfe) || starts(0xfe, 0xff)) return { problem: `The file is written in UTF-16. ${csvSaved}` };
  const isGzip = starts(0x1f, 0x8b);
  const plain = name.replace(/\.gz$/i, '');
  if (/\.gz$/i.test(name) && !isGzip) return { problem: 'The name says that the file is compressed with gzip, and it is not. Choose the original file.' };
  const type = typeOf(plain, isGzip ? null : head);
  if (!type) return { problem: 'The name does not say what the file is. End it in .csv for a table or .ndjson for a line of JSON per patient (then .gz if it is compressed).' };
  return { kind: { type, isGzip } };
}

function typeOf(name: string, head: Uint8Array | null): InputKind['type'] | null {
  if (/\.(?:ndjson|jsonl)$/i.test(name)) return 'application/x-ndjson';
  if (/\.(?:csv|tsv)$/i.test(name)) return 'text/csv';
  if (!/\.(?:txt|json)$/i.test(name) || !head) return null;
  const first = [...head].find((byte) => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf);
  if (first === 0x7b) return 'application/x-ndjson';
  return /\.txt$/i.test(name) ? 'text/csv' : null;
}
