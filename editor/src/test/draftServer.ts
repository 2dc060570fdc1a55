import { vi } from 'vitest';
import { decision, library, mirels, schemas } from './fixtures';
import { anna, type Answer } from './server';

/** Stands in for a server with one change: its documents are kept, language routes and other `reads` are answered by the test. */
export function serveDraft(documents: Record<string, string>, routes: Partial<Record<'decide' | 'replay' | 'check' | 'outline' | 'questions' | 'contrast', (body: string) => Answer>> = {}, reads: Readonly<Record<string, (texts: ReadonlyMap<string, string>) => Answer>> = {}) {
  const texts = new Map(Object.entries(documents));
  const sent: { readonly route: string; readonly body: string }[] = [];
  const tagOf = (text: string) => `tag-${text.length}-${[...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7)}`;
  const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
  const change = { id: 1, title: 'Limits', description: '', state: 'draft', base: 1, contentHash: 'h', createdBy: 'anna', createdAt: '2026-01-31T10:00:00Z', updatedAt: '2026-01-31T10:00:00Z', authors: [], documents: [], reviews: [], evidence: null, against: null, publishedAs: null };
  const usual: Record<string, (body: string) => Answer> = {
    check: () => ({ body: { diagnostics: [] } }),
    outline: () => ({ body: { facts: mirels.facts, scores: [], rules: [], tables: [], params: [], diagnostics: [] } }),
    decide: () => ({ body: decision('mirels-range') }),
    replay: () => ({ body: { passed: 0, failed: 0, milliseconds: 1, workflows: [], results: [] } }),
  };
  vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => Promise.resolve(answer(url.replace('/api/v1', ''), init)));

  function answer(path: string, { method = 'GET', body }: RequestInit): Response {
    const route = /^\/language\/(\w+)$/.exec(path)?.[1];
    if (route) {
      sent.push({ route, body: String(body) });
      const { status = 200, body: told } = (routes as typeof usual)[route]?.(String(body)) ?? usual[route]?.(String(body)) ?? { status: 404, body: {} };
      return json(told, status);
    }
    const name = /^\/changes\/1\/documents\/(.+)$/.exec(path)?.[1];
    if (name && method === 'PUT') texts.set(name, String(body));
    if (name) {
      const text = texts.get(name);
      return text === undefined ? json({}, 404) : new Response(method === 'GET' ? text : null, { headers: { ETag: `"${tagOf(text)}"` } });
    }
    const read = reads[path];
    if (read) {
      const { status = 200, body: told } = read(texts);
      return json(told, status);
    }
    const known: Record<string, unknown> = {
      '/session': anna,
      '/workflows': library,
      '/retirements': [],
      '/releases': [],
      '/changes': [change],
      '/changes/1': change,
      '/changes/1/documents': [...texts].map(([document, text]) => ({ name: document, hash: tagOf(text) })),
    };
    return path in known ? json(known[path]) : json({ title: 'Not found', status: 404 }, 404);
  }
  return { sent, textOf: (name: string) => texts.get(name) ?? null };
}

export const lesionSchema = JSON.stringify(schemas.lesion);
