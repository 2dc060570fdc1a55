import { countVerdicts, type Decision, type RuleResult, type Verdict } from '../../model/decision';
import { byWorkflow } from '../../model/grouping';
import { verdictWords } from '../../model/status';
import type { WorkflowDetail } from '../../model/workflow';
import { CodeText } from '../../ui/CodeText';
import { Disclosure } from '../../ui/Disclosure';
import { Section } from '../../ui/Section';
import { Tag } from '../../ui/Tag';
import { RuleReasons } from '../explanation/RuleExplanation';
import { EvidenceList } from './EvidenceList';
import { verdictLooks } from './looks';
import { OriginLine } from './OriginLine';
import styles from './Tables.module.css';
import { WorkflowGroups } from './WorkflowGroups';

const order: readonly Verdict[] = ['met', 'notMet', 'undetermined', 'failed'];

type Counts = Readonly<Record<Verdict, number>>;

const count = (counts: Counts) => order.filter((verdict) => counts[verdict] > 0).map((verdict) => `${counts[verdict]} ${verdictWords[verdict].toLowerCase()}`).join(', ');

const countOf = (rules: readonly RuleResult[]): Counts => countVerdicts({ verdicts: Object.fromEntries(rules.map(({ name, verdict }) => [name, verdict])) });

/** The verdict of every rule, in the order of the workflow; those of a composed one by workflow. */
export function RulesSection({ decision, workflow }: { decision: Decision; workflow: WorkflowDetail }) {
  const rules = decision.rules ?? [];
  const groups = byWorkflow(rules, ({ name }) => name, workflow.uses?.map((use) => use.workflow));
  return (
    <Section title="All rules" count={decision.rules?.length} note={count(countVerdicts(decision))}>
      {groups.length < 2
        ? <RuleRows rules={rules} />
        : <WorkflowGroups groups={groups} detail={(items) => count(countOf(items))}>{(items) => <RuleRows rules={items} />}</WorkflowGroups>}
    </Section>
  );
}

function RuleRows({ rules }: { rules: readonly RuleResult[] }) {
  return (
    <ul className={styles.list}>
      {rules.map((rule) => <li key={rule.name}><RuleRow rule={rule} /></li>)}
    </ul>
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
          ? <Disclosure plain className={styles.output} summary={name}>{() => <RuleReasons rule={rule} />}</Disclosure>
          : name}
        <Tag tone={look.tone} icon={look.icon}>{verdictWords[rule.verdict]}</Tag>
      </div>
      <OriginLine rule={rule.name} underWorkflow />
      {rule.error && <p className={styles.error}><code>{rule.error.code}</code> <CodeText>{rule.error.message}</CodeText></p>}
      {rule.verdict === 'failed' && <EvidenceList evidence={rule.evidence} />}
    </div>
  );
}
