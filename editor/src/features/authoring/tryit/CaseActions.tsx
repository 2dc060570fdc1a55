import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { readCases } from '../../../model/documents/casesDocument';
import { LoadCase } from '../../tryit/cases/LoadCase';
import { BundleButton } from '../../tryit/fhir/BundleButton';
import { useIsCurrent } from '../../tryit/behind';
import { useDraftDocument } from '../../workspace/useDraftDocument';
import { useWorkflowEditing } from '../WorkflowEditing';
import { SaveCase } from './SaveCase';
import styles from './TryIt.module.css';

/** Between the form and the golden cases of the workflow, as they are on the screen. */
export function CaseActions() {
  const { casesName, readOnly } = useWorkflowEditing();
  const text = useDraftDocument(casesName).document?.text ?? null;
  const cases = useMemo(() => (text === null ? null : readCases(text)), [text]);
  const isCurrent = useIsCurrent();
  const [open, setOpen] = useState<'load' | 'save' | null>(null);
  const close = () => { setOpen(null); };
  return (
    <div className={styles.actions}>
      <BundleButton size="compact-xs" />
      {cases && cases.cases.length > 0 && <Button size="compact-xs" variant="default" onClick={() => { setOpen('load'); }}>Load a golden case</Button>}
      {/* It keeps the focus while the next decision is on its way. */}
      {readOnly === null && <Button size="compact-xs" variant="default" data-disabled={!isCurrent || undefined} aria-disabled={!isCurrent} onClick={() => { if (isCurrent) setOpen('save'); }}>Save as golden case</Button>}
      {open === 'load' && cases && <LoadCase cases={cases} onClose={close} />}
      {open === 'save' && <SaveCase onClose={close} />}
    </div>
  );
}
