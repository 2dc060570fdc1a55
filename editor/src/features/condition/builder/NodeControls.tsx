import { ActionIcon, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { duplicateNode, moveOperand, negateNode, removeNode } from '../../../model/condition/edits';
import type { ConditionNode, NodePath } from '../../../model/condition/structure';
import { Icon } from '../../../ui/Icon';
import styles from '../Condition.module.css';
import { useBuilder } from './builder';

/** Where a part stands among its neighbours. */
export interface Position {
  readonly index: number;
  readonly count: number;
  /** It is no operand of a group in the text. */
  readonly isAlone: boolean;
}

/** What can be done with a part by buttons and keys. */
export function useNodeActions(path: NodePath, { index, count, isAlone }: Position) {
  const { restructure, settled, focus } = useBuilder();
  const step = (change: (text: string, root: ConditionNode, path: NodePath) => string) => { restructure((text, root) => (root ? change(text, root, path) : text)); };
  const canMove = (by: number) => !isAlone && index + by >= 0 && index + by < count;
  const move = (by: number) => {
    if (!settled || !canMove(by)) return;
    step((text, root, at) => moveOperand(text, root, at, index + by));
    focus([...path.slice(0, -1), index + by]);
  };
  return {
    move,
    canMove,
    duplicate: () => { step(duplicateNode); },
    negate: () => { step(negateNode); },
    remove: () => {
      step(removeNode);
      if (settled && !isAlone && count > 2) focus([...path.slice(0, -1), Math.max(0, index - 1)]);
    },
  };
}

interface Props {
  readonly node: ConditionNode;
  readonly path: NodePath;
  readonly position: Position;
  /** What the part is called by screen readers. */
  readonly name: string;
  /** More entries of its menu. */
  readonly children?: ReactNode;
}

export function NodeControls({ path, position, name, children }: Props) {
  const { move, canMove, duplicate, negate, remove } = useNodeActions(path, position);
  return (
    <div className={styles.controls}>
      {!position.isAlone && (
        <>
          <ActionIcon className={styles.wideOnly} variant="subtle" color="gray" aria-label={`Move up: ${name}`} disabled={!canMove(-1)} onClick={() => { move(-1); }}><Icon name="up" size={16} /></ActionIcon>
          <ActionIcon className={styles.wideOnly} variant="subtle" color="gray" aria-label={`Move down: ${name}`} disabled={!canMove(1)} onClick={() => { move(1); }}><Icon name="down" size={16} /></ActionIcon>
        </>
      )}
      <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
        <Menu.Target><ActionIcon variant="subtle" color="gray" aria-label={`More for: ${name}`}><Icon name="more" size={16} /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          {children}
          <Menu.Item onClick={negate}>Turn into its opposite</Menu.Item>
          <Menu.Item onClick={duplicate}>Duplicate</Menu.Item>
          {!position.isAlone && <Menu.Item disabled={!canMove(-1)} onClick={() => { move(-1); }} rightSection={<small>Alt ↑</small>}>Move up</Menu.Item>}
          {!position.isAlone && <Menu.Item disabled={!canMove(1)} onClick={() => { move(1); }} rightSection={<small>Alt ↓</small>}>Move down</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <ActionIcon variant="subtle" color="gray" aria-label={`Remove: ${name}`} onClick={remove}><Icon name="trash" size={16} /></ActionIcon>
    </div>
  );
}
