import { decideAt, send, type FactQuestion, type TimedDecision } from './client';
import { draftBody } from './draftBody';

/** What a request about unfinished documents says of them: the change they stand on (none: what is live), and the texts that it does not have yet. */
export interface DraftPlace {
  readonly change?: number;
  readonly documents?: Readonly<Record<string, string | null>>;
}

/** One of the routes that help to write rules; they store nothing, so they need no token. */
export const askLanguage = <T>(route: 'check' | 'complete' | 'hover' | 'explain' | 'outline' | 'decide' | 'replay', { documents, ...question }: DraftPlace & Readonly<Record<string, unknown>>, signal?: AbortSignal) =>
  send(`/language/${route}`, { method: 'POST', body: draftBody(JSON.stringify(question), documents), headers: { 'Content-Type': 'application/json' }, signal }) as Promise<T>;

/** Decides with documents as they are on the screen. `request` is the body of an execute request: its numbers are exact, so it is not parsed. */
export const decideDraft = (place: DraftPlace, workflow: string, request: string, signal?: AbortSignal): Promise<TimedDecision> =>
  decideAt('/language/decide', aboutDraft(place, workflow, request), signal);

/** The same for what can be asked about facts beside the decision. */
export const askAboutDraft = <T>(place: DraftPlace, workflow: string, question: FactQuestion, request: string, signal?: AbortSignal) =>
  send(`/language/${question}`, { method: 'POST', body: aboutDraft(place, workflow, request), signal, headers: { 'Content-Type': 'application/json' } }) as Promise<T>;

function aboutDraft({ documents, ...place }: DraftPlace, workflow: string, request: string) {
  const about = JSON.stringify({ ...place, workflow });
  return draftBody(`${about.slice(0, -1)},${request.slice(1)}`, documents);
}
