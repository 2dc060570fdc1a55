import { signOf } from '../../model/review/differences';
import styles from './Review.module.css';

/** What happened to something: a sign and its word. */
export function Sign({ kind }: { kind: string }) {
  const { sign, word } = signOf(kind);
  return <span className={styles.sign} data-kind={kind}><span aria-hidden="true">{sign}</span> {word}</span>;
}
