import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { withNested, type RuleView } from '../../../model/documents/workflowDocument';
import { EmptyState } from '../../../ui/EmptyState';
import { useWorkflowEditing } from '../WorkflowEditing';
import { RulePage } from './RulePage';

export function RuleRoute() {
  const { rule: name } = useParams({ from: '/changes/$change/workflows/$folder/rules/$rule' });
  const { view } = useWorkflowEditing();
  const rules = view.rules.flatMap(withNested);
  const rule = rules.find((candidate) => candidate.name === name);
  useFollowedName(name, rule, rules);
  if (!rule) return <EmptyState page icon="question" title={`There is no rule “${name}” here`}><p>It may have been renamed or removed. The list at the side shows what there is.</p></EmptyState>;
  return <RulePage key={rule.name} rule={rule} />;
}

/** The rule that is open may get another name, also by undo: the address follows. */
function useFollowedName(name: string, rule: RuleView | undefined, rules: readonly RuleView[]) {
  const navigate = useNavigate();
  const open = useRef<{ readonly name: string; readonly pointer: string; readonly count: number } | null>(null);
  const count = rules.length;
  const pointer = rule?.pointer ?? null;
  const renamed = rule ? null : rules;
  useEffect(() => {
    if (pointer !== null) {
      open.current = { name, pointer, count };
      return;
    }
    const before = open.current;
    // With as many rules as before none was removed: the one that stands there now is the same.
    if (before?.name !== name || before.count !== count) return;
    const now = renamed?.find((candidate) => candidate.pointer === before.pointer);
    if (now) void navigate({ from: '/changes/$change/workflows/$folder/rules/$rule', to: '/changes/$change/workflows/$folder/rules/$rule', params: (former) => ({ ...former, rule: now.name }), replace: true });
  }, [name, pointer, count, renamed, navigate]);
}
