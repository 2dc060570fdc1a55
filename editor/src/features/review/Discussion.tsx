import { documentTitle } from '../../model/changes/documents';
import { isUnresolved } from '../../model/review/comments';
import { plural } from '../../model/words';
import { useNames } from '../changes/useNames';
import { placeId } from './placeId';
import { RemarkView } from './RemarkView';
import { useRemarks } from './RemarksContext';
import styles from './Review.module.css';

/** All remarks, the open ones first, also those whose place does not differ any more. `places`: ids of the elements that the page has. */
export function Discussion({ places }: { places: ReadonlySet<string> }) {
  const { all } = useRemarks();
  const { titleOf } = useNames();
  const open = all.filter(isUnresolved);
  return (
    <section id="discussion" className={styles.block} aria-labelledby="discussion-title" tabIndex={-1}>
      <h2 id="discussion-title">Discussion</h2>
      <p className={styles.soft}>{all.length === 0 ? 'Nobody has remarked on anything yet. Every part above has a button for it.' : `${plural(open.length, 'open remark')}, ${all.length - open.length} dealt with.`}</p>
      <ul className={styles.cards}>
        {[...open, ...all.filter((remark) => !isUnresolved(remark))].map((remark) => {
          const { id, document, place } = remark;
          const anchor = placeId(document, place);
          const where = `${document.includes('/') ? `${titleOf(document.split('/')[0] ?? '')}: ` : ''}${place === '' ? documentTitle(document) : place}`;
          return (
            <li key={id}>
              <p>{places.has(anchor) ? <a href={`#${anchor}`}>{where}</a> : <>{where} <small>(this place does not differ now)</small></>}</p>
              <RemarkView remark={remark} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
