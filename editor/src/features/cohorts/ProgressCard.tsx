import type { CohortProgressAnswer } from '../../api/generated';
import { isAtWork, stateWords } from '../../model/cohorts/state';
import { moment } from '../../model/moment';
import { counts, plural } from '../../model/words';
import { Disclosure } from '../../ui/Disclosure';
import { ProgressBar } from './ProgressBar';
import styles from './Progress.module.css';

interface Props {
  readonly state: string;
  readonly progress: CohortProgressAnswer;
  readonly patients: number;
  readonly readAt: number;
}

/** How far the run is, and which servers work on it. */
export function ProgressCard(props: Props) {
  const { state, progress: { refused, recovered, nodes } } = props;
  const { title, text } = stateWords(state);
  const working = nodes.filter((node) => node.working > 0).length;
  return (
    <section className={styles.card} aria-labelledby="progress">
      <h2 id="progress">{title}</h2>
      <ProgressBar {...props} />
      <p className={styles.soft}>
        {text}{' '}
        {refused > 0 && `${plural(refused, 'patient')} could not be read so far. `}
        {recovered > 0 && `${plural(recovered, 'part')} of the input went to another server, because one did not answer; nobody is lost or counted twice.`}
      </p>
      {nodes.length > 0 && (
        <Disclosure summary={isAtWork(state) ? `${plural(nodes.length, 'server')}, ${working} at work` : plural(nodes.length, 'server')}>
          {() => (
            <table className={styles.servers}>
              <thead><tr><th scope="col">Server</th><th scope="col">Patients decided</th><th scope="col">Parts at work</th><th scope="col">Last result</th></tr></thead>
              <tbody>
                {nodes.map(({ node, patients, working: parts, lastResultAt }) => (
                  <tr key={node}>
                    <th scope="row">{node}</th>
                    <td data-label="Patients decided">{counts.format(patients)}</td>
                    <td data-label="Parts at work">{parts}</td>
                    <td data-label="Last result">{lastResultAt === null ? 'none yet' : moment(lastResultAt)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Disclosure>
      )}
    </section>
  );
}
