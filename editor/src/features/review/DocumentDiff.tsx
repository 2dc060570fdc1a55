import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { releasedTextQuery } from '../../api/changes';
import { documentTitle } from '../../model/changes/documents';
import { countKinds, shownParts, signOf, type DocumentDifference } from '../../model/review/differences';
import { Disclosure } from '../../ui/Disclosure';
import { FormProblem } from '../access/FormProblem';
import { useDraftDocument } from '../workspace/useDraftDocument';
import styles from './Diff.module.css';
import { LineDiff } from './LineDiff';
import { PartView } from './PartView';
import { placeId } from './placeId';
import { RemarksHere } from './RemarksHere';
import { Sign } from './Sign';
import { TableDiffView } from './TableDiffView';

/** What a change does to one document: part by part, and as text on demand. */
export function DocumentDiff({ base, folder, document }: { base: number; folder: string | null; document: DocumentDifference }) {
  const { name, kind, of, unreadable, parts } = document;
  const onlyText = unreadable || of === 'text' || parts.length === 0;
  return (
    <section className={styles.document} aria-label={name} id={placeId(name, '')} tabIndex={-1}>
      <div className={styles.documentHead}>
        <Sign kind={kind} />
        <h3>{documentTitle(name)}</h3>
        {(of === 'text' || of === 'other') && <code>{name}</code>}
        <span className={styles.soft}>{countKinds(parts).map(({ kind: happened, count }) => `${signOf(happened).sign} ${count} ${signOf(happened).word.toLowerCase()}`).join(', ')}</span>
      </div>
      {unreadable && <p className={styles.soft}>One of both versions is not complete JSON, so only the texts can be compared.</p>}
      {!unreadable && of !== 'text' && parts.length === 0 && <p className={styles.soft}>Only layout, comments or the order of entries differ: it means the same.</p>}
      {shownParts(parts).map((shown) => (shown.kind === 'part'
        ? <PartView key={`${shown.part.pointer} ${shown.part.kind} ${shown.part.name}`} document={name} folder={folder} part={shown.part} />
        : <TableDiffView key={`table ${shown.table.name} ${shown.table.own?.kind ?? ''}`} document={name} folder={folder} parts={shown.table} />))}
      {onlyText && kind !== 'removed' ? <AsText base={base} document={document} /> : <Disclosure summary="As text" label={`${name} as text`}>{() => <AsText base={base} document={document} />}</Disclosure>}
      <RemarksHere document={name} place="" about={name} />
    </section>
  );
}

function AsText({ base, document: { name, kind } }: { base: number; document: DocumentDifference }) {
  const before = useQuery({ ...releasedTextQuery(base, name), enabled: kind !== 'added' });
  const now = useDraftDocument(name);
  const error = before.error ?? now.error;
  if (error) return <FormProblem error={error} />;
  const texts = { before: kind === 'added' ? '' : before.data, after: kind === 'removed' ? '' : now.document?.text };
  if (texts.before === undefined || texts.after === undefined || texts.after === null) return <Skeleton height={120} />;
  return <LineDiff before={texts.before} after={texts.after} />;
}
