import type { CohortProgressAnswer } from '../../api/generated';
import { percentDone, progressSentence } from '../../model/cohorts/progress';
import styles from './Progress.module.css';

interface Props {
  readonly state: string;
  readonly progress: CohortProgressAnswer;
  readonly patients: number;
  /** When the progress was read: what is left is counted from there. */
  readonly readAt: number;
  /** One of several: the words alone say it. */
  readonly quiet?: boolean;
}

/** How far a run is: the share as a bar, the rest in words. */
export function ProgressBar({ state, progress, patients, readAt, quiet }: Props) {
  const percent = percentDone(progress.patientsDone, patients);
  const words = progressSentence(state, progress, patients, readAt);
  return (
    <div className={styles.progress}>
      <div className={styles.track} role="progressbar" aria-label={quiet ? 'Progress' : 'Progress of the run'} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent} aria-valuetext={`${percent} %, ${words}`}>
        <span style={{ width: `${percent}%` }} />
      </div>
      <p><strong>{`${percent} %`}</strong> · {words}</p>
    </div>
  );
}
