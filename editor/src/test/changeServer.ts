import { vi } from 'vitest';
import type { ChangeAnswer, ChangeDifferencesAnswer, CommentAnswer, ExaminationAnswer } from '../api/generated';
import type { Session } from '../model/session';
import { library } from './fixtures';
import { anna, type Answer } from './server';

export interface ChangeState {
  session: Session;
  change: ChangeAnswer;
  examination: ExaminationAnswer;
  differences: ChangeDifferencesAnswer;
  comments: readonly CommentAnswer[];
  newest: number;
  /** Texts of the change by name. */
  texts: Record<string, string>;
  /** What else it answers to reads, by path. */
  answers?: Readonly<Record<string, unknown>>;
}

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export const changeOf = (more: Partial<ChangeAnswer> = {}): ChangeAnswer => ({
  id: 7, title: 'Limit of calcium', description: 'Why it changes.', state: 'draft', base: 3, contentHash: 'sha256:one', createdBy: 'anna', createdAt: '2026-11-01T10:00:00Z', updatedAt: '2026-11-02T10:00:00Z',
  authors: ['anna'], documents: [{ name: 'calcium/workflow.json', kind: 'edited', baseHash: 'a', hash: 'b', editedBy: 'anna', editedAt: '2026-11-02T10:00:00Z' }], reviews: [], evidence: null, against: null, publishedAs: null, ...more,
});

export const examinationOf = (more: Partial<ExaminationAnswer> = {}): ExaminationAnswer => ({
  contentHash: 'sha256:one', base: 3, against: 0, diagnostics: [], cases: { passed: 12, failed: [] }, caseChanges: [], impact: { tried: 12, affected: 0, groups: [] }, missingMetadata: [], ...more,
});

const tagOf = (text: string) => encodeURIComponent(text);

/** Stands in for a server with one change; what changes something is answered by the test. */
export function serveChange(given: Partial<ChangeState>, act: (request: Request, state: ChangeState) => Answer | null = () => null) {
  const state: ChangeState = {
    session: anna, change: changeOf(), examination: examinationOf(), differences: { base: 3, contentHash: 'sha256:one', documents: [] }, comments: [], newest: 3,
    texts: { 'calcium/workflow.json': '{ "WorkflowName": "Calcium", "Title": "Calcium in serum" }', 'facts/patient.schema.json': '{}' }, ...given,
  };
  const sent: Request[] = [];
  const read = (path: string): unknown => {
    const document = /^\/changes\/7\/documents\/(.+)$/.exec(path)?.[1];
    if (document !== undefined) return state.texts[document];
    return {
      '/session': state.session, '/workflows': library, '/retirements': [],
      '/releases': [{ number: state.newest, live: true, status: 'approved' }],
      '/changes': [state.change], '/changes/7': state.change, '/changes/7/examination': state.examination, '/changes/7/differences': state.differences, '/changes/7/comments': state.comments,
      '/changes/7/documents': Object.keys(state.texts).map((name) => ({ name, hash: tagOf(state.texts[name] ?? '') })),
      ...state.answers,
    }[path];
  };
  vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => {
    const method = init.method ?? 'GET';
    const path = url.replace('/api/v1', '');
    const answered = (status: number, body: unknown, tag?: string) => Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers: tag ? { ETag: `"${tag}"` } : {} }));
    if (path === '/language/replay') return answered(200, { passed: 0, failed: 0, milliseconds: 1, workflows: [], results: [] });
    if (path.startsWith('/language/')) return answered(200, { diagnostics: [] });
    if (method === 'GET') {
      const found = read(path);
      return found === undefined ? answered(404, { title: 'Not found', status: 404 }) : answered(200, found, typeof found === 'string' ? tagOf(found) : undefined);
    }
    const body: unknown = typeof init.body === 'string' && init.body !== '' && path.endsWith('.json') === false ? JSON.parse(init.body) : init.body;
    const request = { method, path, body };
    sent.push(request);
    const document = /^\/changes\/7\/documents\/(.+)$/.exec(path)?.[1];
    if (method === 'PUT' && document !== undefined) {
      state.texts[document] = String(body);
      return answered(200, {}, tagOf(String(body)));
    }
    const answer = act(request, state);
    return answered(answer?.status ?? 200, answer?.body ?? state.change);
  });
  return { sent, state };
}
