import { Button } from '@mantine/core';
import type { ListItem } from '../../../model/facts/draft';
import type { ListField } from '../../../model/facts/form';
import { humanize } from '../../../model/words';
import { Icon } from '../../../ui/Icon';
import { Segmented } from '../../../ui/Segmented';
import { useEditing, type EditorProps } from '../editing';
import styles from './fields.module.css';
import { ListItemCard } from './ListItemCard';

const newItem = (): ListItem => ({ id: Math.random().toString(36).slice(2), values: {} });

/** "Unknown", "none" and "these" are three different answers about a list. */
export function ListEditor({ field, path, entry, id, labelId, describedBy, invalid }: EditorProps<ListField>) {
  const { write } = useEditing();
  const items = entry?.kind === 'list' ? entry.items : null;
  const state = items === null ? 'unknown' : items.length === 0 ? 'none' : 'some';
  const writeItems = (next: readonly ListItem[] | null) => { write(path, next === null ? undefined : { kind: 'list', items: next }); };
  const name = humanize(field.itemName);
  return (
    <div className={styles.list}>
      <Segmented
        id={id}
        labelledBy={labelId}
        describedBy={describedBy}
        invalid={invalid}
        value={state}
        segments={[
          { value: 'some', label: 'Listed below' },
          { value: 'none', label: `No ${field.itemName}s` },
          { value: 'unknown', label: 'Unknown', quiet: true },
        ]}
        onChange={(chosen) => { writeItems(chosen === 'unknown' ? null : chosen === 'none' ? [] : [newItem()]); }}
      />
      {items && items.length > 0 && (
        <>
          <ol className={styles.items}>
            {items.map((item, i) => (
              <li key={item.id}>
                <ListItemCard
                  name={`${name} ${i + 1}`}
                  position={i}
                  field={field}
                  item={item}
                  path={path}
                  // Taking the last one away says nothing about there being none.
                  onRemove={() => { writeItems(items.length === 1 ? null : items.filter(({ id: other }) => other !== item.id)); }}
                />
              </li>
            ))}
          </ol>
          <Button variant="default" size="xs" leftSection={<Icon name="plus" size={15} />} onClick={() => { writeItems([...items, newItem()]); }}>
            Add {field.itemName}
          </Button>
        </>
      )}
    </div>
  );
}
