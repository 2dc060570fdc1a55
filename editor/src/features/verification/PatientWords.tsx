import { useMemo } from 'react';
import type { InputForm } from '../../model/facts/form';
import { patientInWords } from '../../model/verification/example';
import { day } from '../../model/moment';
import styles from './Verification.module.css';

interface Props {
  /** As JSON text. */
  readonly facts: string;
  readonly asOf: string | null;
  /** Null while it is read. */
  readonly form: readonly InputForm[] | null;
}

/** A patient in words: every fact that is known of them. */
export function PatientWords({ facts, asOf, form }: Props) {
  const known = useMemo(() => (form ? patientInWords(form, facts) : null), [form, facts]);
  if (!known) return null;
  return (
    <dl className={styles.patient} aria-label="The patient">
      {known.length === 0 && <div><dt>Facts</dt><dd>none known</dd></div>}
      {known.map(({ path, label, words }) => <div key={path}><dt>{label}</dt><dd>{words}</dd></div>)}
      {asOf !== null && <div><dt>Decided for</dt><dd>{day(asOf)}</dd></div>}
    </dl>
  );
}
