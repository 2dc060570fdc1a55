import { useCallback } from 'react';
import { setAt } from '../../../model/documents/editJson';
import type { JSONPath, JsonValue } from '../../../model/documents/json';
import { memberOrder, type RuleView } from '../../../model/documents/workflowDocument';
import { humanize } from '../../../model/words';
import { useWorkflowEditing } from '../WorkflowEditing';

/** Members of a rule and of the objects in it. */
const order = [...memberOrder.rule, ...memberOrder.recommendation, ...memberOrder.param];

export const ruleTitle = ({ title, name }: Pick<RuleView, 'title' | 'name'>) => title ?? humanize(name);

/** Edits of one rule, as steps that say what they change. */
export function useRuleEdit(rule: RuleView) {
  const { edit } = useWorkflowEditing();
  const { path, pointer } = rule;
  const title = ruleTitle(rule);
  /** Sets a member of the rule or below it; an empty text removes it. `typing` joins the keys of one field to one step. */
  const set = useCallback((member: JSONPath, value: JsonValue | undefined, what: string, typing = false) => {
    edit(`${what} of ${title}`, (text) => setAt(text, [...path, ...member], value === '' ? undefined : value, order), typing ? `${pointer}/${member.join('/')}` : undefined);
  }, [edit, path, pointer, title]);
  const change = useCallback((what: string, run: (text: string) => string) => { edit(`${what} of ${title}`, run); }, [edit, title]);
  return { set, change };
}
