import { useEffect, useMemo, useRef } from 'react';
import type { HoverAnswer } from '../../../api/generated';
import { askLanguage } from '../../../api/language';
import { useWorkspace } from '../../workspace/WorkspaceContext';
import type { ExpressionPlace } from '../context';
import type { AskCompletion, Offered } from './completion';
import type { AskHover } from './hover';

/** Questions about a place of an expression, for an editor that outlives the texts around it. */
export function useAsk(place: ExpressionPlace): { readonly complete: AskCompletion; readonly hover: AskHover } {
  const { place: draft } = useWorkspace();
  const latest = useRef({ draft, place });
  useEffect(() => { latest.current = { draft, place }; });
  return useMemo(() => ({
    complete: (text, offset, signal) => askLanguage<Offered>('complete', { ...latest.current.draft, ...about(latest.current.place), text, offset }, signal),
    hover: (text, offset, signal) => askLanguage<HoverAnswer>('hover', { ...latest.current.draft, ...about(latest.current.place), text, offset }, signal),
  }), []);
}

const about = ({ workflow, rule, column }: ExpressionPlace) => ({ workflow, rule, column });
