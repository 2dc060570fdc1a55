import { Link } from '@tanstack/react-router';
import type { DiagnosticAnswer } from '../../api/generated';
import { documentTitle } from '../../model/changes/documents';
import { groupedBy } from '../../model/groupedBy';
import { plural } from '../../model/words';
import { Disclosure } from '../../ui/Disclosure';
import { Section } from '../../ui/Section';
import { FindingList } from '../authoring/FindingList';
import { useNames } from '../changes/useNames';
import { useWorkspace } from '../workspace/WorkspaceContext';
import styles from './Review.module.css';

/** Errors stand open; warnings, of which a library has many that the change has no part in, are behind a button. */
export function FindingsByDocument({ diagnostics }: { diagnostics: readonly DiagnosticAnswer[] }) {
  const { change } = useWorkspace();
  const touched = new Set(change?.documents.map(({ name }) => name));
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const warnings = diagnostics.filter(({ severity }) => severity !== 'error');
  const here = warnings.filter(({ document }) => touched.has(document));
  const elsewhere = warnings.filter(({ document }) => !touched.has(document));
  if (diagnostics.length === 0) return null;
  return (
    <Section title="Findings" note={`${plural(errors.length, 'error')}, ${plural(here.length, 'warning')} in documents of this change, ${elsewhere.length} elsewhere.`}>
      <ByDocument findings={[...errors, ...here]} />
      {elsewhere.length > 0 && <Disclosure summary={`Show ${plural(elsewhere.length, 'warning')} elsewhere in the library`}>{() => <ByDocument findings={elsewhere} />}</Disclosure>}
    </Section>
  );
}

function ByDocument({ findings }: { findings: readonly DiagnosticAnswer[] }) {
  const { key, snapshot } = useWorkspace();
  const { titleOf } = useNames();
  if (findings.length === 0) return null;
  return (
    <ul className={styles.cards}>
      {[...groupedBy(findings, ({ document }) => document)].map(([name, found]) => (
        <li key={name}>
          <p>
            {name.includes('/') && !name.startsWith('facts/') && <strong>{titleOf(name.split('/')[0] ?? '')}: </strong>}
            {snapshot.names.includes(name) ? <Link to="/changes/$change/documents/$" params={{ change: key, _splat: name }}>{documentTitle(name)}</Link> : documentTitle(name)}
          </p>
          <FindingList findings={found} />
        </li>
      ))}
    </ul>
  );
}
