import { useMemo } from 'react';
import { readWorkflow } from '../../model/documents/workflowDocument';
import { placeOf, type TableParts } from '../../model/review/differences';
import { cellWords } from '../../model/readableText';
import { rowsWithContext, tableDiff, type DiffCell, type DiffColumn, type DiffRow } from '../../model/review/tableDiff';
import { humanize, plural } from '../../model/words';
import { useDraftDocument } from '../workspace/useDraftDocument';
import styles from './Diff.module.css';
import { FieldView } from './FieldView';
import { OpenPart } from './OpenPart';
import { placeId } from './placeId';
import { RemarksHere } from './RemarksHere';
import { Sign } from './Sign';

/** A decision table with the rows and cells that differ, each with its sign; the many rows that are the same are left out. */
export function TableDiffView({ document, folder, parts }: { document: string; folder: string | null; parts: TableParts }) {
  const { name, own } = parts;
  const text = useDraftDocument(document).document?.text ?? null;
  const isGone = own?.kind === 'removed';
  const { columns, rows } = useMemo(() => {
    const table = text === null || isGone ? null : readWorkflow(text).tables.find((candidate) => candidate.name === name) ?? null;
    return tableDiff(table, parts);
  }, [text, isGone, name, parts]);
  const others = [...(own?.kind === 'changed' ? own.fields : []), ...parts.columns.filter(({ kind }) => own === null || own.kind !== kind).flatMap(({ fields, name: column }) => fields.map((field) => ({ ...field, label: `${humanize(column)}: ${field.label}` })))];
  const kind = own?.kind ?? 'changed';
  return (
    <article className={styles.part} id={placeId(document, name)} data-kind={kind} tabIndex={-1}>
      <div className={styles.partHead}>
        <Sign kind={kind} />
        <h4>table: {humanize(name)}</h4>
        <OpenPart folder={folder} part={own ?? { kind: 'changed', of: 'table', name, title: null, pointer: '', fields: [] }} />
      </div>
      {others.length > 0 && <dl className={styles.fields}>{others.map((field, i) => <FieldView key={`${field.name} ${i}`} field={field} />)}</dl>}
      {rows.length > 0 && (
        <div className={styles.scroll} tabIndex={0} role="group" aria-label={`Rows of ${humanize(name)}`}>
          <table className={styles.grid}>
            <thead><tr><th scope="col">Row</th>{columns.map((column) => <th key={`${column.isOutput} ${column.name}`} scope="col" data-output={column.isOutput || undefined} data-kind={column.kind}><Head column={column} /></th>)}</tr></thead>
            <tbody>{rowsWithContext(rows).map((item, i) => (item.kind === 'gap' ? <tr key={`gap ${i}`}><td colSpan={columns.length + 1} className={styles.gap}>{`${plural(item.rows, 'row')} the same`}</td></tr> : <Row key={i} row={item.row} columns={columns} />))}</tbody>
          </table>
        </div>
      )}
      <RemarksHere document={document} place={name} about={humanize(name)} more={parts.rows.map(placeOf)} />
    </article>
  );
}

function Head({ column: { name, kind } }: { column: DiffColumn }) {
  return <>{humanize(name)}{kind !== 'same' && <> <Sign kind={kind} /></>}</>;
}

function Row({ row: { kind, number, cells, others }, columns }: { row: DiffRow; columns: readonly DiffColumn[] }) {
  return (
    <>
      <tr data-kind={kind}>
        <th scope="row">{kind === 'same' ? number : <Sign kind={kind} />} {kind !== 'same' && number}</th>
        {cells.map((cell, i) => <td key={`${columns[i]?.isOutput ?? false} ${columns[i]?.name ?? i}`} data-output={columns[i]?.isOutput ?? undefined} data-differs={cell.differs || undefined}><Cell cell={cell} /></td>)}
      </tr>
      {others.length > 0 && <tr data-kind={kind}><td /><td colSpan={cells.length}><dl className={styles.fields}>{others.map((field, i) => <FieldView key={`${field.name} ${i}`} field={field} />)}</dl></td></tr>}
    </>
  );
}

function Cell({ cell: { before, after, differs, sentence } }: { cell: DiffCell }) {
  if (!differs) return <span>{cellWords(after ?? before ?? '')}</span>;
  return (
    <>
      {before !== null && <del className={styles.gone}><span className="visually-hidden">before: </span>{cellWords(before)}</del>}
      {before !== null && after !== null && ' '}
      {after !== null && <ins className={styles.come}><span className="visually-hidden">now: </span>{cellWords(after)}</ins>}
      {sentence !== null && <small>{sentence}</small>}
    </>
  );
}
