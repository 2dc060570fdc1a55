import type { Diagnostic } from '../../model/workflow';
import { CodeText } from '../../ui/CodeText';
import styles from './DiagnosticList.module.css';

export function DiagnosticList({ diagnostics }: { diagnostics: readonly Diagnostic[] }) {
  return (
    <ul className={styles.list}>
      {diagnostics.map((diagnostic, i) => (
        <li key={i}>
          <p><code>{diagnostic.code}</code> <CodeText>{[diagnostic.message, diagnostic.help].filter(Boolean).join('; ')}</CodeText></p>
          <p className={styles.place}>{place(diagnostic)}</p>
        </li>
      ))}
    </ul>
  );
}

function place({ document, line, column, pointer }: Diagnostic) {
  const position = line ? `line ${line}${column ? `, column ${column}` : ''}` : null;
  return [document, position, pointer].filter(Boolean).join(' · ');
}
