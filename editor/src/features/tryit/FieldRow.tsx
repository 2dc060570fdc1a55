import { memo, useMemo } from 'react';
import type { Entry } from '../../model/facts/draft';
import { entryWords } from '../../model/facts/entryWords';
import type { Field } from '../../model/facts/form';
import { splitHelp } from '../../model/facts/help';
import { controlId, pathText, type FactPath } from '../../model/facts/path';
import { withUnit } from '../../model/unit';
import { CodeText } from '../../ui/CodeText';
import { Disclosure } from '../../ui/Disclosure';
import { Icon } from '../../ui/Icon';
import { useEditing } from './editing';
import styles from './FieldRow.module.css';
import { FieldEditor } from './fields/FieldEditor';

interface Props {
  readonly field: Field;
  readonly owner: FactPath;
  readonly entry: Entry | undefined;
}

/** A fact: its name, meaning and plausible range on the left, its control on the right, what is wrong with it below. */
export const FieldRow = memo(function FieldRow({ field, owner, entry }: Props) {
  const path = useMemo(() => [...owner, field.name], [owner, field.name]);
  const { complaints, readOnly } = useEditing();
  const complaint = complaints.at.get(pathText(path));
  const id = controlId(path);
  const [labelId, helpId, complaintId] = [`${id}-label`, `${id}-help`, `${id}-complaint`];
  const { first, rest } = splitHelp(field.help ?? '');
  const help = [first, rangeText(field)].filter(Boolean).join('\u00a0· ');
  const isGroup = readOnly || field.kind === 'boolean' || field.kind === 'list' || field.kind === 'object' || field.kind === 'unsupported';
  const describedBy = [help && helpId, complaint && complaintId].filter(Boolean).join(' ') || undefined;

  return (
    <div className={styles.row} data-known={entry ? true : undefined} data-block={field.kind === 'list' || field.kind === 'object' || undefined}>
      <div className={styles.words}>
        {isGroup ? <span id={labelId} className={styles.label}>{field.label}</span> : <label id={labelId} htmlFor={id} className={styles.label}>{field.label}</label>}
        {help && <p id={helpId} className={styles.help}>{help}</p>}
        {rest && <Disclosure className={styles.more} summary="More" label={`More about ${field.label}`}>{() => <p className={styles.help}>{rest}</p>}</Disclosure>}
      </div>
      <div className={styles.control}>
        {readOnly && field.kind !== 'list' && field.kind !== 'object'
          ? <p id={id} tabIndex={-1} aria-labelledby={labelId} className={styles.value}>{entryWords(entry, field)}</p>
          : <FieldEditor field={field} path={path} entry={entry} id={id} labelId={labelId} describedBy={describedBy} invalid={complaint !== undefined} />}
        {complaint && <p id={complaintId} className={styles.complaint}><Icon name="alert" size={15} /> <span><CodeText>{complaint}</CodeText></span></p>}
      </div>
    </div>
  );
});

function rangeText(field: Field): string | null {
  return field.kind === 'number' && field.minimum !== null && field.maximum !== null
    ? withUnit(`${field.minimum} to ${field.maximum}`, field.unit).replaceAll(' ', '\u00a0')
    : null;
}
