import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { addOperand, joiningOf, setJoining, type Join, type Joining } from '../../../model/condition/edits';
import type { ConditionNode, NodePath } from '../../../model/condition/structure';
import { Icon } from '../../../ui/Icon';
import styles from '../Condition.module.css';
import { pathKey, useBuilder, type Scope } from './builder';
import { NodeControls, type Position } from './NodeControls';
import { NodeItem, type NewKind } from './NodeItem';
import { joiningWords } from './ReadOnlyParts';
import { useListsAtHand } from './useSubjects';

interface Props {
  /** Null: nothing of it is written yet. A part that is no group is a group of one, which more can be added to. */
  readonly node: ConditionNode | null;
  readonly path: NodePath;
  /** How the group around it is joined; null at the outermost and in the condition of a list. */
  readonly within: Join | null;
  readonly scope: Scope;
  /** How a group of at most one will be joined. */
  readonly start: Join;
  /** Writes the first part of a group of which nothing is written yet. */
  readonly onCreate: (operand: string) => void;
  readonly onDiscard: () => void;
  readonly position?: Position;
}

const all: readonly Joining[] = ['all', 'any', 'none', 'notAll'];

/** Conditions that are joined in one way. */
export function GroupCard({ node, path, within, scope, start, onCreate, onDiscard, position }: Props) {
  const { edit, restructure, live, text } = useBuilder();
  const found = node && joiningOf(node);
  const [join, setJoin] = useState<Join>(start);
  // What is being added; `over` is the text that it was written into, and null while it is not complete.
  const [adding, setAdding] = useState<{ readonly kind: NewKind; readonly over: string | null } | null>(node ? null : { kind: 'test', over: null });
  if (adding && adding.over !== null && live && text !== adding.over) setAdding(null);
  const items = found ? found.group.operands : node ? [node] : [];
  const groupPath = found ? [...path, ...found.inner] : path;
  const kind: Join = found ? found.group.kind : join;
  const add = (operand: string) => {
    setAdding((now) => now && { ...now, over: text });
    if (!node) onCreate(operand);
    else edit((before, root) => addOperand(before, root, groupPath, operand, kind), 'step');
  };
  const isSingle = items.length < 2;
  const choices = found ? all : all.filter((joining) => (joining === 'all' || joining === 'any') && joining !== within);
  const choose = (joining: Joining) => {
    if (found) restructure((before, root) => (root ? setJoining(before, root, path, joining) : before));
    else setJoin(joining === 'any' ? 'any' : 'all');
  };
  const discard = () => {
    setAdding(null);
    if (items.length === 0) onDiscard();
  };
  const isBody = scope.variables.length > 0 && within === null;
  const newPath = found ? [...groupPath, items.length] : node ? [...path, 1] : path;
  return (
    <div className={`${styles.group} ${isBody ? styles.plain : ''}`} data-join={found ? found.joining : join} role="group" aria-label={found ? joiningWords[found.joining] : 'Conditions'}>
      <div className={styles.groupHead}>
        {isSingle && !adding && !position
          ? <p className={styles.joining}>{isBody ? 'for which this holds' : 'When this holds'}</p>
          : <NativeSelect size="xs" aria-label="How these are joined" className={styles.join} value={found ? found.joining : join} data-part={position ? pathKey(path) : undefined}
              data={choices.map((value) => ({ value, label: joiningWords[value] }))}
              onChange={(event) => { const chosen = all.find((value) => value === event.currentTarget.value); if (chosen) choose(chosen); }} />}
        {position && node && found && <NodeControls node={node} path={path} position={position} name={joiningWords[found.joining]} />}
        {position && !found && <Button size="compact-xs" variant="subtle" color="gray" onClick={onDiscard}>{node ? 'Ungroup' : 'Discard'}</Button>}
      </div>
      <ul className={styles.items}>
        {/* One list: the new one keeps its place in it, and with that its focus, when it gets its node. */}
        {[...items, ...(adding ? [null] : [])].map((item, i, { length }) => (
          <li key={i}>
            <NodeItem
              node={item} {...(!item && adding ? { fresh: adding.kind } : {})} path={item ? (found ? [...groupPath, i] : path) : newPath} within={kind} scope={scope}
              position={{ index: i, count: length, isAlone: !found }} onCreate={add} onDiscard={discard}
            />
          </li>
        ))}
      </ul>
      {!adding && <AddButtons join={kind} scope={scope} onAdd={(what) => { setAdding({ kind: what, over: null }); }} />}
    </div>
  );
}

function AddButtons({ join, scope, onAdd }: { join: Join; scope: Scope; onAdd: (kind: NewKind) => void }) {
  const lists = useListsAtHand(scope);
  const button = (kind: NewKind, words: string) => (
    <Button size="compact-sm" variant="subtle" leftSection={<Icon name="plus" size={14} />} onClick={() => { onAdd(kind); }}>{words}</Button>
  );
  return (
    <div className={styles.add}>
      {button('test', 'Add condition')}
      {button('group', join === 'all' ? 'Add “at least one of”' : 'Add “all of”')}
      {lists && button('list', 'Add condition about a list')}
    </div>
  );
}
