import { useLocation, useParams } from '@tanstack/react-router';
import { ruleTitles, type WorkflowView } from '../../model/documents/workflowDocument';
import { humanize } from '../../model/words';

/** `/changes/1/workflows/folder/part` */
const placeOfPart = 5;

/** What the open part of a workflow is called, so that every page has a title of its own; null for the page about the workflow itself. */
export function usePartTitle(view: WorkflowView | null): string | null {
  const { rule, table, score, case: golden } = useParams({ strict: false });
  const part = useLocation({ select: ({ pathname }) => pathname.split('/')[placeOfPart] });
  switch (part) {
    case 'rules': return rule === undefined ? null : ((view && ruleTitles(view).get(rule)) ?? humanize(rule));
    case 'tables': return table === undefined ? null : `Table ${humanize(table)}`;
    case 'scores': return score === undefined ? null : (view?.scores.find(({ name }) => name === score)?.title ?? humanize(score));
    case 'cases': return golden === undefined ? 'Cases' : `Case ${golden}`;
    case 'new-case': return 'New case';
    case 'parameters': return 'Parameters';
    case 'text': return 'As text';
    default: return null;
  }
}
