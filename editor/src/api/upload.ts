import type { InputKind } from '../model/cohorts/input';
import { accepted, base } from './client';
import { inputPath, taggedCohort, type TaggedCohort } from './cohorts';
import { ConnectionLost } from './problem';
import { getSession, withToken } from './session';

interface Sending {
  readonly file: Blob;
  readonly kind: InputKind;
  /** Between the fields of a table; null: what its first lines say. */
  readonly separator: string | null;
  readonly sent: (bytes: number) => void;
  readonly signal: AbortSignal;
}

/** The input of a run. The browser reads the file while it sends it, so that its size does not matter. */
export async function sendInput(id: string, sending: Sending): Promise<TaggedCohort> {
  // A token that is an old one would be noticed only after a large file was on its way.
  await getSession(sending.signal);
  return withToken(async (token) => taggedCohort(await accepted(await put(inputPath(id, sending.kind.type === 'text/csv' ? sending.separator : null), sending, token))));
}

/** By XMLHttpRequest, which says how much has been sent; `fetch` does not. */
function put(path: string, { file, kind: { type, isGzip }, sent, signal }: Sending, token: Readonly<Record<string, string>>): Promise<Response> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('PUT', base + path);
    const headers = { Accept: 'application/json', 'Content-Type': type, ...(isGzip ? { 'Content-Encoding': 'gzip' } : {}), ...token };
    for (const [name, value] of Object.entries(headers)) sending.setRequestHeader(name, value);
    sending.upload.onprogress = ({ loaded }) => { sent(loaded); };
    sending.onload = () => {
      const tag = sending.getResponseHeader('ETag');
      resolve(new Response(sending.responseText, { status: sending.status, headers: tag === null ? {} : { ETag: tag } }));
    };
    sending.onerror = () => { void brokenOff().then(reject); };
    sending.onabort = () => { reject(new DOMException('', 'AbortError')); };
    signal.addEventListener('abort', () => { sending.abort(); });
    sending.send(file);
  });
}

/** A server that refuses a large body may close the connection before its answer is read, which looks like one that is not there. */
const brokenOff = () => getSession().then(
  () => new Error('the connection broke off before the file had arrived, and nothing of it was kept; send it again, and if it breaks off again, ask the administrator how large an input may be'),
  (cause: unknown) => new ConnectionLost(cause));
