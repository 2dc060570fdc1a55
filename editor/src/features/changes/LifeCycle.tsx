import { progressOf, stateWords, type Progress } from '../../model/changes/changeState';
import { Icon, type IconName } from '../../ui/Icon';
import styles from './Change.module.css';

const looks: Readonly<Record<Progress, { readonly icon: IconName; readonly words: string }>> = {
  done: { icon: 'check', words: 'done' },
  current: { icon: 'target', words: 'now' },
  ahead: { icon: 'minus', words: 'to come' },
};

/** Where a change stands between a draft and a release. */
export function LifeCycle({ state }: { state: string }) {
  if (state === 'withdrawn') return null;
  return (
    <ol className={styles.lifeCycle} aria-label="Life of the change">
      {progressOf(state).map(({ state: step, progress }) => (
        <li key={step} data-progress={progress} aria-current={progress === 'current' ? 'step' : undefined}>
          <Icon name={looks[progress].icon} size={16} />
          <span>{stateWords[step].title} <small>{looks[progress].words}</small></span>
        </li>
      ))}
    </ol>
  );
}
