import { Link } from '@tanstack/react-router';
import type { ReleaseAnswer } from '../../api/generated';
import { moment } from '../../model/moment';
import { approvalWords, originWords } from '../../model/release';
import { sentence } from '../../model/words';
import { Row, RowNote } from '../../ui/RowList';
import { Tag } from '../../ui/Tag';
import { ChangeLink } from './ChangeLink';
import { StatusTag } from './StatusTag';

export function ReleaseRow({ release }: { release: ReleaseAnswer }) {
  const { number, live, status, note, publishedAt, publishedBy, change, approvedBy } = release;
  const origin = originWords(release);
  return (
    <Row
      title={(
        <>
          <Link to="/releases/$number" params={{ number: String(number) }} search={{}} data-row-link>Release {number}</Link>
          {live && <Tag tone="info" icon="target">Live</Tag>}
          <StatusTag status={status} />
          {origin && <Tag tone="plain">{origin}</Tag>}
        </>
      )}
    >
      {note && <p>{sentence(note)}</p>}
      <RowNote>
        {moment(publishedAt)} by {publishedBy}
        {change !== null && <> · from <ChangeLink id={change} /></>}
        {approvedBy && <> · approved {approvalWords(release)}</>}
      </RowNote>
    </Row>
  );
}
