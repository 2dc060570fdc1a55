import type { Evidence } from '../../../model/decision';
import { evidenceByline, evidenceLink } from '../../../model/evidence';
import { Tag } from '../../../ui/Tag';
import styles from './Rules.module.css';

interface Props {
  readonly id: string;
  /** Null: no source of this id is known. */
  readonly source: Evidence | null;
  readonly locator?: string | null;
}

/** A source as it is cited, and whether somebody compared the content with it. */
export function SourceWords({ id, source, locator }: Props) {
  if (!source) return <p><code>{id}</code> <Tag tone="bad" icon="alert">No such source</Tag></p>;
  const link = evidenceLink(source);
  const byline = evidenceByline(source);
  return (
    <p className={styles.source}>
      <strong>{source.title ?? source.source}</strong>
      {byline && <>. {byline}</>}
      {locator && <>; {locator}</>}
      {link && <>. <a href={link.href} target="_blank" rel="noreferrer">{link.text}</a></>}{' '}
      {source.verified
        ? <Tag tone="good" icon="seal" title="Somebody compared this content with the source">Verified</Tag>
        : <Tag tone="warn" icon="question" title="Nobody has compared this content with the source yet">Not verified</Tag>}
    </p>
  );
}
