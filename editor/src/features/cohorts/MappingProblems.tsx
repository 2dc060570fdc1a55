import type { PlacedProblem } from '../../model/cohorts/problems';
import { sentence } from '../../model/words';
import { CodeText } from '../../ui/CodeText';
import { Icon } from '../../ui/Icon';
import styles from './Mapping.module.css';

/** What has to be mended, with how. */
export function MappingProblems({ problems }: { problems: readonly PlacedProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className={styles.problems}>
      {problems.map(({ message, help }) => (
        <li key={message}>
          <Icon name="alert" size={16} />
          <span><CodeText>{[sentence(message), help && sentence(help)].filter(Boolean).join(' ')}</CodeText></span>
        </li>
      ))}
    </ul>
  );
}
