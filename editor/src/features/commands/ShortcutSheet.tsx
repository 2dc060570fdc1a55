import { Switch } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { groupCommands } from '../../model/command';
import { hasModifier, keysOf } from '../../model/shortcut';
import { Dialog } from '../../ui/Dialog';
import { Keys } from '../../ui/Keys';
import styles from './Commands.module.css';
import { isMac } from './platform';
import { registry } from './registry';
import { singleKeys, useSingleKeys } from './singleKeys';

/** The keys of everything that can be done on this page. */
export function ShortcutSheet({ opened, close }: { opened: boolean; close: () => void }) {
  return <Dialog opened={opened} close={close} title="Keyboard shortcuts" size="32rem">{() => <Sheet />}</Dialog>;
}

function Sheet() {
  const commands = useSyncExternalStore(registry.subscribe, registry.current);
  const on = useSingleKeys();
  const isOff = (shortcut: string) => !on && !hasModifier(shortcut);
  const groups = groupCommands(commands.filter(({ shortcut }) => shortcut !== undefined));
  return (
    <div className={styles.sheet}>
      <p>These work on the page that is open now. While you type in a field, only those with {isMac() ? '⌘ or ⌥' : 'Ctrl or Alt'} do.</p>
      {groups.map(({ group, commands: members }) => (
        <section key={group} aria-label={group}>
          <h3>{group}</h3>
          <dl className={styles.keys}>
            {members.map(({ id, title, shortcut = '' }) => (
              <div key={id} data-off={isOff(shortcut) || undefined}>
                <dt>{title}{isOff(shortcut) && ' (off)'}</dt>
                <dd><Keys keys={keysOf(shortcut, isMac())} /></dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Switch
        label="Keys without Ctrl or Alt"
        description="Turn them off when speech input or an unsteady hand sets them off."
        checked={on}
        onChange={(event) => { singleKeys.turn(event.currentTarget.checked); }}
      />
    </div>
  );
}
