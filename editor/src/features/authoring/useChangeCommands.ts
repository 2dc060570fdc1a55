import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useCommands } from '../commands/useCommands';
import { useWorkspace } from '../workspace/WorkspaceContext';

/** The pages of a change, or of what is live, in the palette. */
export function useChangeCommands() {
  const { change, key } = useWorkspace();
  const navigate = useNavigate();
  const title = change?.title;
  useCommands(useMemo(() => {
    const params = { change: key };
    const group = title === undefined ? 'What is live' : 'This change';
    const findings = { id: 'change:findings', title: 'Findings', group, words: 'verification all patients warnings contradictions never met', run: () => { void navigate({ to: '/changes/$change/verification', params }); } };
    if (title === undefined) return [findings];
    return [
      { id: 'change:page', title: `Change: ${title}`, group, words: 'submit publish withdraw documents', run: () => { void navigate({ to: '/changes/$change', params }); } },
      { id: 'change:review', title: 'What it changes', group, words: 'review approve differences diff', run: () => { void navigate({ to: '/changes/$change/review', params }); } },
      findings,
      { id: 'change:cases', title: 'Failed cases', group, words: 'golden tests', run: () => { void navigate({ to: '/changes/$change/cases', params }); } },
      { id: 'change:evidence', title: 'Evidence', group, words: 'sources citations', run: () => { void navigate({ to: '/changes/$change/evidence', params }); } },
    ];
  }, [title, key, navigate]));
}
