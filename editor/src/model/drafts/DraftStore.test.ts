import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftStore } from './DraftStore';
import type { DraftKeeper, DraftTransport, KeptText, SaveOutcome } from './draftDocument';

/** A server that keeps texts, with tags that count up. */
class Server implements DraftTransport {
  readonly texts = new Map<string, { text: string; tag: string }>();
  readonly saves: string[] = [];
  answer: SaveOutcome | null = null;
  private count = 0;

  constructor(texts: Record<string, string>) {
    for (const [name, text] of Object.entries(texts)) this.put(name, text);
  }

  put(name: string, text: string) {
    this.count += 1;
    this.texts.set(name, { text, tag: `t${this.count}` });
  }

  readonly list = () => Promise.resolve([...this.texts].map(([name, { tag }]) => ({ name, hash: tag })));

  readonly read = (name: string) => {
    const found = this.texts.get(name);
    return found ? Promise.resolve(found) : Promise.reject(new Error(`no ${name}`));
  };

  readonly save = (name: string, text: string | null, tag: string | null): Promise<SaveOutcome> => {
    this.saves.push(`${name}: ${text ?? 'removed'}`);
    if (this.answer) return Promise.resolve(this.answer);
    const theirs = this.texts.get(name) ?? null;
    if ((theirs?.tag ?? null) !== tag) return Promise.resolve({ kind: 'conflict', theirs });
    if (text === null) this.texts.delete(name);
    else this.put(name, text);
    return Promise.resolve({ kind: 'saved', tag: this.texts.get(name)?.tag ?? '' });
  };
}

class Keeper implements DraftKeeper {
  readonly kept = new Map<string, KeptText>();
  readonly all = () => [...this.kept.values()];
  readonly keep = (text: KeptText) => { this.kept.set(text.name, text); };
  readonly drop = (name: string) => { this.kept.delete(name); };
}

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

async function opened(server: Server, keeper = new Keeper()) {
  const store = new DraftStore({ transport: server, keeper });
  await store.open();
  await store.need('a');
  return store;
}

const document = (store: DraftStore) => store.snapshot().documents.get('a');

const append = (more: string) => (text: string | null) => (text ?? '') + more;

describe('a draft on the screen', () => {
  it('saves itself once, some time after the last key stroke', async () => {
    const server = new Server({ a: '1' });
    const store = await opened(server);
    store.edit('a', 'typing', append('2'), 'field');
    await vi.advanceTimersByTimeAsync(400);
    store.edit('a', 'typing', append('3'), 'field');
    expect(document(store)?.status.kind).toBe('waiting');
    await vi.advanceTimersByTimeAsync(400);
    expect(server.saves).toEqual([]);
    await vi.advanceTimersByTimeAsync(400);
    expect(server.saves).toEqual(['a: 123']);
    expect(document(store)?.status.kind).toBe('saved');
  });

  it('sends again what was typed while it was being saved', async () => {
    const server = new Server({ a: '1' });
    const store = await opened(server);
    store.edit('a', 'typing', append('2'));
    const flush = store.flush();
    store.edit('a', 'typing', append('3'));
    await flush;
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.texts.get('a')?.text).toBe('123');
  });

  it('takes typing in one field back as one step, and other steps one by one, over documents', async () => {
    const store = await opened(new Server({ a: '1', b: 'x' }));
    await store.need('b');
    store.edit('a', 'typing', append('2'), 'field');
    store.edit('a', 'typing', append('3'), 'field');
    store.edit('b', 'other', append('y'));
    expect(store.undo()?.label).toBe('other');
    expect(store.undo()?.label).toBe('typing');
    expect(document(store)?.text).toBe('1');
    expect(store.undo()).toBeNull();
    store.redo();
    expect(document(store)?.text).toBe('123');
  });

  it('never overwrites what somebody else saved: both texts are there until a person decides', async () => {
    const server = new Server({ a: '1' });
    const store = await opened(server);
    server.put('a', 'theirs');
    store.edit('a', 'typing', append('2'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(document(store)).toMatchObject({ text: '12', status: { kind: 'conflict', theirs: { text: 'theirs' } } });
    store.edit('a', 'typing', append('3'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.texts.get('a')?.text).toBe('theirs');
    store.resolve('a', 'both');
    await vi.advanceTimersByTimeAsync(10);
    expect(server.texts.get('a')?.text).toBe('both');
    expect(document(store)?.status.kind).toBe('saved');
  });

  it('is no conflict when both wrote the same', async () => {
    const server = new Server({ a: '1' });
    const store = await opened(server);
    server.put('a', '12');
    store.edit('a', 'typing', append('2'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(document(store)?.status.kind).toBe('saved');
  });

  it.each<SaveOutcome['kind']>(['lost', 'signedOut'])('tries again after %s', async (kind) => {
    const server = new Server({ a: '1' });
    const store = await opened(server);
    server.answer = kind === 'lost' ? { kind } : { kind: 'signedOut' };
    store.edit('a', 'typing', append('2'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(document(store)?.status.kind).toBe(kind);
    server.answer = null;
    await vi.advanceTimersByTimeAsync(3100);
    expect(server.texts.get('a')?.text).toBe('12');
  });

  it('does not repeat what is refused, until it is edited', async () => {
    const server = new Server({ a: '1' });
    const store = await opened(server);
    server.answer = { kind: 'refused', message: 'it is published' };
    store.edit('a', 'typing', append('2'));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(server.saves).toHaveLength(1);
    store.edit('a', 'typing', append('3'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.saves).toHaveLength(2);
  });

  it('keeps unsaved texts beyond the page, and goes on with them', async () => {
    const server = new Server({ a: '1' });
    const keeper = new Keeper();
    const first = await opened(server, keeper);
    first.edit('a', 'typing', append('2'));
    first.close();
    const second = await opened(server, keeper);
    expect(document(second)).toMatchObject({ text: '12', status: { kind: 'waiting' } });
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.texts.get('a')?.text).toBe('12');
    expect(keeper.all()).toEqual([]);
  });

  it('shows a conflict when the document moved on while unsaved text was kept', async () => {
    const server = new Server({ a: '1' });
    const keeper = new Keeper();
    const first = await opened(server, keeper);
    first.edit('a', 'typing', append('2'));
    first.close();
    server.put('a', 'theirs');
    const second = await opened(server, keeper);
    expect(document(second)?.status).toMatchObject({ kind: 'conflict', theirs: { text: 'theirs' } });
  });

  it('follows what others save in what is untouched here, and forgets steps over it', async () => {
    const server = new Server({ a: '1', b: 'x' });
    const store = await opened(server);
    store.edit('a', 'typing', append('2'));
    await vi.advanceTimersByTimeAsync(1000);
    server.put('a', 'theirs');
    await store.refresh();
    expect(document(store)?.text).toBe('theirs');
    expect(store.undo()).toBeNull();
  });

  it('lets a single key be asked about at once, and waits for whoever is in a hurry or writes on', async () => {
    const store = await opened(new Server({ a: '1' }));
    expect(store.pauseLeft(200)).toBe(0);
    store.edit('a', 'typing', append('2'));
    expect([store.pauseLeft(), store.pauseLeft(200)]).toEqual([0, 200]);
    await vi.advanceTimersByTimeAsync(30);
    expect(store.pauseLeft(200)).toBe(170);
    store.edit('a', 'typing', append('3'));
    expect([store.pauseLeft(), store.pauseLeft(200)]).toEqual([35, 200]);
    await vi.advanceTimersByTimeAsync(35);
    expect([store.pauseLeft(), store.pauseLeft(200)]).toEqual([0, 165]);
    store.edit('a', 'typing', append('4'));
    expect(store.pauseLeft()).toBe(0);
  });

  it('makes and removes documents', async () => {
    const server = new Server({ a: '1' });
    const store = await opened(server);
    store.edit('new', 'new document', () => '{}');
    store.edit('a', 'removed', () => null);
    expect(store.snapshot().names).toEqual(['new']);
    await vi.advanceTimersByTimeAsync(1000);
    expect([...server.texts.keys()]).toEqual(['new']);
  });
});
