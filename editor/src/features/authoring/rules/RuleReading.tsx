import { messagePieces } from '../../../model/condition/messageText';
import type { RuleView } from '../../../model/documents/workflowDocument';
import { slotWords } from '../../../model/readableText';
import { urgencyWords, strengthWords } from '../../../model/status';
import type { Strength, Urgency } from '../../../model/decision';
import { Tag } from '../../../ui/Tag';
import { ConditionEditor } from '../../condition/ConditionEditor';
import { UrgencyTag } from '../../decision/UrgencyTag';
import { findingsAt, useWorkflowEditing } from '../WorkflowEditing';
import { FieldFindings } from './FieldFindings';
import { joinsAll, NestedList } from './NestedRules';
import { RuleCard } from './RuleCard';
import { RuleCoverage } from './RuleCoverage';
import { RuleLink } from './RuleLink';
import { RuleLinks } from './RuleLinks';
import styles from './Rules.module.css';
import { SourceWords } from './SourceWords';
import { ruleTitle } from './useRuleEdit';
import { useSources } from './useSources';

const nothing = () => undefined;

/** A rule to read, where nothing can be edited. */
export function RuleReading({ rule }: { rule: RuleView }) {
  const editing = useWorkflowEditing();
  const { view } = editing;
  const sources = useSources();
  const place = { workflow: view.name, rule: rule.name, isCondition: true };
  return (
    <article className={styles.page}>
      <header className={styles.head}>
        <h2 className={styles.readTitle}>{ruleTitle(rule)}</h2>
        <p className={styles.note}>Conditions call it <code>{rule.name}</code>. {!rule.enabled && <Tag tone="quiet" icon="pause">Switched off</Tag>}</p>
        <FieldFindings pointer={rule.pointer} />
      </header>
      {rule.expression !== null ? (
        <div className={styles.card}><ConditionEditor label="Condition" text={rule.expression} place={place} readOnly onChange={nothing} diagnostics={findingsAt(editing, `${rule.pointer}/Expression`)} /></div>
      ) : (
        <RuleCard title={joinsAll(rule.operator) ? 'Met when all of these are' : 'Met when one of these is'}><NestedList rule={rule} /></RuleCard>
      )}
      {rule.localParams.map((param) => (
        <div key={param.pointer} className={styles.card}>
          <ConditionEditor label={`${param.name}${param.unit ? `, in ${param.unit}` : ''}`} text={param.expression} place={{ ...place, isCondition: false }} readOnly onChange={nothing} diagnostics={findingsAt(editing, `${param.pointer}/Expression`)} />
        </div>
      ))}
      {rule.recommendation && (
        <RuleCard title="Recommendation" action={<span className={styles.tags}><KnownUrgency word={rule.recommendation.urgency} /><KnownStrength word={rule.recommendation.strength} /></span>}>
          <Message text={rule.recommendation.text} />
          {rule.successEvent && <p className={styles.note}>Event <code>{rule.successEvent}</code></p>}
        </RuleCard>
      )}
      {rule.whenUndetermined && <RuleCard title="When it cannot be decided yet"><Message text={rule.whenUndetermined} /></RuleCard>}
      {rule.evidence.length > 0 && (
        <RuleCard title="Evidence">
          <ul className={styles.citations}>
            {rule.evidence.map(({ pointer, source: id, locator, statements }) => (
              <li key={pointer}>
                <SourceWords id={id} source={sources.find(({ source }) => source === id) ?? null} locator={locator} />
                {statements.length > 0 && <p className={styles.note}>Statements {statements.join(', ')}</p>}
              </li>
            ))}
          </ul>
        </RuleCard>
      )}
      {rule.withholds.length > 0 && (
        <RuleCard title="Withholds"><ul className={styles.withheld}>{rule.withholds.map((name) => <li key={name}><RuleLink name={name} /></li>)}</ul></RuleCard>
      )}
      <RuleCoverage rule={rule} />
      <RuleLinks rule={rule} />
    </article>
  );
}

/** A message with what it reads from the patient standing out. */
function Message({ text }: { text: string }) {
  return <p className={styles.message}>{messagePieces(text).map(({ start, text: piece, isExpression }) => (isExpression ? <span key={start} className={styles.slot} title={piece}>{slotWords(piece)}</span> : <span key={start}>{piece}</span>))}</p>;
}

const isUrgency = (word: string): word is Urgency => word in urgencyWords;

const isStrength = (word: string): word is Strength => word in strengthWords;

const KnownUrgency = ({ word }: { word: string | null }) => (word !== null && isUrgency(word) ? <UrgencyTag urgency={word} /> : null);

const KnownStrength = ({ word }: { word: string | null }) => (word !== null && isStrength(word) ? <Tag tone="plain">{strengthWords[word]}</Tag> : null);
