import { Skeleton } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { readSchema } from '../../../model/documents/schemaDocument';
import { humanize } from '../../../model/words';
import { EmptyState } from '../../../ui/EmptyState';
import { usePageTitle } from '../../../ui/usePageTitle';
import { RequestError } from '../../shell/RequestError';
import { useDraftDocument } from '../../workspace/useDraftDocument';
import { useWorkspace } from '../../workspace/WorkspaceContext';
import { UnreadableDocument } from '../text/UnreadableDocument';
import { FactSchemaPage } from './FactSchemaPage';

export function FactSchemaRoute() {
  const { schema } = useParams({ from: '/changes/$change/facts/$schema' });
  const { snapshot } = useWorkspace();
  const name = `facts/${schema}.schema.json`;
  const { document, error, retry } = useDraftDocument(name);
  const text = document?.text ?? null;
  const view = useMemo(() => (text === null ? null : readSchema(text)), [text]);
  usePageTitle(`Facts: ${humanize(schema)} · BoneMets.Rules`);
  if (error) return <RequestError error={error} retry={retry} />;
  if (!snapshot.names.includes(name)) return <EmptyState page icon="question" title="There are no such facts here"><p>It may have been removed in this change, or the address is mistyped.</p></EmptyState>;
  if (!view) return <Skeleton height={420} />;
  return view.document.sound ? <FactSchemaPage name={name} schema={schema} view={view} /> : <UnreadableDocument name={name} title={`Facts: ${humanize(schema)}`} />;
}
