import { describe, expect, it } from 'vitest';
import { draftBody } from './draftBody';

/** The stand-in for a browser has no other way to read one. */
const textOf = (blob: Blob) => new Promise<string>((done) => {
  const reader = new FileReader();
  reader.onload = () => { done(String(reader.result)); };
  reader.readAsText(blob);
});

const read = async (body: string | Blob): Promise<unknown> => JSON.parse(typeof body === 'string' ? body : await textOf(body));

describe('a question about unfinished documents', () => {
  it('is the question alone when there are none', () => {
    expect(draftBody('{"change":1}', undefined)).toBe('{"change":1}');
  });

  it('carries short texts and removed documents, and keeps every digit of the question', () => {
    expect(draftBody('{"facts":{"a":2.60}}', { a: '"x"', b: null })).toBe('{"facts":{"a":2.60},"documents":{"a":"\\"x\\"","b":null}}');
    expect(draftBody('{}', { a: '' })).toBe('{"documents":{"a":""}}');
  });

  it('carries long texts next to short ones', async () => {
    const long = '"ä\n'.repeat(20_000);
    for (const question of ['{}', '{"change":1}']) {
      const body = draftBody(question, { long, b: null, c: 'short', again: long });
      expect(body).toBeInstanceOf(Blob);
      expect(await read(body)).toEqual({ ...JSON.parse(question), documents: { long, b: null, c: 'short', again: long } });
    }
  });
});
