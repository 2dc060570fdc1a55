import type { DraftStore } from '../../model/drafts/DraftStore';
import { pause } from '../../model/pause';

/** Most people write a key every 150 to 250 ms: what nobody waits for while they write is asked about when they stop. */
export const betweenKeys = 300;

/** Waits until nobody has written for so many milliseconds; a question that a newer text overtakes is given up meanwhile. */
export async function calm(store: DraftStore, signal?: AbortSignal, milliseconds = betweenKeys): Promise<void> {
  for (let left = store.pauseLeft(milliseconds); left > 0; left = store.pauseLeft(milliseconds)) await pause(left, signal);
}
