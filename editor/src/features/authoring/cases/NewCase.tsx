import { Button, Group, Modal, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { addCase, idProblem, suggestId } from '../../../model/cases/goldenCase';
import type { CasesView } from '../../../model/documents/casesDocument';
import { useWorkspace } from '../../workspace/WorkspaceContext';
import { useWorkflowEditing } from '../WorkflowEditing';
import styles from './Cases.module.css';
import type { WorkflowCases } from './useCases';

interface Props {
  readonly cases: CasesView | null;
  readonly edit: WorkflowCases['edit'];
  /** What it shall show, when that is known already. */
  readonly about?: string;
  readonly onClose: () => void;
}

/** A case without facts, to be filled on its own page. The first one makes the document. */
export function NewCase({ cases, edit, about = '', onClose }: Props) {
  const { view, folder } = useWorkflowEditing();
  const { key } = useWorkspace();
  const navigate = useNavigate();
  const [id, setId] = useState(() => suggestId(cases, folder));
  const [why, setWhy] = useState(about);
  const problem = idProblem(id, cases);
  const add = () => {
    edit(`new case ${id}`, (text) => addCase(text, view.name, { Id: id, Facts: {}, Expect: { Rules: {} }, Why: why.trim() === '' ? undefined : why.trim() }));
    onClose();
    void navigate({ to: '/changes/$change/workflows/$folder/cases/$case', params: { change: key, folder, case: id } });
  };
  return (
    <Modal opened onClose={onClose} title="New golden case">
      <form className={styles.form} onSubmit={(event) => { event.preventDefault(); if (!problem) add(); }}>
        <TextInput label="Id" required data-autofocus value={id} error={problem} onChange={(event) => { setId(event.currentTarget.value); }} />
        <Textarea label="What shall it show?" description="The reason why its result is right; it can be written later." autosize minRows={2} value={why} onChange={(event) => { setWhy(event.currentTarget.value); }} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>Cancel</Button>
          <Button type="submit" disabled={problem !== null}>Add case</Button>
        </Group>
      </form>
    </Modal>
  );
}
