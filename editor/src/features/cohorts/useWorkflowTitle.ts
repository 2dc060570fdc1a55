import { useQuery } from '@tanstack/react-query';
import { libraryQuery } from '../../api/queries';
import { titleOf } from '../../model/pathway';
import { humanize } from '../../model/words';

/** As the library in force calls it; one that is only in an older release by its name. */
export function useWorkflowTitle(name: string): string {
  const workflow = useQuery(libraryQuery).data?.workflows.find((known) => known.name === name);
  return workflow ? titleOf(workflow) : humanize(name);
}
