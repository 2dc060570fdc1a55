import { useEffect, useRef, useSyncExternalStore } from 'react';
import { parseDocument } from '../../../model/documents/json';
import { fillFrom } from '../../tryit/cases/fillFrom';
import { patients } from '../../tryit/patient';
import type { TryIt } from '../../tryit/TryItContext';
import { useWorkspace } from '../../workspace/WorkspaceContext';

/** Fills the panel with a patient who waits to be shown here; `onShown` brings the panel into sight. */
export function useShownPatient(folder: string, tryIt: TryIt, isReady: boolean, onShown: () => void) {
  const { key } = useWorkspace();
  const patient = useSyncExternalStore(patients.subscribe, patients.waiting);
  const isHere = patient?.workspace === key && patient.folder === folder;
  const latest = useRef({ tryIt, onShown });
  useEffect(() => { latest.current = { tryIt, onShown }; });
  useEffect(() => {
    if (!patient || !isHere || !isReady) return;
    const { tryIt: { facts, form, setView }, onShown: shown } = latest.current;
    const { root } = parseDocument(patient.facts);
    fillFrom(facts, form, { text: patient.facts, node: root }, { id: patient.name, asOf: patient.asOf, isExample: true });
    setView('decision');
    patients.taken();
    shown();
  }, [patient, isHere, isReady]);
}
