import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { libraryQuery } from '../../api/queries';
import type { Command } from '../../model/command';
import { sectionsFor } from '../../model/site';
import { humanize } from '../../model/words';
import { useSession } from '../access/useSession';
import { useCommands } from './useCommands';

/** Every page that this person can use, and every workflow. */
export function useSiteCommands() {
  const session = useSession();
  const navigate = useNavigate();
  const { data } = useQuery(libraryQuery);
  useCommands(useMemo(() => {
    const go = (to: string) => () => { void navigate({ to }); };
    const pages = sectionsFor(session).map(({ path, title, pages: within = [] }): readonly Command[] => [
      { id: `go:${path}`, title, group: 'Go to', words: 'page', run: go(path) },
      ...within.map((page) => ({ id: `go:${page.path}`, title: `${title}: ${page.title.toLowerCase()}`, group: 'Go to', words: 'page', run: go(page.path) })),
    ]).flat();
    const account: readonly Command[] = !session?.hasStore ? []
      : session.name ? [{ id: 'go:/account', title: 'Your account', group: 'Go to', words: 'password page', run: go('/account') }]
        : [{ id: 'go:/sign-in', title: 'Sign in', group: 'Go to', words: 'log in account page', run: go('/sign-in') }];
    const workflows = (data?.workflows ?? []).map(({ name, title, tags }) => ({
      id: `workflow:${name}`, title: title ?? humanize(name), group: 'Workflows', words: [name, ...(tags ?? [])].join(' '),
      run: () => { void navigate({ to: '/workflows/$name', params: { name } }); },
    }));
    return [...pages, ...account, ...workflows];
  }, [data?.workflows, navigate, session]));
}
