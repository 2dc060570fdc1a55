import type { SourceView } from '../../model/documents/evidenceDocument';
import { evidenceByline, evidenceLink } from '../../model/evidence';
import styles from './Guideline.module.css';

/** The sources by the numbers under which they are cited, with addresses that can be read on paper. */
export function GuidelineSources({ ids, known }: { ids: readonly string[]; known: readonly SourceView[] }) {
  if (ids.length === 0) return null;
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">Sources</h2>
      <ol className={styles.sources}>
        {ids.map((id) => {
          const source = known.find((candidate) => candidate.id === id);
          if (!source) return <li key={id}><code>{id}</code>: not in the list of sources.</li>;
          const { title, authors, publisher, year, doi, url, verified, note } = source;
          const of = { source: id, title, authors, publisher, year: year === null ? null : Number(year), doi, url };
          const link = evidenceLink(of);
          const byline = evidenceByline(of);
          return (
            <li key={id}>
              <span>{title ?? id}</span>{byline && `. ${byline}`}{link && <>. <a href={link.href} className={styles.link}>{link.text}</a></>}.{' '}
              <strong>{verified ? 'Compared with the source.' : 'Not compared with the source yet.'}</strong>{note && ` ${note}`}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
