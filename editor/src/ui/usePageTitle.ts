import { useEffect } from 'react';

/** The title of the browser tab while a page is shown. */
export function usePageTitle(title: string) {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
