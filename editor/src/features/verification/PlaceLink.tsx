import { Link } from '@tanstack/react-router';
import { placeOf, placeWords } from '../../model/documents/places';
import type { WorkflowView } from '../../model/documents/workflowDocument';
import { partLink } from '../authoring/outline/partLink';
import { useWorkspace } from '../workspace/WorkspaceContext';

/** To the page of the part that stands at a pointer into a workflow's document, under what readers call it, with the row or band that is meant. */
export function PlaceLink({ folder, view, pointer }: { folder: string; view: WorkflowView; pointer: string }) {
  const { key } = useWorkspace();
  const place = placeOf(view, pointer);
  return <Link {...partLink(place.part, { change: key, folder }, 'name' in place ? place.name : '')}>{placeWords(view, pointer)}</Link>;
}
