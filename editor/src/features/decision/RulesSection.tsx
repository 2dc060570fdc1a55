import { countVerdicts, type Decision, type RuleResult, type Verdict } from '../../model/decision';
import { verdictWords } from '../../model/status';
import { CodeText } from '../../ui/CodeText';
import { Disclosure } from '../../ui/Disclosure';
import { Section } from '../../ui/Section';
import { Tag } from '../../ui/Tag';
import { RuleReasons } from '../explanation/RuleExplanation';
import { EvidenceList } from './EvidenceList';
import { verdictLooks } from './looks';
import styles from './Tables.module.css';

const order: readonly Verdict[] = ['met', 'notMet', 'undetermined', 'failed'];

/** The verdict of every rule, in the order of the workflow. */
export function RulesSection({ decision }: { decision: Decision }) {
  const counts = countVerdicts(decision);
  const summary = order.filter((verdict) => counts[verdict] > 0).map((verdict) => `${counts[verdict]} ${verdictWords[verdict].toLowerCase()}`).join(', ');
  return (
    <Section title="All rules" count={decision.rules?.length} note={summary}>
      <ul className={styles.list}>
        {decision.rules?.map((rule) => <li key={rule.name}><RuleRow rule={rule} /></li>)}
      </ul>
    </Section>
  );
}

function RuleRow({ rule }: { rule: RuleResult }) {
  const look = verdictLooks[rule.verdict];
  const { explanation } = rule;
  const name = <span className={styles.name}>{rule.title ?? rule.name}</span>;
  return (
    <div className={styles.row}>
      <div className={styles.line}>
        {explanation
          ? <Disclosure plain className={styles.output} summary={name}>{() => <RuleReasons explanation={explanation} />}</Disclosure>
          : name}
        <Tag tone={look.tone} icon={look.icon}>{verdictWords[rule.verdict]}</Tag>
      </div>
      {rule.error && <p className={styles.error}><code>{rule.error.code}</code> <CodeText>{rule.error.message}</CodeText></p>}
      {rule.verdict === 'failed' && <EvidenceList evidence={rule.evidence} />}
    </div>
  );
}
