import type { DraftStore } from '../../model/drafts/DraftStore';
import { pause } from '../../model/pause';

/** Waits until nobody has written for so many milliseconds; a question that a newer text overtakes is given up meanwhile. */
export async function calm(store: DraftStore, milliseconds: number, signal?: AbortSignal): Promise<void> {
  for (let left = store.pauseLeft(milliseconds); left > 0; left = store.pauseLeft(milliseconds)) await pause(left, signal);
}
