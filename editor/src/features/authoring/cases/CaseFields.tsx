import { TagsInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { idProblem } from '../../../model/cases/goldenCase';
import type { CasesView, CaseView } from '../../../model/documents/casesDocument';
import { setAt } from '../../../model/documents/editJson';
import type { JsonValue } from '../../../model/documents/json';
import { memberOrder } from '../../../model/documents/workflowDocument';
import styles from './Cases.module.css';
import type { WorkflowCases } from './useCases';

interface Props {
  readonly golden: CaseView;
  readonly cases: CasesView;
  readonly edit: WorkflowCases['edit'];
  readonly onRename: (id: string) => void;
  readonly readOnly: boolean;
}

/** What a case says of itself. */
export function CaseFields({ golden, cases, edit, onRename, readOnly }: Props) {
  const set = (member: string, value: JsonValue | undefined) => {
    edit(`${member.toLowerCase()} of ${golden.id}`, (text) => setAt(text, [...golden.path, member], value, memberOrder.case), `${golden.pointer} ${member}`);
  };
  const optional = (text: string) => (text === '' ? undefined : text);
  return (
    <div className={styles.fields}>
      <IdField key={golden.id} golden={golden} cases={cases} readOnly={readOnly} onCommit={(id) => { set('Id', id); onRename(id); }} />
      <TextInput label="Title" description="One line for readers." readOnly={readOnly} value={golden.title ?? ''} onChange={(event) => { set('Title', optional(event.currentTarget.value)); }} />
      <Textarea label="Why this is the right result" autosize minRows={1} readOnly={readOnly} value={golden.why ?? ''} onChange={(event) => { set('Why', optional(event.currentTarget.value)); }} />
      <TextInput label="Source" description="What the expectation rests on." readOnly={readOnly} value={golden.source ?? ''} onChange={(event) => { set('Source', optional(event.currentTarget.value)); }} />
      <TextInput label="Decided for" type="date" description="Without a date no rule that counts from it may be reached." readOnly={readOnly} value={golden.asOf ?? ''} onChange={(event) => { set('AsOf', optional(event.currentTarget.value)); }} />
      <TagsInput label="Tags" description="Words to find the case by." readOnly={readOnly} value={[...golden.tags]} onChange={(tags) => { set('Tags', tags.length === 0 ? undefined : tags); }} />
    </div>
  );
}

/** The id is an address: it changes when it is complete, not with every letter. */
function IdField({ golden, cases, readOnly, onCommit }: Pick<Props, 'golden' | 'cases' | 'readOnly'> & { onCommit: (id: string) => void }) {
  const [typed, setTyped] = useState(golden.id);
  const problem = idProblem(typed, cases, golden.id);
  const commit = () => { if (!problem && typed !== golden.id) onCommit(typed); };
  return (
    <TextInput
      label="Id"
      readOnly={readOnly}
      value={typed}
      error={problem}
      onChange={(event) => { setTyped(event.currentTarget.value); }}
      onBlur={commit}
      onKeyDown={(event) => { if (event.key === 'Enter') commit(); }}
    />
  );
}
