import type { QuestionAnswer } from '../../api/generated';
import { questionWords } from '../../model/contrast';
import type { Decision } from '../../model/decision';
import { fold, rankMissing } from '../../model/grouping';
import { plural } from '../../model/words';
import { Disclosure } from '../../ui/Disclosure';
import { Section } from '../../ui/Section';
import styles from './AdviceCard.module.css';
import { FactLinks } from './FactLinks';

const inSight = 10;

/** Missing facts, the most telling first; until that is known, those first for which most emergencies and then most rules wait. A long list is folded. */
export function MissingSection({ decision, questions }: { decision: Decision; questions: readonly QuestionAnswer[] | null }) {
  const ranked = rankMissing(decision);
  if (ranked.length === 0) return null;
  const asked = new Map(questions?.map((question) => [question.fact, questionWords(question)]));
  // Whatever the answer about them says, all that the decision misses stands here.
  const notes = new Map([...asked, ...ranked.filter(({ fact }) => !asked.has(fact)).map(({ fact, rules, emergencies }) => [fact, words(rules.length, emergencies)] as const)]);
  const { shown, rest } = fold([...notes.keys()], inSight);
  const links = (facts: readonly string[]) => <FactLinks facts={facts} note={(fact) => notes.get(fact) ?? null} />;
  return (
    <Section title="Missing facts" count={ranked.length} note={`${order(questions, ranked.some(({ emergencies }) => emergencies > 0))} Choose one to enter it.`}>
      <div className={styles.list}>
        {links(shown)}
        {rest.length > 0 && <Disclosure summary={`Show ${rest.length} more`} label={`Show ${plural(rest.length, 'more missing fact')}`}>{() => links(rest)}</Disclosure>}
      </div>
    </Section>
  );
}

function order(questions: readonly QuestionAnswer[] | null, hasEmergencies: boolean): string {
  if (questions) return `Those that decide most${hasEmergencies ? ', emergencies before all else,' : ''} come first.`;
  return hasEmergencies ? 'Those that most emergencies, then most rules wait for come first.' : 'Those that most rules wait for come first.';
}

const words = (rules: number, emergencies: number) =>
  (emergencies > 0 ? plural(emergencies, 'emergency', 'emergencies') : plural(rules, 'rule'));
