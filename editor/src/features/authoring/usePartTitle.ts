import { useLocation, useParams } from '@tanstack/react-router';
import { withNested, type WorkflowView } from '../../model/documents/workflowDocument';
import { humanize } from '../../model/words';

const pages: Readonly<Record<string, string>> = { parameters: 'Parameters', cases: 'Golden cases', text: 'As text', 'new-case': 'New golden case' };

/** What the part of the workflow that is open is called; null on the page of the workflow itself. */
export function usePartTitle(view: WorkflowView | null): string | null {
  const { rule, table, score, case: golden } = useParams({ strict: false });
  const page = useLocation({ select: ({ pathname }) => /\/workflows\/[^/]+\/([^/]+)\/?$/.exec(pathname)?.[1] ?? null });
  if (rule !== undefined) return view?.rules.flatMap(withNested).find(({ name }) => name === rule)?.title ?? humanize(rule);
  if (score !== undefined) return view?.scores.find(({ name }) => name === score)?.title ?? humanize(score);
  if (table !== undefined) return humanize(table);
  if (golden !== undefined) return `Golden case ${golden}`;
  return page === null ? null : pages[page] ?? null;
}
