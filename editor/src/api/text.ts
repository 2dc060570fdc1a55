import { request } from './client';
import { withToken } from './session';

/** A document as its author typed it, and the tag by which the server knows this text. */
export interface TaggedText {
  readonly text: string;
  readonly tag: string;
}

export const tagOf = (response: Response) => response.headers.get('ETag')?.replaceAll('"', '') ?? '';

/** The path of a document below that of its change or release; its name has slashes. */
export const documentPath = (of: string, name: string) => `${of}/documents/${name.split('/').map(encodeURIComponent).join('/')}`;

export async function getText(path: string, signal?: AbortSignal): Promise<TaggedText> {
  const response = await request(path, { cache: 'no-cache', signal });
  return { text: await response.text(), tag: tagOf(response) };
}

/** `tag` null: the document is new. `text` null removes it. Gives the new tag. */
export const putText = (path: string, text: string | null, tag: string | null): Promise<string> =>
  withToken(async (token) => tagOf(await request(path, {
    method: text === null ? 'DELETE' : 'PUT',
    headers: {
      Accept: 'application/json',
      ...(tag === null ? { 'If-None-Match': '*' } : { 'If-Match': `"${tag}"` }),
      ...(text === null ? {} : { 'Content-Type': path.endsWith('.json') ? 'application/json' : 'text/markdown' }),
      ...token,
    },
    ...(text === null ? {} : { body: text }),
  })));
