import { duplicateItem, insertAt, setAt } from '../documents/editJson';
import { nameFor, takenNames } from '../documents/names';
import { newScoreItem } from '../documents/newParts';
import { memberOrder, type ScoreItemView, type ScoreView, type WorkflowView } from '../documents/workflowDocument';

/** A further item with a name that nothing else has. */
export function addItem(text: string, view: WorkflowView, score: ScoreView): string {
  const name = nameFor(`${score.name} item ${score.items.length + 1}`, false, takenNames(view));
  return insertAt(text, [...score.path, 'Items'], score.items.length, newScoreItem(name), memberOrder.score);
}

/** A copy behind its original, under a name of its own: two items of one name could not be told apart. */
export function copyItem(text: string, view: WorkflowView, score: ScoreView, index: number): string {
  const item = score.items[index];
  if (!item) return text;
  const list = [...score.path, 'Items'];
  return setAt(duplicateItem(text, list, index), [...list, index + 1, 'Name'], nameFor(item.name, false, takenNames(view)), memberOrder.scoreItem);
}

/** What the bands look at. Bands that only have conditions need nothing to look at. */
export const setItemInput = (text: string, item: ScoreItemView, input: string): string =>
  setAt(text, [...item.path, 'Input'], input === '' && !item.bands.some(({ when }) => when !== null) ? undefined : input, memberOrder.scoreItem);
