import { Button, Group, Modal } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { DocumentConflict } from '../../api/problem';
import { choicesFor, choiceWords, settled, type Resolution, type Sides } from '../../model/changes/resolutions';
import { documentTitle } from '../../model/changes/documents';
import { parseDocument } from '../../model/documents/json';
import { plural } from '../../model/words';
import { Disclosure } from '../../ui/Disclosure';
import { Segmented } from '../../ui/Segmented';
import { FormProblem } from '../access/FormProblem';
import { LineDiff } from '../review/LineDiff';
import styles from './Change.module.css';

const MergeView = lazy(async () => ({ default: (await import('../text/MergeView')).MergeView }));

interface Props {
  readonly conflicts: readonly DocumentConflict[];
  readonly release: number;
  readonly busy: boolean;
  /** Why the last attempt was not taken. */
  readonly error: Error | null;
  readonly settle: (texts: Readonly<Record<string, string | null>>) => void;
  readonly onClose: () => void;
}

const isBroken = (document: string, { choice, merged }: Resolution) => choice === 'merge' && document.endsWith('.json') && !parseDocument(merged).sound;

const sidesOf = ({ document, base, theirs, mine }: DocumentConflict): Sides => ({ document, base: base?.text ?? null, theirs: theirs?.text ?? null, mine: mine?.text ?? null });

/** Documents that both the change and a newer release changed: for each, a person says what shall stand. */
export function RebaseConflicts({ conflicts, release, busy, error, settle, onClose }: Props) {
  const [resolutions, setResolutions] = useState<ReadonlyMap<string, Resolution>>(new Map());
  const sides = conflicts.map(sidesOf);
  const texts = settled(sides, resolutions);
  const broken = [...resolutions].some(([document, resolution]) => isBroken(document, resolution));
  const open = sides.filter(({ document }) => !resolutions.has(document)).length;
  return (
    <Modal opened onClose={onClose} size="90rem" title={`${plural(conflicts.length, 'document')} changed on both sides`}>
      <p className={styles.hint}>{`Release ${release} and this change both changed the documents below. Nothing is merged by itself: say for each what shall stand. Everything else is put on release ${release} as it is.`}</p>
      <div className={styles.conflicts}>
        {sides.map((of) => (
          <Conflict key={of.document} sides={of} release={release} resolution={resolutions.get(of.document) ?? null} resolve={(resolution) => { setResolutions(new Map(resolutions).set(of.document, resolution)); }} />
        ))}
      </div>
      <FormProblem error={error} />
      <Group justify="flex-end" mt="md">
        <span role="status" className={styles.hint}>{open > 0 ? `${plural(open, 'document')} to decide` : broken ? 'A merged text is not complete yet' : 'All decided'}</span>
        <Button variant="default" onClick={onClose}>Not now</Button>
        <Button disabled={!texts || broken} loading={busy} onClick={() => { if (texts) settle(texts); }}>{`Put it on release ${release}`}</Button>
      </Group>
    </Modal>
  );
}

function Conflict({ sides, release, resolution, resolve }: { sides: Sides; release: number; resolution: Resolution | null; resolve: (resolution: Resolution) => void }) {
  const { document, base, theirs, mine } = sides;
  const merged = resolution?.merged ?? mine ?? '';
  const broken = resolution !== null && isBroken(document, resolution);
  return (
    <section className={styles.conflict} aria-label={document}>
      <h3>{documentTitle(document)} <code>{document}</code></h3>
      <Segmented label={`What shall stand of ${document}`} segments={choicesFor(sides).map((choice) => ({ value: choice, label: choiceWords(sides, choice, release) }))} value={resolution?.choice ?? ''} onChange={(choice) => { if (choice !== '') resolve({ choice, merged }); }} />
      <Disclosure summary={`What release ${release} changed`} label={`What release ${release} changed in ${document}`}>{() => <LineDiff before={base ?? ''} after={theirs ?? ''} />}</Disclosure>
      <Disclosure summary="What this change changed" label={`What this change changed in ${document}`}>{() => <LineDiff before={base ?? ''} after={mine ?? ''} />}</Disclosure>
      {resolution?.choice === 'merge' && (
        <>
          <p className={styles.hint}>{`On the left stands release ${release}, on the right this change. The arrows take a piece of the release over; you can also write on the right. What stands on the right is taken.`}</p>
          <Suspense fallback={null}><MergeView theirs={theirs ?? ''} mine={merged} theirLabel={`Release ${release} of ${document}`} label={`Merged text of ${document}`} onChange={(text) => { resolve({ choice: 'merge', merged: text }); }} /></Suspense>
          {broken && <p className={styles.hint} role="status">The text on the right is not complete JSON yet: mend it before it can be taken.</p>}
        </>
      )}
    </section>
  );
}
