import type { ObjectField } from '../../../model/facts/form';
import { FieldRow } from '../FieldRow';
import type { EditorProps } from '../editing';
import styles from './fields.module.css';

export function ObjectEditor({ field, path, entry, id, labelId }: EditorProps<ObjectField>) {
  const values = entry?.kind === 'object' ? entry.values : {};
  return (
    <div role="group" id={id} tabIndex={-1} aria-labelledby={labelId} className={styles.nested}>
      {field.fields.map((inner) => <FieldRow key={inner.name} field={inner} owner={path} entry={values[inner.name]} />)}
    </div>
  );
}
