import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pause } from './pause';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

describe('a pause', () => {
  it('is over after its time', async () => {
    const over = vi.fn();
    void pause(20, new AbortController().signal).then(over);
    await vi.advanceTimersByTimeAsync(19);
    expect(over).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(over).toHaveBeenCalledOnce();
  });

  it('is given up at once with the question that it stands before', async () => {
    const asked = new AbortController();
    const waited = pause(1000, asked.signal);
    asked.abort();
    await expect(waited).rejects.toBe(asked.signal.reason);
    expect(vi.getTimerCount()).toBe(0);
    await expect(pause(1000, asked.signal)).rejects.toBe(asked.signal.reason);
  });
});
