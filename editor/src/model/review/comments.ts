import { groupedBy } from '../groupedBy';

/** A remark on a place of a document. An empty place is the document as a whole. */
export interface Remark {
  readonly id: number;
  readonly document: string;
  readonly place: string;
  readonly resolvedBy: string | null;
}

/** Remarks by document and place. A place is what the remark was made on: the name of a part, or its pointer. */
export function remarksAt<T extends Remark>(remarks: readonly T[]): (document: string, place: string) => readonly T[] {
  const byPlace = groupedBy(remarks, ({ document, place }) => `${document} ${place}`);
  return (document, place) => byPlace.get(`${document} ${place}`) ?? [];
}

export const isUnresolved = ({ resolvedBy }: Remark): boolean => resolvedBy === null;

/** Those that stand at no place that the review shows now: what they were about changed its name or is gone. They must still be seen. */
export const withoutPlace = <T extends Remark>(remarks: readonly T[], places: ReadonlySet<string>): readonly T[] => remarks.filter(({ document, place }) => !places.has(`${document} ${place}`));
