import { Modal } from '@mantine/core';
import { useId, useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import { findCommands, groupCommands, type Command } from '../../model/command';
import { keysOf } from '../../model/shortcut';
import { plural } from '../../model/words';
import { Icon } from '../../ui/Icon';
import { Keys } from '../../ui/Keys';
import styles from './Commands.module.css';
import { isMac } from './platform';
import { registry } from './registry';

/** What opens this very list is not worth finding in it. */
const self = 'help.palette';

/** More than these nobody looks through: another letter finds it sooner. */
const most = 100;

interface Props {
  readonly opened: boolean;
  readonly close: () => void;
}

/** Type a few letters, choose with the arrows, Enter: any page, workflow or command. */
export function CommandPalette({ opened, close }: Props) {
  return (
    <Modal.Root opened={opened} onClose={close} size="38rem" yOffset="10dvh" padding={0} transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content aria-label="Find a page, a workflow or a command">
        <Modal.Body className={styles.palette}><Finder close={close} /></Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Finder({ close }: { close: () => void }) {
  const commands = useSyncExternalStore(registry.subscribe, registry.current);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const matching = findCommands(commands.filter((command) => command.id !== self), search).flatMap((group) => group.commands);
  const found = matching.slice(0, most);
  const groups = groupCommands(found);
  const active = Math.min(chosen, found.length - 1);
  const optionId = (index: number) => `${id}-${index}`;

  const move = (to: number) => {
    if (found.length === 0) return;
    const next = (to + found.length) % found.length;
    setChosen(next);
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
  };
  const run = (command: Command | undefined) => {
    if (!command) return;
    close();
    command.run();
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const to = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: Math.min(active + 8, found.length - 1), PageUp: Math.max(active - 8, 0) }[event.key];
    if (to !== undefined) move(to);
    else if (event.key === 'Enter') run(found[active]);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className={styles.search}>
        <Icon name="search" size={20} />
        <input
          data-autofocus
          type="text"
          role="combobox"
          aria-label="Find a page, a workflow or a command"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={found.length > 0 ? optionId(active) : undefined}
          placeholder="Find a page, a workflow or a command"
          autoComplete="off"
          spellCheck={false}
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            setChosen(0);
          }}
          onKeyDown={press}
        />
        <button type="button" className={styles.escape} onClick={close}><span className="visually-hidden">Close</span><span aria-hidden="true"><Keys keys={['Esc']} /></span></button>
      </div>
      <p className="visually-hidden" role="status">{found.length > 0 ? plural(matching.length, 'result') : 'Nothing found'}</p>
      {found.length === 0 && <p className={styles.nothing}>Nothing found for “{search}”. Try a single word, such as “spine” or “release”.</p>}
      <div id={`${id}-list`} role="listbox" aria-label="Results" className={styles.results} hidden={found.length === 0}>
        {groups.map(({ group, commands: members }) => (
          <div key={group} role="group" aria-label={group}>
            <div className={styles.group} aria-hidden="true">{group}</div>
            {members.map((command) => {
              const index = found.indexOf(command);
              return (
                // Focus stays in the field, which the keys belong to; the pointer is the other way in.
                <div
                  key={command.id}
                  id={optionId(index)}
                  role="option"
                  aria-selected={index === active}
                  className={styles.option}
                  onPointerMove={() => { if (index !== active) setChosen(index); }}
                  onPointerDown={(event) => { event.preventDefault(); }}
                  onClick={() => { run(command); }}
                >
                  <span>{command.title}</span>
                  {command.shortcut && <Keys keys={keysOf(command.shortcut, isMac())} />}
                </div>
              );
            })}
          </div>
        ))}
        {matching.length > found.length && <p className={styles.nothing}>{`${plural(matching.length - found.length, 'more result')}: type another letter.`}</p>}
      </div>
    </>
  );
}
