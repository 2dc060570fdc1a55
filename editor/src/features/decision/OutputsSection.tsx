import type { Decision } from '../../model/decision';
import { byWorkflow, localName } from '../../model/grouping';
import { formatRange, formatValue } from '../../model/value';
import { withUnit } from '../../model/unit';
import { outputScale, outputUnit, type WorkflowDetail } from '../../model/workflow';
import { humanize } from '../../model/words';
import { Disclosure } from '../../ui/Disclosure';
import { Section } from '../../ui/Section';
import { TargetView } from '../explanation/TargetView';
import { OriginLine } from './OriginLine';
import styles from './Tables.module.css';
import { WorkflowGroups } from './WorkflowGroups';

/** Parameters, scores and table outputs: steps on the way, never advice. */
export function OutputsSection({ decision, workflow }: { decision: Decision; workflow: WorkflowDetail }) {
  const names = Object.keys(decision.outputs);
  if (names.length === 0) return null;
  const groups = byWorkflow(names, (name) => name, workflow.uses?.map((use) => use.workflow));
  const rows = (inside: readonly string[]) => (
    <ul className={styles.list}>
      {inside.map((name) => (
        <li key={name} className={styles.row}>
          <Output name={name} decision={decision} workflow={workflow} />
          <OriginLine rule={name} underWorkflow />
        </li>
      ))}
    </ul>
  );
  return (
    <Section title="Intermediate values" note="Steps of the calculation, shown so that they can be checked. They are not advice.">
      {groups.length < 2 ? rows(names) : <WorkflowGroups groups={groups}>{rows}</WorkflowGroups>}
    </Section>
  );
}

function Output({ name, decision, workflow }: { name: string; decision: Decision; workflow: WorkflowDetail }) {
  const value = decision.outputs[name] ?? null;
  const range = decision.ranges?.[name];
  const text = value === null && range ? formatRange(range) : formatValue(value);
  const unit = value === null && !range ? null : outputUnit(workflow, name);
  const scale = outputScale(workflow, name);
  const shown = (
    <span className={styles.value} data-open={value === null || undefined}>
      {withUnit(text, unit)}{scale && <span className={styles.scale}> (scale {scale.min} to {scale.max})</span>}
    </span>
  );
  const label = <span className={styles.name}>{humanize(localName(name))}</span>;
  if (!decision.explanations?.[name]) return <div className={styles.line}>{label}{shown}</div>;
  return (
    <div className={styles.line}>
      <Disclosure plain className={styles.output} summary={label}>{() => <TargetView target={name} />}</Disclosure>
      {shown}
    </div>
  );
}
