import { useExplanationScope } from './context';
import styles from './Explanation.module.css';

/** A fact by its label; a missing one leads to its field. */
export function FactName({ fact, missing }: { fact: string; missing: boolean }) {
  const { factLabel, goToFact } = useExplanationScope();
  if (!missing) return <span className={styles.words} title={fact}>{factLabel(fact)}</span>;
  return (
    <button type="button" className={styles.fact} title={fact} onClick={() => { goToFact(fact); }}>
      {factLabel(fact)}
    </button>
  );
}
