import { Link } from '@tanstack/react-router';
import type { DiagnosticAnswer } from '../../api/generated';
import { groupedBy } from '../../model/groupedBy';
import { plural, sentence } from '../../model/words';
import { CodeText } from '../../ui/CodeText';
import { Disclosure } from '../../ui/Disclosure';
import { Section } from '../../ui/Section';
import { useNames } from '../changes/useNames';
import { useWorkspace } from '../workspace/WorkspaceContext';
import styles from './Review.module.css';

/** What the workflows that the change touches have to say of themselves before it can be published. */
export function MissingStatements({ missing }: { missing: readonly DiagnosticAnswer[] }) {
  const { key } = useWorkspace();
  const { titleOf } = useNames();
  if (missing.length === 0) return null;
  return (
    <Section title="Still to be said" count={missing.length} note="A publication needs these statements of each workflow whose decisions can change. Without them it can be reviewed, but not published.">
      <ul className={styles.cards}>
        {[...groupedBy(missing, ({ document }) => document.split('/')[0] ?? '')].map(([folder, gaps]) => (
          <li key={folder}>
            <p><strong>{titleOf(folder)}</strong> <Link to="/changes/$change/workflows/$folder" params={{ change: key, folder }}>Say it under “About”</Link></p>
            <Disclosure summary={plural(gaps.length, 'statement')} label={`${plural(gaps.length, 'statement')} of ${titleOf(folder)}`}>
              {() => <ul className={styles.bullets}>{gaps.map(({ message, help }) => <li key={message}><CodeText>{sentence(message)}</CodeText>{help && <> <span className={styles.soft}><CodeText>{sentence(help)}</CodeText></span></>}</li>)}</ul>}
            </Disclosure>
          </li>
        ))}
      </ul>
    </Section>
  );
}
