import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { ListItem } from '../../../model/facts/draft';
import type { ListField } from '../../../model/facts/form';
import type { FactPath } from '../../../model/facts/path';
import { FieldRow } from '../FieldRow';
import styles from './fields.module.css';

interface Props {
  readonly name: string;
  readonly position: number;
  readonly field: ListField;
  readonly item: ListItem;
  readonly path: FactPath;
  readonly onRemove: () => void;
}

export function ListItemCard({ name, position, field, item, path, onRemove }: Props) {
  const owner = useMemo(() => [...path, position], [path, position]);
  return (
    <section className={styles.item} aria-label={name}>
      <div className={styles.itemHead}>
        <strong>{name}</strong>
        <Button variant="subtle" color="gray" size="compact-sm" aria-label={`Remove ${name}`} onClick={onRemove}>Remove</Button>
      </div>
      {field.fields.map((inner) => <FieldRow key={inner.name} field={inner} owner={owner} entry={item.values[inner.name]} />)}
    </section>
  );
}
