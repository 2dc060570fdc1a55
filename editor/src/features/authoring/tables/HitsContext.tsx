import { createContext, use } from 'react';

/** What became of the rows of the table on the page, for the facts that are tried at its side. */
export interface Hits {
  readonly rows: ReadonlyMap<number, 'hit' | 'miss' | 'open'>;
}

/** Null: nothing is tried. */
export const HitsContext = createContext<Hits | null>(null);

export const useHits = () => use(HitsContext);
