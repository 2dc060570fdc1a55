import { useMemo } from 'react';
import { namedParts } from '../../../model/condition/sentenceLinks';
import { factLabel } from '../../../model/facts/labels';
import { buildForm } from '../../../model/facts/form';
import type { RuleView } from '../../../model/documents/workflowDocument';
import { PartLink } from '../../condition/ConditionSentence';
import { useDraftSchemas } from '../../workspace/useDraftSchemas';
import { useWorkflowEditing } from '../WorkflowEditing';
import { RuleCard } from './RuleCard';
import { OtherName, RuleLink } from './RuleLink';
import styles from './Rules.module.css';
import { outlineOf, useOutline } from '../useOutline';

/** What the rule reads, and what reads it. */
export function RuleLinks({ rule }: { rule: RuleView }) {
  const { view } = useWorkflowEditing();
  const outline = outlineOf(useOutline().data, rule);
  const schemas = useDraftSchemas();
  const form = useMemo(() => buildForm(view.inputs, schemas), [view.inputs, schemas]);
  const parts = useMemo(() => new Map(namedParts(view).map((part) => [part.name, part])), [view]);
  if (!outline) return null;
  return (
    <RuleCard title="Reads and is read by">
      <dl className={styles.links}>
        <dt>Reads</dt>
        <dd>
          {outline.uses.length === 0 ? 'No other part of the workflow.' : (
            <ul>
              {outline.uses.map((name) => {
                const part = parts.get(name) ?? parts.get(name.split('.')[0] ?? '');
                return <li key={name}>{part ? <PartLink part={part}>{part.words[0] ?? name}</PartLink> : <OtherName name={name} />}</li>;
              })}
            </ul>
          )}
        </dd>
        <dt>Facts</dt>
        <dd>{outline.facts.length === 0 ? 'None.' : <ul>{outline.facts.map((fact) => <li key={fact} title={fact}>{factLabel(form, fact)}</li>)}</ul>}</dd>
        <dt>Read by</dt>
        <dd>{outline.usedBy.length === 0 ? 'No other rule.' : <ul>{outline.usedBy.map((name) => <li key={name}><RuleLink name={name} /></li>)}</ul>}</dd>
      </dl>
    </RuleCard>
  );
}
