import { Skeleton } from '@mantine/core';
import { lazy, Suspense, useMemo } from 'react';
import { sentence } from '../../../model/words';
import { RequestError } from '../../shell/RequestError';
import { useDraftDocument } from '../../workspace/useDraftDocument';
import { useCheck } from '../../workspace/useLanguage';
import { useWorkspace } from '../../workspace/WorkspaceContext';
import { FindingList } from '../FindingList';

const JsonEditor = lazy(async () => ({ default: (await import('../../text/JsonEditor')).JsonEditor }));

/** A document as text with its findings; saved as it stands, whatever its state. */
export function DocumentText({ name }: { name: string }) {
  const { readOnly } = useWorkspace();
  const { document, error, retry, edit } = useDraftDocument(name);
  const all = useCheck().data?.diagnostics;
  const findings = useMemo(() => (all ?? []).filter((found) => found.document === name), [all, name]);
  if (error) return <RequestError error={error} retry={retry} />;
  if (document?.text === null || !document) return <Skeleton height={420} />;
  return (
    <>
      {readOnly !== null && <p>{sentence(readOnly)}</p>}
      <Suspense fallback={<Skeleton height={420} />}>
        <JsonEditor label={`Text of ${name}`} text={document.text} readOnly={readOnly !== null} diagnostics={findings} onChange={(text) => { edit(`text of ${name}`, () => text, 'text'); }} />
      </Suspense>
      <FindingList findings={findings} />
    </>
  );
}
