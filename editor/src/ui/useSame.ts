import { useState } from 'react';

/** The former list as long as the new one says the same. */
export function useSame<T extends string | null>(list: readonly T[]): readonly T[] {
  const [kept, keep] = useState(list);
  if (kept.length === list.length && kept.every((item, i) => item === list[i])) return kept;
  keep(list);
  return list;
}
