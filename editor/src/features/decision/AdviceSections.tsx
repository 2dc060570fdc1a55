import { arrangeAdvice, openEmergencies, ruleNamed, ruleTitle, type Decision } from '../../model/decision';
import { bySameReason, byUrgency, byWorkflow, rankMissing } from '../../model/grouping';
import { urgencyWords } from '../../model/status';
import type { WorkflowDetail } from '../../model/workflow';
import { listed, plural } from '../../model/words';
import { Disclosure } from '../../ui/Disclosure';
import { Icon } from '../../ui/Icon';
import { Section } from '../../ui/Section';
import { AdviceCard } from './AdviceCard';
import styles from './AdviceCard.module.css';
import { FactLinks } from './FactLinks';
import { urgencyLooks } from './looks';
import { PendingLines } from './PendingLines';
import { WorkflowGroups } from './WorkflowGroups';

/** More open emergencies than this are shown without their words, which are one press away. */
const wordyEmergencies = 3;
const askFirst = 5;

/** What applies now, by urgency; an undecided emergency stands among the emergencies. */
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
      {byUrgency(first.map((advice) => ({ ...advice, urgency: advice.item.urgency }))).map(({ urgency, items }) => (
        <div key={urgency} className={styles.list}>
          <h4 className={styles.urgency} data-urgency={urgency}>
            <Icon name={urgencyLooks[urgency].icon} size={15} />
            {urgencyWords[urgency].title} <span>{urgencyWords[urgency].text}</span>
          </h4>
          {items.map(({ kind, item }) => kind === 'given' && <AdviceCard key={item.rule} kind="given" item={item} rule={ruleNamed(decision, item.rule)} />)}
          {urgency === 'emergency' && emergencies > 0 && <OpenEmergencies decision={decision} />}
        </div>
      ))}
    </Section>
  );
}

function OpenEmergencies({ decision }: { decision: Decision }) {
  const open = decision.pending.filter(({ urgency }) => urgency === 'emergency');
  const many = open.length > wordyEmergencies;
  const wanted = rankMissing(decision).filter(({ emergencies }) => emergencies > 0);
  const waiting = new Map(wanted.map(({ fact, emergencies }) => [fact, String(emergencies)]));
  return (
    <>
      {many && (
        <div className={styles.ask}>
          <p>{open.length} emergencies are neither met nor excluded. Most of them wait for:</p>
          <FactLinks facts={wanted.slice(0, askFirst).map(({ fact }) => fact)} note={(fact) => waiting.get(fact) ?? null} />
        </div>
      )}
      <PendingLines pending={open} decision={decision} brief={many} />
    </>
  );
}

export function WaitingSection({ decision, workflow }: { decision: Decision; workflow: WorkflowDetail }) {
  const { waiting } = arrangeAdvice(decision);
  if (waiting.length === 0) return null;
  const groups = byWorkflow(waiting, ({ rule }) => rule, workflow.uses?.map((use) => use.workflow));
  return (
    <Section title="Could still apply" count={waiting.length} note="Neither met nor ruled out until the facts named are known.">
      {groups.length < 2
        ? <PendingLines pending={waiting} decision={decision} level={4} underWorkflow />
        : (
          <WorkflowGroups groups={groups} detail={(items) => byUrgency(items).map((group) => `${group.items.length} ${urgencyWords[group.urgency].title.toLowerCase()}`).join(', ')}>
            {(items) => <PendingLines pending={items} decision={decision} brief underWorkflow />}
          </WorkflowGroups>
        )}
    </Section>
  );
}

export function WithheldSection({ decision }: { decision: Decision }) {
  const { withheld } = decision;
  if (withheld.length === 0) return null;
  return (
    <Section title="Withheld" count={withheld.length} note="Not advice now: another rule speaks against it, or might.">
      <Disclosure summary={`Show ${plural(withheld.length, 'recommendation')} held back`}>
        {() => (
          <div className={styles.groups}>
            {bySameReason(withheld).map(({ by, reason, items }) => {
              const titles = by.map((name) => ruleTitle(decision, name));
              // A rule without words of its own gives its title as the reason: once is enough.
              const more = reason && !titles.some((title) => sameWords(title, reason)) ? `: ${reason}` : '.';
              const names = listed(titles.map((title) => `“${title.replace(/\.$/, '')}”`), 'and');
              return (
                <div key={items[0]?.rule} className={styles.list}>
                  <p className={styles.note}><Icon name="pause" size={16} /><span>Withheld by {names}{more}</span></p>
                  {items.map((item) => <AdviceCard key={item.rule} kind="withheld" level={4} item={item} rule={ruleNamed(decision, item.rule)} brief={withheld.length > wordyEmergencies} />)}
                </div>
              );
            })}
          </div>
        )}
      </Disclosure>
    </Section>
  );
}

const sameWords = (a: string, b: string) => a.replace(/\.$/, '').toLowerCase() === b.replace(/\.$/, '').toLowerCase();
