import { useParams } from '@tanstack/react-router';
import type { Decision } from '../../../model/decision';
import { withNested, type WorkflowView } from '../../../model/documents/workflowDocument';
import { localName } from '../../../model/grouping';
import { statusWords, summarize, verdictWords } from '../../../model/status';
import { withUnit } from '../../../model/unit';
import { formatRange, formatValue } from '../../../model/value';
import { outputUnit } from '../../../model/workflow';
import { humanize } from '../../../model/words';
import { CodeText } from '../../../ui/CodeText';
import { Tag } from '../../../ui/Tag';
import { statusLooks, verdictLooks } from '../../decision/looks';
import { RuleReasons } from '../../explanation/RuleExplanation';
import { useTryItContext } from '../../tryit/TryItContext';
import { useWorkflowEditing } from '../WorkflowEditing';
import styles from './TryIt.module.css';

/** What the decision says about the part that is open beside it; about the whole where none is. */
export function PartVerdict({ outdated }: { outdated: boolean }) {
  const { rule, table, score } = useParams({ strict: false });
  const { view } = useWorkflowEditing();
  const { decision } = useTryItContext();
  if (!decision) return null;
  return (
    <section className={styles.verdict} data-outdated={outdated || undefined} aria-label={outdated ? 'Decided before' : 'Decided now'}>
      {rule !== undefined ? <RuleVerdict name={rule} decision={decision} view={view} />
        : table !== undefined ? <ValueLines name={table} what="table" decision={decision} />
          : score !== undefined ? <ValueLines name={score} what="score" decision={decision} />
            : <Whole decision={decision} />}
    </section>
  );
}

function RuleVerdict({ name, decision, view }: { name: string; decision: Decision; view: WorkflowView }) {
  const own = decision.rules?.find((rule) => rule.name === name);
  const top = view.rules.find((candidate) => withNested(candidate).some((rule) => rule.name === name));
  const around = own ?? decision.rules?.find((rule) => rule.name === top?.name);
  if (!around) return <p className={styles.line}>{top && !top.enabled ? 'This rule is off: it is not decided.' : 'The last decision does not know this rule.'}</p>;
  const look = verdictLooks[around.verdict];
  return (
    <>
      <p className={styles.line}>
        {own ? 'This rule:' : `Part of “${around.title ?? humanize(around.name)}”:`}
        <Tag tone={look.tone} icon={look.icon}>{verdictWords[around.verdict].toLowerCase()}</Tag>
        {around.explanation && 'because'}
      </p>
      {around.error && <p className={styles.error}><code>{around.error.code}</code> <CodeText>{around.error.message}</CodeText></p>}
      <RuleReasons key={around.name} rule={around} />
    </>
  );
}

/** The outputs of a table, or the sum of a score. */
function ValueLines({ name, what, decision }: { name: string; what: string; decision: Decision }) {
  const { workflow } = useTryItContext();
  const outputs = Object.entries(decision.outputs).filter(([output]) => output === name || output.startsWith(`${name}.`));
  if (outputs.length === 0) return <p className={styles.line}>{`The last decision does not know this ${what}.`}</p>;
  return (
    <dl className={styles.values}>
      {outputs.map(([output, value]) => {
        const range = decision.ranges?.[output];
        const text = value === null && range ? formatRange(range) : formatValue(value);
        return (
          <div key={output}>
            <dt>{output === name ? `This ${what} gives` : humanize(localName(output).slice(name.length + 1))}</dt>
            <dd>{value === null && !range ? text : withUnit(text, outputUnit(workflow, output))}</dd>
          </div>
        );
      })}
    </dl>
  );
}

function Whole({ decision }: { decision: Decision }) {
  const look = statusLooks[decision.status];
  return <p className={styles.line}><Tag tone={look.tone} icon={look.icon}>{statusWords[decision.status].title}</Tag> {summarize(decision)}</p>;
}
