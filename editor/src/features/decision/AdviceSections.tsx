import { arrangeAdvice, openEmergencies, ruleNamed, ruleTitle, type Decision, type Pending } from '../../model/decision';
import { listed, plural } from '../../model/words';
import { Icon } from '../../ui/Icon';
import { Section } from '../../ui/Section';
import { AdviceCard } from './AdviceCard';
import styles from './AdviceCard.module.css';
import { FactLinks } from './FactLinks';

/** What applies now; an undecided emergency stands among it. */
export function RecommendationsSection({ decision }: { decision: Decision }) {
  const { first } = arrangeAdvice(decision);
  const emergencies = openEmergencies(decision);
  const note = emergencies > 0 && `${plural(emergencies, 'emergency is', 'emergencies are')} not excluded yet and shown before routine advice.`;
  const none = decision.status === 'complete'
    ? 'No recommendation of this workflow applies to these facts.'
    : 'None applies yet; what could still apply stands below.';
  return (
    <Section title="Recommendations" count={decision.recommendations.length} note={note}>
      {first.length === 0 && <p className={styles.strength}>{none}</p>}
      <div className={styles.list}>
        {first.map(({ kind, item }) => kind === 'given'
          ? <AdviceCard key={item.rule} kind="given" item={item} rule={ruleNamed(decision, item.rule)} />
          : <PendingCard key={item.rule} item={item} decision={decision} />)}
      </div>
    </Section>
  );
}

export function WaitingSection({ decision }: { decision: Decision }) {
  const { waiting } = arrangeAdvice(decision);
  if (waiting.length === 0) return null;
  return (
    <Section title="Could still apply" count={waiting.length} note="Neither met nor ruled out until the facts named are known.">
      <div className={styles.list}>
        {waiting.map((item) => <PendingCard key={item.rule} item={item} decision={decision} />)}
      </div>
    </Section>
  );
}

function PendingCard({ item, decision }: { item: Pending; decision: Decision }) {
  const needs = <div className={styles.needs}><span>Needs</span><FactLinks facts={item.missing} /></div>;
  return <AdviceCard kind="pending" item={item} rule={ruleNamed(decision, item.rule)} note={needs} />;
}

export function WithheldSection({ decision }: { decision: Decision }) {
  if (decision.withheld.length === 0) return null;
  return (
    <Section title="Withheld" count={decision.withheld.length} note="Not advice now: another rule speaks against it, or might.">
      <div className={styles.list}>
        {decision.withheld.map((item) => {
          const by = listed(item.by.map((name) => `“${ruleTitle(decision, name)}”`), 'and');
          const note = <p className={styles.note}><Icon name="pause" size={16} /><span>Withheld by {by}{item.reason ? `: ${item.reason}` : '.'}</span></p>;
          return <AdviceCard key={item.rule} kind="withheld" item={item} rule={ruleNamed(decision, item.rule)} note={note} />;
        })}
      </div>
    </Section>
  );
}
