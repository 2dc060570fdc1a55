import type { CoverageAnswer } from '../../api/generated';
import { useWorkflowEditing } from '../authoring/WorkflowEditing';
import { useCoverageShown } from './useCoverageShown';
import { useCoverage, type Verified } from './useVerified';

/** What the cases show of the workflow that is open; null while nobody wants to see it. */
export function useCoverageHere(): Verified<CoverageAnswer> | null {
  const { view } = useWorkflowEditing();
  const [isShown] = useCoverageShown();
  const coverage = useCoverage(view.name, isShown);
  return isShown ? coverage : null;
}
