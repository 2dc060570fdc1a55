import { useMemo } from 'react';
import type { Evidence } from '../../../model/decision';
import { readSources } from '../../../model/documents/evidenceDocument';
import { useDraftDocument } from '../../workspace/useDraftDocument';

/** The sources that can be cited, as they are on the screen. */
export function useSources(): readonly Evidence[] {
  const text = useDraftDocument('evidence.json').document?.text ?? null;
  return useMemo(() => (text === null ? [] : readSources(text)), [text]);
}
