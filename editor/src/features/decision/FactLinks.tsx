import { Icon } from '../../ui/Icon';
import { useExplanationScope } from '../explanation/context';
import styles from './FactLinks.module.css';

/** Missing facts as buttons that lead to their fields. */
export function FactLinks({ facts, note }: { facts: readonly string[]; note?: (fact: string) => string | null }) {
  const { factLabel, goToFact } = useExplanationScope();
  return (
    <ul className={styles.list}>
      {facts.map((fact) => {
        const extra = note?.(fact);
        return (
          <li key={fact}>
            <button type="button" className={styles.fact} onClick={() => { goToFact(fact); }}>
              <Icon name="target" size={14} />
              {factLabel(fact)}
              {extra && <span>{extra}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
