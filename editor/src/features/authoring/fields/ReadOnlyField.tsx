import styles from './Fields.module.css';

/** A value where nothing can be edited: plain text, and that it is not stated when it is not. */
export function ReadOnlyField({ label, value }: { label: string; value: string | null }) {
  return (
    <dl className={styles.readOnly}>
      <dt>{label}</dt>
      <dd data-empty={!value || undefined}>{value ? value : 'Not stated'}</dd>
    </dl>
  );
}
