import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { useState } from 'react';
import { vi } from 'vitest';
import type { ExpressionFinding, Explained } from '../../model/condition/structure';
import type { Offer } from '../../model/condition/subjects';
import { readTree, typeOf, yesNo } from '../../model/condition/testTrees';
import { readWorkflow } from '../../model/documents/workflowDocument';
import { DraftStore } from '../../model/drafts/DraftStore';
import { WorkflowEditingContext, type WorkflowEditing } from '../authoring/WorkflowEditing';
import { WorkspaceContext, type Workspace } from '../workspace/WorkspaceContext';
import { ConditionEditor } from './ConditionEditor';
import type { EditKind } from './context';
import type { ConditionView } from './useConditionView';

const offer = (insert: string, more: Partial<Offer> = {}): Offer => ({ label: insert, insert, kind: 'fact', detail: null, description: null, typeInfo: yesNo, ...more });

const offers = [offer('a'), offer('b'), offer('score', { kind: 'score', description: 'Total score', typeInfo: typeOf('number', { unit: 'mg/dL' }) }), offer('&&', { kind: 'operator', typeInfo: null })];

/** As the server would: a name `wrong` is not known, and `right` is near. */
function explain(text: string): Explained {
  const at = text.indexOf('wrong');
  const found: ExpressionFinding = { code: 'BMR2002', severity: 'error', start: at, length: 5, message: 'there is no `wrong`', help: 'did you mean `right`?', fix: { title: 'write `right`', start: at, length: 5, insert: 'right' } };
  return at >= 0
    ? { sentence: null, type: null, typeInfo: null, structure: null, diagnostics: [found] }
    : { sentence: `sentence of ${text}`, type: 'true or false', typeInfo: yesNo, structure: readTree(text), diagnostics: [] };
}

interface Setup {
  readonly text: string;
  readonly view?: ConditionView;
  readonly readOnly?: boolean;
}

/** A condition on a page, and a server that understands a little. Gives every text that it was changed to. */
export function showCondition({ text, view = 'builder', readOnly = false }: Setup) {
  localStorage.setItem('bonemets.conditionView.1', view);
  const written: { readonly text: string; readonly kind: EditKind }[] = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    const body = JSON.parse(String(init.body)) as { readonly text: string };
    const answer = url.endsWith('/explain') ? explain(body.text) : url.endsWith('/complete') ? { start: 0, length: 0, items: offers } : { name: null, call: null };
    return Promise.resolve(new Response(JSON.stringify(answer)));
  });
  const store = new DraftStore({ transport: { list: () => Promise.resolve([]), read: () => Promise.reject(new Error('nothing to read')), save: () => Promise.resolve({ kind: 'lost' as const }) } });
  const workspace: Workspace = { key: '1', change: null, release: 1, readOnly: null, store, snapshot: store.snapshot(), place: {} };
  const view1 = readWorkflow('{ "WorkflowName": "W", "Rules": [{ "RuleName": "a", "Expression": "b" }] }');
  const editing: WorkflowEditing = { folder: 'w', documentName: 'w/workflow.json', casesName: 'w/cases.json', view: view1, readOnly: null, edit: () => undefined, diagnostics: [] };

  function Page() {
    const [now, setNow] = useState(text);
    return (
      <ConditionEditor
        label="Condition" text={now} place={{ workflow: 'W', isCondition: true }} readOnly={readOnly} diagnostics={[]}
        onChange={(next, kind) => { written.push({ text: next, kind }); setNow(next); }}
      />
    );
  }

  const router = createRouter({ routeTree: createRootRoute({ component: Page }), history: createMemoryHistory() });
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <WorkspaceContext value={workspace}>
          <WorkflowEditingContext value={editing}>
            <RouterProvider router={router as never} />
          </WorkflowEditingContext>
        </WorkspaceContext>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return written;
}
