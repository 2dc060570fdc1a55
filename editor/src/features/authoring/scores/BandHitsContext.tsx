import { createContext, use } from 'react';

/** What became of the bands of every item of the score on the page, by the name of the item, for the facts that are tried at its side. */
export interface BandHits {
  readonly items: ReadonlyMap<string, ReadonlyMap<number, 'hit' | 'miss' | 'open'>>;
}

/** Null: nothing is tried. */
export const BandHitsContext = createContext<BandHits | null>(null);

export const useBandHits = () => use(BandHitsContext);
