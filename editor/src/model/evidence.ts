import type { Evidence } from './decision';

/** Where a source can be read: its DOI, else its address when that is a web page. */
export function evidenceLink({ doi, url }: Evidence): { href: string; text: string } | null {
  if (doi) return { href: `https://doi.org/${encodeURI(doi)}`, text: `doi:${doi}` };
  if (url && /^https?:\/\//i.test(url)) return { href: url, text: url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '') };
  return null;
}

/** "Mirels H. Clin Orthop Relat Res, 1989": authors, publisher and year, as far as the title does not state them already. */
export function evidenceByline({ title, authors, publisher, year }: Evidence): string {
  const isNew = (words: string | number | null | undefined) => Boolean(words) && !title?.includes(String(words));
  const published = [publisher, year].filter(isNew).join(', ');
  return [authors?.replace(/\.$/, ''), published].filter(isNew).join('. ');
}
