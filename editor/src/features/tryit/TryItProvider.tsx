import { useMemo, type ReactNode } from 'react';
import { ExplanationContext } from '../explanation/context';
import { EditingContext } from './editing';
import { TryItContext, type TryIt } from './TryItContext';

/** Makes facts and decision known to the form, the explanations and all else below. */
export function TryItProvider({ tryIt, children }: { tryIt: TryIt; children: ReactNode }) {
  const { facts: { write, readOnly }, complaints, scope } = tryIt;
  const editing = useMemo(() => ({ write, complaints, readOnly }), [write, complaints, readOnly]);
  return (
    <TryItContext value={tryIt}>
      <EditingContext value={editing}>
        <ExplanationContext value={scope}>{children}</ExplanationContext>
      </EditingContext>
    </TryItContext>
  );
}
