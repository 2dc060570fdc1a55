import type { Notice } from '../../model/decision';
import { CodeText } from '../../ui/CodeText';
import { Section } from '../../ui/Section';
import styles from './Tables.module.css';

export function NoticesSection({ notices }: { notices: readonly Notice[] }) {
  if (notices.length === 0) return null;
  return (
    <Section title="Notices" count={notices.length} note="Remarks of the engine about this decision.">
      <ul className={styles.list}>
        {notices.map(({ code, message, output }, i) => (
          <li key={i} className={styles.row}><code>{code}</code> <CodeText>{message}</CodeText>{output && !message.includes(output) ? ` (${output})` : ''}</li>
        ))}
      </ul>
    </Section>
  );
}
