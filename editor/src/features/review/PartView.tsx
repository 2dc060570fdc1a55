import { useState } from 'react';
import { Button } from '@mantine/core';
import { partKind, placeOf, type PartDifference } from '../../model/review/differences';
import { humanize } from '../../model/words';
import styles from './Diff.module.css';
import { FieldView } from './FieldView';
import { OpenPart } from './OpenPart';
import { placeId } from './placeId';
import { RemarksHere } from './RemarksHere';
import { Sign } from './Sign';

/** More values than this are shown on demand: a new golden case has many. */
const most = 8;

/** A part of a document that differs: what happened to it, its values before and after, and what was said about it. */
export function PartView({ document, folder, part }: { document: string; folder: string | null; part: PartDifference }) {
  const [all, setAll] = useState(false);
  const { kind, of, name, title, fields } = part;
  const place = placeOf(part);
  const shown = all ? fields : fields.slice(0, most);
  const words = title ?? (of === 'case' || of === 'source' || name.startsWith('band ') ? name : humanize(name.split(' / ').at(-1) ?? name));
  return (
    <article className={styles.part} id={placeId(document, place)} data-kind={kind} tabIndex={-1}>
      <div className={styles.partHead}>
        <Sign kind={kind} />
        <h4 title={words !== name && of !== 'band' ? name : undefined}>{partKind(of)}: {of === 'band' ? `${humanize(words)}, ${name}` : words}</h4>
        <OpenPart folder={folder} part={part} />
      </div>
      {shown.length > 0 && <dl className={styles.fields}>{shown.map((field, i) => <FieldView key={`${field.name} ${i}`} field={field} />)}</dl>}
      {fields.length > shown.length && <div><Button size="xs" variant="subtle" onClick={() => { setAll(true); }}>{`Show all ${fields.length} values`}</Button></div>}
      <RemarksHere document={document} place={place} about={words} />
    </article>
  );
}
