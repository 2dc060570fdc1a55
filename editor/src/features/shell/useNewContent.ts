import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

/** When the server serves other content than before, whatever was read of the old one is read again; decisions follow their workflow's hash. */
export function useNewContent(hash: string | null | undefined) {
  const queryClient = useQueryClient();
  const seen = useRef<string | null>(null);
  useEffect(() => {
    if (!hash || hash === seen.current) return;
    const first = seen.current === null;
    seen.current = hash;
    if (first) return;
    for (const kind of ['workflow', 'schemas']) void queryClient.invalidateQueries({ queryKey: [kind] });
  }, [hash, queryClient]);
}
