import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { insertAt } from '../../../model/documents/editJson';
import { memberOrder } from '../../../model/documents/workflowDocument';
import { nameFor, takenNames } from '../../../model/documents/names';
import { newRule, newScore, newTable } from '../../../model/documents/newParts';
import { Icon } from '../../../ui/Icon';
import { useWorkspace } from '../../workspace/WorkspaceContext';
import { useWorkflowEditing } from '../WorkflowEditing';
import styles from '../Authoring.module.css';

type Kind = 'rule' | 'table' | 'score';

const lists = { rule: 'Rules', table: 'Tables', score: 'Scores' } as const;

const makers = { rule: newRule, table: newTable, score: newScore } as const;

const examples = { rule: 'Prophylactic fixation', table: 'Dose by creatinine clearance', score: 'Mirels score' } as const;

/** A new rule, table or score: the author says what it is called, and its name in expressions follows from that. */
export function AddPart({ kind }: { kind: Kind }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={styles.add} aria-label={`Add a ${kind}`} onClick={() => { setOpen(true); }}><Icon name="plus" size={16} /></button>
      {open && <NewPart kind={kind} onClose={() => { setOpen(false); }} />}
    </>
  );
}

function NewPart({ kind, onClose }: { kind: Kind; onClose: () => void }) {
  const { view, folder, edit } = useWorkflowEditing();
  const { key } = useWorkspace();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const taken = takenNames(view);
  const name = nameFor(title, kind === 'rule', taken);
  const add = () => {
    const list = lists[kind];
    const count = kind === 'rule' ? view.rules.length : kind === 'table' ? view.tables.length : view.scores.length;
    edit(`new ${kind} ${title.trim()}`, (text) => insertAt(text, [list], count, makers[kind](name, title.trim()), memberOrder.workflow));
    onClose();
    const params = { change: key, folder };
    if (kind === 'rule') void navigate({ to: '/changes/$change/workflows/$folder/rules/$rule', params: { ...params, rule: name } });
    else if (kind === 'table') void navigate({ to: '/changes/$change/workflows/$folder/tables/$table', params: { ...params, table: name } });
    else void navigate({ to: '/changes/$change/workflows/$folder/scores/$score', params: { ...params, score: name } });
  };
  return (
    <Modal opened onClose={onClose} title={`New ${kind}`}>
      <form className={styles.form} onSubmit={(event) => { event.preventDefault(); if (name) add(); }}>
        <TextInput label="Title" description="As readers see it." placeholder={examples[kind]} data-autofocus value={title} onChange={(event) => { setTitle(event.currentTarget.value); }} />
        <p className={styles.hint} role="status">{name ? <>Conditions call it <code>{name}</code>.</> : 'Give it a title with letters.'}</p>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>Cancel</Button>
          <Button type="submit" disabled={!name}>{`Add ${kind}`}</Button>
        </Group>
      </form>
    </Modal>
  );
}
