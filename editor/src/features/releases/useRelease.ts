import { useQuery } from '@tanstack/react-query';
import { libraryQuery, releasesQuery } from '../../api/queries';
import type { Release } from '../../model/release';
import { useSession } from '../access/useSession';

/** The release that is served; null where a folder is, or nothing is known yet. */
export function useRelease(): Release | null {
  const session = useSession();
  const { data: library } = useQuery(libraryQuery);
  const { data: releases } = useQuery({ ...releasesQuery(library?.library), enabled: session?.hasStore === true && library !== undefined });
  return releases?.[0] ?? null;
}
