import { createContext, use } from 'react';
import { useTryItContext } from './TryItContext';

/** Whether something was written that the parts around a decision do not know yet: it is not about what is on the screen then. */
export const BehindContext = createContext(false);

/** Whether the decision is about exactly what is on the screen. */
export function useIsCurrent(): boolean {
  const isBehind = use(BehindContext);
  return useTryItContext().live.current && !isBehind;
}
