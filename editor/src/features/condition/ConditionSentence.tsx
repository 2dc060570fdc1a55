import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { linkSentence, namedParts, type NamedPart } from '../../model/condition/sentenceLinks';
import { useWorkflowEditing } from '../authoring/WorkflowEditing';
import { useWorkspace } from '../workspace/WorkspaceContext';

/** What an expression says, in plain English; what it calls by name leads there. */
export function ConditionSentence({ sentence, expression }: { sentence: string; expression: string }) {
  const { view } = useWorkflowEditing();
  const pieces = useMemo(() => linkSentence(sentence, expression, namedParts(view)), [sentence, expression, view]);
  return pieces.map(({ text, part }, i) => {
    const shown = i === 0 ? text.charAt(0).toUpperCase() + text.slice(1) : text;
    return part ? <PartLink key={i} part={part}>{shown}</PartLink> : <span key={i}>{shown}</span>;
  });
}

/** To the page of a part of this workflow. */
export function PartLink({ part: { kind, page, name }, children }: { part: Pick<NamedPart, 'kind' | 'page' | 'name'>; children: string }) {
  const { folder } = useWorkflowEditing();
  const { key } = useWorkspace();
  const here = { change: key, folder };
  switch (kind) {
    case 'rule': return <Link to="/changes/$change/workflows/$folder/rules/$rule" params={{ ...here, rule: page }}>{children}</Link>;
    case 'score': return <Link to="/changes/$change/workflows/$folder/scores/$score" params={{ ...here, score: page }} {...(page === name ? {} : { hash: name })}>{children}</Link>;
    case 'table': return <Link to="/changes/$change/workflows/$folder/tables/$table" params={{ ...here, table: page }}>{children}</Link>;
    default: return <Link to="/changes/$change/workflows/$folder/parameters" params={here} hash={page}>{children}</Link>;
  }
}
