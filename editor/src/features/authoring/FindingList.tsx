import type { DiagnosticAnswer } from '../../api/generated';
import { sentence } from '../../model/words';
import { CodeText } from '../../ui/CodeText';
import { Icon } from '../../ui/Icon';
import { ExampleHere, useIsOutdated } from '../verification/examples';
import styles from './FindingList.module.css';

/** What the server finds wrong, with the remedy, and with a patient where one can show it. */
export function FindingList({ findings }: { findings: readonly DiagnosticAnswer[] }) {
  const isOutdated = useIsOutdated();
  if (findings.length === 0) return null;
  return (
    <ul className={styles.findings}>
      {findings.map((found) => (
        <li key={`${found.code} ${found.pointer} ${found.line}:${found.column} ${found.message}`} data-severity={found.severity} data-outdated={isOutdated(found) || undefined}>
          <Icon name={found.severity === 'error' ? 'alert' : 'info'} size={16} />
          <div>
            <p>
              <strong className="visually-hidden">{found.severity}: </strong>
              <CodeText>{sentence(found.message)}</CodeText>
              {found.help && <> <span><CodeText>{sentence(found.help)}</CodeText></span></>}
              {' '}<small>{found.line > 0 ? `${found.code}, line ${found.line}` : found.code}{isOutdated(found) && ', of the last saved text'}</small>
            </p>
            <ExampleHere of={found} />
          </div>
        </li>
      ))}
    </ul>
  );
}
