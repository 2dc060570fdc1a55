import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changeQuery, changesQuery } from '../../api/changes';
import type { ChangeAnswer } from '../../api/generated';
import { isEdited } from '../../model/drafts/draftDocument';
import { useWorkspace } from '../workspace/WorkspaceContext';

/**
 * Something done to the change as a whole. What is still unsaved is saved before, so that it is done to what stands on the screen;
 * afterwards everything that the page knows of the change and its texts is read anew.
 */
export function useChangeAction<Input = void>(id: number, run: (input: Input) => Promise<ChangeAnswer>, done?: (change: ChangeAnswer) => void) {
  const { store } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (input: Input) => {
      await store.flush();
      const unsaved = [...store.snapshot().documents.values()].filter(isEdited).map(({ name }) => name);
      if (unsaved.length > 0) throw new Error(`${unsaved.join(', ')} could not be saved, so nothing was done: the notice above says why`);
      return run(input);
    },
    onSuccess: async (change) => {
      queryClient.setQueryData(changeQuery(id).queryKey, change);
      await Promise.all([
        // It was done: texts that cannot be read at this moment are looked for again soon.
        store.refresh().catch(() => undefined),
        queryClient.invalidateQueries({ ...changesQuery, exact: true }),
        ...(change.state === 'published' ? [queryClient.invalidateQueries({ queryKey: ['library'] }), queryClient.invalidateQueries({ queryKey: ['releases'] })] : []),
      ]);
      done?.(change);
    },
    // Others may have done something to it meanwhile: the page then shows what.
    onError: () => queryClient.invalidateQueries({ queryKey: changeQuery(id).queryKey, exact: true }),
  });
}
