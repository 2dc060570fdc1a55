import { Link } from '@tanstack/react-router';
import type { ReleaseAnswer } from '../../api/generated';
import { moment } from '../../model/moment';
import { originWords } from '../../model/release';
import { sentence } from '../../model/words';
import { CopyButton } from '../../ui/CopyButton';
import { ChangeLink } from './ChangeLink';
import styles from './Releases.module.css';

/** Where a release came from, and who stands for it. */
export function ReleaseFacts({ release }: { release: ReleaseAnswer }) {
  const { note, publishedAt, publishedBy, change, restores, approvedBy, approvedAt, manifestHash } = release;
  return (
    <dl className={styles.facts}>
      {note && <><dt>{restores === null ? 'Note' : 'Reason'}</dt><dd>{sentence(note)}</dd></>}
      <dt>Published</dt><dd>{moment(publishedAt)} by {publishedBy}</dd>
      <dt>Origin</dt>
      <dd>
        {change !== null ? <ChangeLink id={change} />
          : restores !== null ? <>the documents of <Link to="/releases/$number" params={{ number: String(restores) }} search={{}}>release {restores}</Link> once more</>
            : (originWords(release) ?? 'Not stated')}
      </dd>
      <dt>Approved</dt><dd>{approvedBy ? <>{approvedAt && `${moment(approvedAt)} `}by {approvedBy}</> : 'Not yet'}</dd>
      <dt>Manifest</dt>
      <dd className={styles.hash}>
        <code>{manifestHash}</code>
        <CopyButton text={() => manifestHash}>Copy</CopyButton>
        <span className={styles.by}>A fingerprint of all names and contents: the same documents always have the same, anything else has another.</span>
      </dd>
    </dl>
  );
}
