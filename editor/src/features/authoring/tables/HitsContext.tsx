import { createContext, use } from 'react';

/** What becomes of a row for the patient that is tried: it applies, it does not, or that is open while facts are missing. */
export type RowHit = 'hit' | 'miss' | 'open';

/** Of one table or score item; null while no patient is tried. */
export interface Hits {
  readonly rows: ReadonlyMap<number, RowHit>;
}

export const HitsContext = createContext<Hits | null>(null);

export const useHits = (): Hits | null => use(HitsContext);

/** Of a whole score: the bands of each item by its name; null while no patient is tried. */
export const ItemHitsContext = createContext<ReadonlyMap<string, ReadonlyMap<number, RowHit>> | null>(null);
