import { wordDiff } from '../../model/review/textDiff';
import styles from './Diff.module.css';

interface Props {
  readonly before: string;
  readonly after: string;
  /** One side alone, its own words marked: the line itself says which side it is. */
  readonly only?: 'removed' | 'added';
}

/** A text with the words that went struck out and those that came underlined; said aloud too. */
export function WordDiff({ before, after, only }: Props) {
  return (
    <>
      {wordDiff(before, after).map(({ kind, text }, i) => {
        if (kind === 'same') return <span key={i}>{text}</span>;
        if (only) return kind === only && <mark key={i} className={styles.marked} data-kind={kind}>{text}</mark>;
        const hidden = <span className="visually-hidden">{kind === 'removed' ? ' removed: ' : ' added: '}</span>;
        return kind === 'removed' ? <del key={i} className={styles.gone}>{hidden}{text}</del> : <ins key={i} className={styles.come}>{hidden}{text}</ins>;
      })}
    </>
  );
}
