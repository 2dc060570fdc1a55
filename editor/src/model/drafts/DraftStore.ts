import { isEdited, type DraftDocument, type DraftKeeper, type DraftTransport, type SaveOutcome, type SavedText } from './draftDocument';
import { emptyHistory, forget, record, redo, undo, type History, type Step } from './history';

export interface DraftSnapshot {
  /** Names of all documents that the draft has on this screen. */
  readonly names: readonly string[];
  /** Those that were opened. */
  readonly documents: ReadonlyMap<string, DraftDocument>;
  /** Names what the server has of all documents: the same while nobody saves anything. */
  readonly saved: string;
  /** Goes up with every change of a text, whoever made it. */
  readonly revision: number;
  readonly history: History;
}

export interface DraftOptions {
  readonly transport: DraftTransport;
  readonly keeper?: DraftKeeper;
  readonly now?: () => number;
  /** After the last key stroke. */
  readonly saveAfter?: number;
  readonly retryAfter?: number;
}

/** Changes that follow each other sooner than this come from a key that is held, or from several fingers: more of them are to be expected. */
const hurry = 35;

let stores = 0;
const nextStore = () => { stores += 1; return stores; };

/**
 * The documents of one change as they are on the screen. Edits are kept at once (also across a crash), saved by themselves, and never
 * overwrite what somebody else saved. One for a page; listeners hear of every change.
 */
export class DraftStore {
  /** Another store has other texts under the same revision. */
  readonly id = nextStore();
  private readonly transport: DraftTransport;
  private readonly keeper: DraftKeeper | undefined;
  private readonly now: () => number;
  private readonly saveAfter: number;
  private readonly retryAfter: number;
  private readonly listeners = new Set<() => void>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly opening = new Map<string, Promise<void>>();
  private hashes = new Map<string, string>();
  private edited = { at: -Infinity, hurried: false };
  private state: DraftSnapshot = { names: [], documents: new Map(), saved: '', revision: 0, history: emptyHistory };

  constructor({ transport, keeper, now = Date.now, saveAfter = 700, retryAfter = 3000 }: DraftOptions) {
    this.transport = transport;
    this.keeper = keeper;
    this.now = now;
    this.saveAfter = saveAfter;
    this.retryAfter = retryAfter;
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => { this.listeners.delete(listener); };
  };

  readonly snapshot = (): DraftSnapshot => this.state;

  /** Milliseconds until nobody has written for `calm`. Whoever is in a hurry is waited for a little in any case; after a single key nobody has to wait. */
  pauseLeft(calm = 0): number {
    const { at, hurried } = this.edited;
    return Math.max(0, at + Math.max(calm, hurried ? hurry : 0) - this.now());
  }

  /** Reads the list of documents, and what was left unsaved by an earlier page. Throws what the transport throws. */
  async open(): Promise<void> {
    await this.list();
    await Promise.all((this.keeper?.all() ?? []).map(async (kept) => {
      if (this.hashes.has(kept.name)) await this.need(kept.name);
      const document = this.state.documents.get(kept.name) ?? { name: kept.name, text: null, saved: null, status: { kind: 'saved' } as const };
      if (kept.text === (document.saved?.text ?? null)) {
        this.keeper?.drop(kept.name);
        return;
      }
      const moved = kept.tag !== (document.saved?.tag ?? null);
      this.put({ ...document, text: kept.text, status: moved ? { kind: 'conflict', theirs: document.saved } : { kind: 'waiting' } });
      if (!moved) this.schedule(kept.name, this.saveAfter);
    }));
  }

  /** Brings a document here; it is in the snapshot when the promise is done. */
  async need(name: string): Promise<void> {
    if (this.state.documents.has(name)) return;
    const running = this.opening.get(name);
    if (running) return running;
    const read = this.transport.read(name).then((saved) => {
      if (!this.state.documents.has(name)) this.put({ name, text: saved.text, saved, status: { kind: 'saved' } });
    }).finally(() => { this.opening.delete(name); });
    this.opening.set(name, read);
    return read;
  }

  /** Looks whether somebody else saved something; what is untouched here follows. */
  async refresh(): Promise<void> {
    const before = this.hashes;
    await this.list();
    const names = new Set([...before.keys(), ...this.hashes.keys()]);
    if ([...names].some((name) => !this.state.documents.has(name) && before.get(name) !== this.hashes.get(name))) this.publish(this.state.documents, this.state.revision + 1);
    await Promise.all([...this.state.documents.values()].map(async ({ name }) => {
      const hash = this.hashes.get(name);
      if (hash === before.get(name)) return;
      const document = this.state.documents.get(name);
      if (!document || isEdited(document) || hash === document.saved?.tag) return;
      const saved = hash === undefined ? null : await this.transport.read(name);
      const still = this.state.documents.get(name);
      if (!still || isEdited(still) || saved?.tag === still.saved?.tag) return;
      this.state = { ...this.state, history: forget(this.state.history, name) };
      this.put({ name, text: saved?.text ?? null, saved, status: { kind: 'saved' } });
    }));
  }

  /** `edit` gets the text on the screen (null: none) and gives the new one. */
  edit(name: string, label: string, edit: (text: string | null) => string | null, key: string | null = null): void {
    const document = this.state.documents.get(name) ?? { name, text: null, saved: null, status: { kind: 'saved' } as const };
    const after = edit(document.text);
    if (after === document.text) return;
    const step: Step = { document: name, before: document.text, after, label, key, at: this.now() };
    this.state = { ...this.state, history: record(this.state.history, step) };
    this.write(document, after);
  }

  undo(): Step | null {
    return this.travel(undo(this.state.history), 'before');
  }

  redo(): Step | null {
    return this.travel(redo(this.state.history), 'after');
  }

  /** Settles a conflict: `text` shall stand, knowing what they wrote. */
  resolve(name: string, text: string | null): void {
    const document = this.state.documents.get(name);
    if (document?.status.kind !== 'conflict') return;
    const saved = document.status.theirs;
    this.state = { ...this.state, history: forget(this.state.history, name) };
    const next = { ...document, text, saved };
    this.put({ ...next, status: { kind: isEdited(next) ? 'waiting' : 'saved' } });
    this.keep(next);
    if (isEdited(next)) this.schedule(name, 0);
  }

  /** Sends everything that waits, at once. */
  async flush(): Promise<void> {
    await Promise.all([...this.state.documents.values()].filter((document) => isEdited(document) && sendable(document)).map(({ name }) => this.send(name)));
  }

  /** Stops sending; what is unsaved stays kept. */
  close(): void {
    this.timers.forEach((timer) => { clearTimeout(timer); });
    this.timers.clear();
  }

  private travel(found: ReturnType<typeof undo>, side: 'before' | 'after'): Step | null {
    if (!found) return null;
    const { step, history } = found;
    const document = this.state.documents.get(step.document);
    if (!document) return null;
    this.state = { ...this.state, history };
    this.write(document, step[side]);
    return step;
  }

  private write(document: DraftDocument, text: string | null): void {
    const at = this.now();
    this.edited = { at, hurried: at - this.edited.at < hurry };
    const next = { ...document, text };
    const status = document.status.kind === 'conflict' || document.status.kind === 'saving' ? document.status : ({ kind: isEdited(next) ? 'waiting' : 'saved' } as const);
    this.put({ ...next, status });
    this.keep(next);
    if (status.kind === 'waiting') this.schedule(document.name, this.saveAfter);
  }

  private keep(document: DraftDocument): void {
    if (isEdited(document)) this.keeper?.keep({ name: document.name, text: document.text, tag: document.saved?.tag ?? null });
    else this.keeper?.drop(document.name);
  }

  private schedule(name: string, after: number): void {
    clearTimeout(this.timers.get(name));
    this.timers.set(name, setTimeout(() => { void this.send(name); }, after));
  }

  private async send(name: string): Promise<void> {
    clearTimeout(this.timers.get(name));
    const document = this.state.documents.get(name);
    if (!document || !isEdited(document) || !sendable(document)) return;
    const { text } = document;
    this.put({ ...document, status: { kind: 'saving' } });
    this.settle(name, text, await this.transport.save(name, text, document.saved?.tag ?? null));
  }

  private settle(name: string, sent: string | null, outcome: SaveOutcome): void {
    const document = this.state.documents.get(name);
    if (!document) return;
    if (outcome.kind !== 'saved') {
      // Both sides may have come to the same text.
      if (outcome.kind === 'conflict' && (outcome.theirs?.text ?? null) === document.text) {
        this.have(document, outcome.theirs);
        return;
      }
      this.put({ ...document, status: outcome });
      if (outcome.kind === 'lost' || outcome.kind === 'signedOut') this.schedule(name, this.retryAfter);
      return;
    }
    this.have(document, sent === null ? null : { text: sent, tag: outcome.tag });
  }

  private have(document: DraftDocument, saved: SavedText | null): void {
    const next = { ...document, saved };
    if (saved) this.hashes.set(document.name, saved.tag);
    else this.hashes.delete(document.name);
    this.nameSaved();
    this.put({ ...next, status: { kind: isEdited(next) ? 'waiting' : 'saved' } });
    this.keep(next);
    if (isEdited(next)) this.schedule(document.name, this.saveAfter);
  }

  private async list(): Promise<void> {
    this.hashes = new Map((await this.transport.list()).map(({ name, hash }) => [name, hash]));
    this.nameSaved();
    this.publish(this.state.documents, this.state.revision);
  }

  private nameSaved(): void {
    this.state = { ...this.state, saved: [...this.hashes].map(([name, hash]) => `${name} ${hash}`).sort().join('\n') };
  }

  private put(document: DraftDocument): void {
    const old = this.state.documents.get(document.name);
    const documents = new Map(this.state.documents).set(document.name, document);
    // Opening a document changes nothing of what the draft says.
    const changed = old ? old.text !== document.text : isEdited(document);
    this.publish(documents, changed ? this.state.revision + 1 : this.state.revision);
  }

  private publish(documents: ReadonlyMap<string, DraftDocument>, revision: number): void {
    const names = new Set(this.hashes.keys());
    documents.forEach(({ text }, name) => { if (text === null) names.delete(name); else names.add(name); });
    this.state = { ...this.state, names: [...names].sort(), documents, revision };
    this.listeners.forEach((listener) => { listener(); });
  }
}

const sendable = ({ status }: DraftDocument) => status.kind !== 'conflict' && status.kind !== 'saving' && status.kind !== 'refused';
