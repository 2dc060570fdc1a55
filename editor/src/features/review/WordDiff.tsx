import { wordDiff } from '../../model/review/textDiff';
import styles from './Diff.module.css';

/** A text with the words that went struck out and those that came underlined; said aloud too. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  return (
    <>
      {wordDiff(before, after).map(({ kind, text }, i) => {
        if (kind === 'same') return <span key={i}>{text}</span>;
        const hidden = <span className="visually-hidden">{kind === 'removed' ? ' removed: ' : ' added: '}</span>;
        return kind === 'removed' ? <del key={i} className={styles.gone}>{hidden}{text}</del> : <ins key={i} className={styles.come}>{hidden}{text}</ins>;
      })}
    </>
  );
}
