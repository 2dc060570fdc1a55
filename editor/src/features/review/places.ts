import { placeOf, shownParts, type DocumentDifference } from '../../model/review/differences';
import { placeId } from './placeId';

/** The ids of all elements of a review that remarks can lead to. */
export function placesOf(documents: readonly DocumentDifference[]): ReadonlySet<string> {
  return new Set(documents.flatMap(({ name, parts }) => [
    placeId(name, ''),
    ...shownParts(parts).map((shown) => placeId(name, shown.kind === 'part' ? placeOf(shown.part) : shown.table.name)),
  ]));
}
