import type { Decision } from '../../model/decision';
import { fold, rankMissing } from '../../model/grouping';
import { plural } from '../../model/words';
import { Disclosure } from '../../ui/Disclosure';
import { Section } from '../../ui/Section';
import styles from './AdviceCard.module.css';
import { FactLinks } from './FactLinks';

const inSight = 10;

/** Missing facts, those first for which most emergencies and then most rules wait; a long list is folded. */
export function MissingSection({ decision }: { decision: Decision }) {
  const ranked = rankMissing(decision);
  if (ranked.length === 0) return null;
  const waiting = new Map(ranked.map(({ fact, rules, emergencies }) => [fact, words(rules.length, emergencies)]));
  const { shown, rest } = fold(ranked, inSight);
  const links = (facts: typeof ranked) => <FactLinks facts={facts.map(({ fact }) => fact)} note={(fact) => waiting.get(fact) ?? null} />;
  const order = ranked.some(({ emergencies }) => emergencies > 0) ? 'Those that most emergencies, then most rules wait for come first.' : 'Those that most rules wait for come first.';
  return (
    <Section title="Missing facts" count={ranked.length} note={`${order} Choose one to enter it.`}>
      <div className={styles.list}>
        {links([...shown])}
        {rest.length > 0 && <Disclosure summary={`Show ${rest.length} more`} label={`Show ${plural(rest.length, 'more missing fact')}`}>{() => links([...rest])}</Disclosure>}
      </div>
    </Section>
  );
}

const words = (rules: number, emergencies: number) =>
  (emergencies > 0 ? plural(emergencies, 'emergency', 'emergencies') : plural(rules, 'rule'));
