import { Button } from '@mantine/core';
import { lazy, Suspense, useMemo, useState } from 'react';
import { keysOf } from '../../model/shortcut';
import { Icon } from '../../ui/Icon';
import { Keys } from '../../ui/Keys';
import styles from './Commands.module.css';
import { isMac } from './platform';
import { useCommands } from './useCommands';
import { useShortcuts } from './useShortcuts';
import { useSiteCommands } from './useSiteCommands';

const CommandPalette = lazy(() => import('./CommandPalette').then(({ CommandPalette: it }) => ({ default: it })));
const ShortcutSheet = lazy(() => import('./ShortcutSheet').then(({ ShortcutSheet: it }) => ({ default: it })));

const paletteKeys = 'mod+k';

/** The palette of everything that can be done, and the sheet of its keys: once, in the frame of the page. */
export function Commands() {
  const [shown, setShown] = useState<'palette' | 'shortcuts' | null>(null);
  // Loaded with the first use, and kept so that they can close.
  const [used, setUsed] = useState<ReadonlySet<string>>(new Set());
  useShortcuts();
  const open = useMemo(() => (what: 'palette' | 'shortcuts') => {
    setUsed((before) => new Set(before).add(what));
    setShown(what);
  }, []);
  useCommands(useMemo(() => [
    { id: 'help.shortcuts', title: 'Keyboard shortcuts', group: 'Help', words: 'keys hotkeys', shortcut: '?', run: () => { open('shortcuts'); } },
    { id: 'help.palette', title: 'Find a page, a workflow or a command', group: 'Help', words: 'palette search', shortcut: paletteKeys, run: () => { open('palette'); } },
  ], [open]));
  // Offered after help: what comes later stands before it.
  useSiteCommands();
  const close = () => { setShown(null); };
  return (
    <>
      <Button variant="default" h={34} px="sm" className={styles.open} aria-keyshortcuts={isMac() ? 'Meta+K' : 'Control+K'} aria-haspopup="dialog" onClick={() => { open('palette'); }}>
        <Icon name="search" size={16} />
        <span className="visually-hidden">Find a page, a workflow or a command</span>
        <span className={styles.openWords} aria-hidden="true">Find <Keys keys={keysOf(paletteKeys, isMac())} /></span>
      </Button>
      <Suspense fallback={null}>
        {used.has('palette') && <CommandPalette opened={shown === 'palette'} close={close} />}
        {used.has('shortcuts') && <ShortcutSheet opened={shown === 'shortcuts'} close={close} />}
      </Suspense>
    </>
  );
}
