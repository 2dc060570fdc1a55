import type { BundleAnswer } from '../../../api/generated';
import { day } from '../../../model/moment';
import { plural, sentence } from '../../../model/words';
import { CodeText } from '../../../ui/CodeText';
import { Icon } from '../../../ui/Icon';
import { Section } from '../../../ui/Section';
import { useTryItContext } from '../TryItContext';
import styles from './Bundle.module.css';

/** What was taken from a Bundle, from where, and what was left and why. */
export function BundleReport({ answer, beyond }: { answer: BundleAnswer; beyond: readonly string[] }) {
  const { scope } = useTryItContext();
  const { taken, rejected, notes, asOf } = answer;
  return (
    <>
      <p role="status">{`${taken.length === 0 ? 'Nothing in this Bundle is a fact of this workflow' : `${plural(taken.length, 'finding')} taken`}, as of ${day(asOf)}. What is not here stays unknown.`}</p>
      {notes.map((note) => <p key={note} className={styles.note}><Icon name="info" size={16} /> {sentence(note)}</p>)}
      {beyond.length > 0 && <p className={styles.note}><Icon name="info" size={16} /> {`The form has no field for ${beyond.join(', ')}.`}</p>}
      {taken.length > 0 && (
        <Section title="Taken" count={taken.length}>
          <ul className={styles.lines}>
            {taken.map((line) => (
              <li key={`${line.fact} ${line.resource} ${line.path ?? ''}`}>
                <Icon name="check" size={16} />
                <p><strong>{scope.factLabel(line.fact)}</strong> {line.value}{line.note ? ` (${line.note})` : ''} <small>{[line.resource, line.date && day(line.date)].filter(Boolean).join(', ')}</small></p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {rejected.length > 0 && (
        <Section title="Not taken" count={rejected.length}>
          <ul className={styles.lines}>
            {rejected.map((line) => (
              <li key={`${line.fact ?? ''} ${line.resource} ${line.kind} ${line.reason}`} data-left>
                <Icon name="minus" size={16} />
                <p>
                  {line.fact !== null && <strong>{scope.factLabel(line.fact)}</strong>} <CodeText>{sentence(line.reason)}</CodeText>{' '}
                  <small>{[line.resource, line.date && day(line.date), line.value].filter(Boolean).join(', ')}{line.more > 0 ? `, and ${line.more} more` : ''}</small>
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
