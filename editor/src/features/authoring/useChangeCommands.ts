import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useCommands } from '../commands/useCommands';
import { useWorkspace } from '../workspace/WorkspaceContext';

/** The pages of a change in the palette. */
export function useChangeCommands() {
  const { change, key } = useWorkspace();
  const navigate = useNavigate();
  const title = change?.title;
  useCommands(useMemo(() => {
    if (title === undefined) return [];
    const params = { change: key };
    const group = 'This change';
    return [
      { id: 'change:page', title: `Change: ${title}`, group, words: 'submit publish withdraw documents', run: () => { void navigate({ to: '/changes/$change', params }); } },
      { id: 'change:review', title: 'What it changes', group, words: 'review approve differences diff', run: () => { void navigate({ to: '/changes/$change/review', params }); } },
      { id: 'change:cases', title: 'Failed cases', group, words: 'golden tests', run: () => { void navigate({ to: '/changes/$change/cases', params }); } },
      { id: 'change:evidence', title: 'Evidence', group, words: 'sources citations', run: () => { void navigate({ to: '/changes/$change/evidence', params }); } },
    ];
  }, [title, key, navigate]));
}
