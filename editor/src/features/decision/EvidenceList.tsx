import type { Evidence } from '../../model/decision';
import { evidenceByline, evidenceLink } from '../../model/evidence';
import { Disclosure } from '../../ui/Disclosure';
import { Tag } from '../../ui/Tag';
import styles from './EvidenceList.module.css';

/** The sources of a rule; each says whether someone has compared the rule with it. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] | undefined }) {
  if (!evidence || evidence.length === 0) return <p className={styles.none}>No source is stated for this rule.</p>;
  return (
    <ul className={styles.list} aria-label="Sources">
      {evidence.map((item, i) => <li key={`${item.source}-${i}`}><Citation evidence={item} /></li>)}
    </ul>
  );
}

function Citation({ evidence }: { evidence: Evidence }) {
  const link = evidenceLink(evidence);
  const byline = evidenceByline(evidence);
  return (
    <>
      <div>
        <span className={styles.title}>{evidence.title ?? evidence.source}</span>
        {byline && `. ${byline}`}
        {evidence.locator && `; ${evidence.locator}`}
        {link && <>. <a href={link.href} target="_blank" rel="noreferrer">{link.text}</a></>}
        {evidence.note && <Disclosure plain summary="How it was checked" label={`How it was checked: ${evidence.title ?? evidence.source}`}>{() => <p>{evidence.note}</p>}</Disclosure>}
      </div>
      {evidence.verified
        ? <Tag tone="good" icon="seal" title="Somebody compared this content with the source; the note says how">Verified</Tag>
        : <Tag tone="warn" icon="question" title="Nobody has compared this statement with the source yet">Not verified</Tag>}
    </>
  );
}
