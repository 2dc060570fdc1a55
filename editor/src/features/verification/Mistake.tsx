import type { SurvivorAnswer } from '../../api/generated';
import { bothInWords } from '../../model/verification/plainWords';
import { useWorkflowEditing } from '../authoring/WorkflowEditing';
import { WordDiff } from '../review/WordDiff';
import { PlaceLink } from './PlaceLink';
import { useWorkflowHere } from './useWorkflowHere';
import styles from './Survivors.module.css';

interface Props {
  readonly of: Pick<SurvivorAnswer, 'place' | 'before' | 'after'>;
  /** False: the place was told by the one before it. */
  readonly isFirst?: boolean;
}

/** A small mistake at its place: what stands there, and what the mistake makes of it. */
export function Mistake({ of: { place: { pointer }, before, after }, isFirst = true }: Props) {
  const { view, folder } = useWorkflowEditing();
  const { words } = useWorkflowHere(view.name);
  return (
    <p className={styles.mistake}>
      {isFirst && <PlaceLink folder={folder} view={view} pointer={pointer} />}
      <span className={styles.change} title={`${before} → ${after}`}><WordDiff {...bothInWords(before, after, words)} /></span>
    </p>
  );
}
