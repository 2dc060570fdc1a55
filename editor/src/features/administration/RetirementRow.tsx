import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RetirementAnswer } from '../../api/generated';
import { libraryQuery } from '../../api/queries';
import { retiredBy } from '../../model/retirement';
import { humanize, sentence } from '../../model/words';
import { Row, RowNote } from '../../ui/RowList';
import { Tag } from '../../ui/Tag';

export function RetirementRow({ retirement, lift }: { retirement: RetirementAnswer; lift: () => void }) {
  const { workflow, rule, reason } = retirement;
  const { data: library } = useQuery(libraryQuery);
  const known = library?.workflows.find(({ name }) => name === workflow);
  const title = known?.title ?? humanize(workflow);
  return (
    <Row
      title={(
        <>
          {known ? <Link to="/workflows/$name" params={{ name: workflow }}>{title}</Link> : <strong>{title}</strong>}
          <Tag tone="bad" icon="stop">{rule === null ? 'Whole workflow' : `Rule “${humanize(rule)}”`}</Tag>
          {library && !known && <Tag tone="plain">Not in the live release</Tag>}
        </>
      )}
      actions={<Button variant="default" size="xs" aria-label={`Bring back: ${rule ?? title}`} onClick={lift}>Bring back</Button>}
    >
      <p>{sentence(reason)}</p>
      <RowNote>{sentence(retiredBy(retirement))}</RowNote>
    </Row>
  );
}
