import { overriddenPercent, type RuleFeedback } from '../../model/feedback';
import styles from './Feedback.module.css';

/** One rule: the share that was overridden as a bar with its figure. */
export function FeedbackRow({ row }: { row: RuleFeedback }) {
  const { title, service, accepted, overridden, releases, reasons } = row;
  const percent = overriddenPercent(row);
  return (
    <tr>
      <th scope="row">{title}<small>{service}</small></th>
      <td className={styles.number}>{accepted}</td>
      <td>
        <span className={styles.share}>
          <span className={styles.bar} aria-hidden="true"><span style={{ width: `${percent}%` }} /></span>
          {`${overridden} (${percent} %)`}
        </span>
      </td>
      <td>{reasons.length === 0 ? '–' : <ul>{reasons.map(({ words, count }) => <li key={words}>{`${count} × ${words}`}</li>)}</ul>}</td>
      <td>
        <ul>
          {releases.map((of) => <li key={of.release ?? 'folder'}>{`${of.release === null ? 'folder' : `release ${of.release}`}: ${of.accepted} accepted, ${of.overridden} overridden`}</li>)}
        </ul>
      </td>
    </tr>
  );
}
