import { Button, Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useLocation, useParams } from '@tanstack/react-router';
import { use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { scoreMarks, tableMarks } from '../../../model/hits';
import { Icon } from '../../../ui/Icon';
import { BehindContext } from '../../tryit/behind';
import { StatusBar } from '../../tryit/StatusBar';
import type { TryIt } from '../../tryit/TryItContext';
import { TryItProvider } from '../../tryit/TryItProvider';
import { useDraft } from '../../tryit/useDraft';
import { useTryIt } from '../../tryit/useTryIt';
import { useDraftWorkflow } from './useDraftWorkflow';
import workflowStyles from '../Authoring.module.css';
import { HitsContext, ItemHitsContext } from '../tables/HitsContext';
import { useWorkflowEditing } from '../WorkflowEditing';
import styles from './TryIt.module.css';
import { TryPanel } from './TryPanel';
import { useOpen } from './useOpen';
import { useShownPatient } from './useShownPatient';

/** The pages of a workflow with the panel beside them in which it is tried; where there is no room for both, the panel is a sheet. */
export function TrySide({ children }: { children: ReactNode }) {
  const { view, folder } = useWorkflowEditing();
  const { workflow, form, isReady, source } = useDraftWorkflow(view, folder);
  const facts = useDraft(view.name || folder);
  // Pages of cases show the facts of their case, and no others beside them.
  const hidden = useLocation({ select: ({ pathname }) => /\/workflows\/[^/]+\/cases(\/|$)/.test(pathname) });
  const tryIt = useTryIt({ workflow, form, facts, source, enabled: isReady && view.name !== '' && !hidden });
  const narrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false });
  const [open, setOpen] = useOpen();
  const [sheet, setSheet] = useState(false);
  const [shown, setShown] = useState(0);
  useShownPatient(folder, tryIt, isReady, useCallback(() => {
    if (narrow) setSheet(true);
    else setOpen(true);
    setShown((count) => count + 1);
  }, [narrow, setOpen]));
  const panel = <TryPanel isReady={isReady} />;
  return (
    <TryItProvider tryIt={tryIt}>
      <Marks tryIt={hidden ? null : tryIt}>
        <div className={workflowStyles.workflow} data-tried={hidden || narrow ? undefined : open ? 'open' : 'closed'}>
          {children}
          {!hidden && !narrow && (open
            ? <Aside shown={shown} onClose={() => { setOpen(false); }}>{panel}</Aside>
            : <button type="button" className={styles.opener} onClick={() => { setOpen(true); }}><Icon name="target" size={16} /> Try it</button>)}
        </div>
        {!hidden && narrow && <Sheet open={sheet} setOpen={setSheet}>{panel}</Sheet>}
      </Marks>
    </TryItProvider>
  );
}

/** `shown` goes up with every patient who is shown: then the keyboard goes there. */
function Aside({ shown, onClose, children }: { shown: number; onClose: () => void; children: ReactNode }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => { if (shown > 0) title.current?.focus(); }, [shown]);
  return (
    <aside className={styles.panel} aria-label="Try it">
      <div className={styles.head}>
        <h2 ref={title} tabIndex={-1}>Try it</h2>
        <Button size="compact-xs" variant="subtle" onClick={onClose}>Hide</Button>
      </div>
      {children}
    </aside>
  );
}

function Sheet({ open, setOpen, children }: { open: boolean; setOpen: (open: boolean) => void; children: ReactNode }) {
  return (
    <>
      <StatusBar action="Try it" onAction={() => { setOpen(true); }} />
      <Drawer opened={open} onClose={() => { setOpen(false); }} position="bottom" size="92%" title="Try it">
        <div className={styles.sheet}>{children}</div>
      </Drawer>
    </>
  );
}

/** Marks on the rows and bands of the page that is open. */
function Marks({ tryIt, children }: { tryIt: TryIt | null; children: ReactNode }) {
  const { table, score } = useParams({ strict: false });
  const { view } = useWorkflowEditing();
  const isBehind = use(BehindContext);
  const explanations = tryIt?.live.current && !isBehind && tryIt.decision ? tryIt.scope.explanations : null;
  const hits = useMemo(() => {
    const rows = explanations && table !== undefined ? tableMarks(explanations, table) : null;
    return rows && { rows };
  }, [explanations, table]);
  const items = view.scores.find(({ name }) => name === score)?.items;
  const bands = useMemo(() => (explanations && items ? scoreMarks(explanations, items.map(({ name }) => name)) : null), [explanations, items]);
  return <HitsContext value={hits}><ItemHitsContext value={bands}>{children}</ItemHitsContext></HitsContext>;
}
