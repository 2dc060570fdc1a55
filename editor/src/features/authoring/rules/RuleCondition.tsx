import { Button } from '@mantine/core';
import { useCallback } from 'react';
import { setAt } from '../../../model/documents/editJson';
import type { JSONPath } from '../../../model/documents/json';
import { memberOrder, type RuleView } from '../../../model/documents/workflowDocument';
import { ConditionEditor } from '../../condition/ConditionEditor';
import type { WriteExpression } from '../../condition/context';
import { findingsAt, useWorkflowEditing } from '../WorkflowEditing';
import styles from './Rules.module.css';
import { ruleTitle } from './useRuleEdit';

/** When a rule applies. */
export function RuleCondition({ rule }: { rule: RuleView }) {
  const editing = useWorkflowEditing();
  const { edit } = editing;
  const title = ruleTitle(rule);
  const { path, pointer } = rule;
  // An empty text stays in the document: what is missing is then told at its place.
  const write = useCallback<WriteExpression>((text, kind) => {
    edit(`condition of ${title}`, (document) => setAt(document, [...path, 'Expression'], text, memberOrder.rule), kind === 'typing' ? `${pointer}/Expression` : undefined);
  }, [edit, title, path, pointer]);
  const join = () => { edit(`kind of ${title}`, (document) => joinRules(document, path)); };
  return (
    <div className={styles.card}>
      <ConditionEditor
        label="Condition" text={rule.expression ?? ''} place={{ workflow: editing.view.name, rule: rule.name, isCondition: true }} readOnly={false}
        diagnostics={findingsAt(editing, `${pointer}/Expression`)} onChange={write}
        otherwise={<Button variant="subtle" ml="xs" onClick={join}>Join rules instead</Button>}
      />
    </div>
  );
}

/** The rule joins others instead of having a condition. */
function joinRules(document: string, path: JSONPath): string {
  const joining = setAt(setAt(document, [...path, 'Operator'], 'And', memberOrder.rule), [...path, 'Rules'], [], memberOrder.rule);
  return setAt(joining, [...path, 'Expression'], undefined);
}
