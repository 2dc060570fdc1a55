import type { SurvivorAnswer } from '../../api/generated';
import { useWorkflowEditing } from '../authoring/WorkflowEditing';
import { WordDiff } from '../review/WordDiff';
import { PlaceLink } from './PlaceLink';
import styles from './Survivors.module.css';

/** A small mistake at its place: what stands there, and what the mistake makes of it. */
export function Mistake({ of: { place: { pointer }, before, after } }: { of: Pick<SurvivorAnswer, 'place' | 'before' | 'after'> }) {
  const { view, folder } = useWorkflowEditing();
  return (
    <p className={styles.mistake}>
      <PlaceLink folder={folder} view={view} pointer={pointer} />
      <code><WordDiff before={before} after={after} /></code>
    </p>
  );
}
