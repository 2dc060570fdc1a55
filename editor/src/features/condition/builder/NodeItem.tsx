import { Button } from '@mantine/core';
import { useState } from 'react';
import { joiningOf, type Join } from '../../../model/condition/edits';
import type { ConditionNode, NodePath } from '../../../model/condition/structure';
import styles from '../Condition.module.css';
import { pathKey, useBuilder, type Scope } from './builder';
import { GroupCard } from './GroupCard';
import { ListCard } from './ListCard';
import { NodeControls, type Position } from './NodeControls';
import { capital } from './ReadOnlyParts';
import { TestRow } from './TestRow';

export type NewKind = 'test' | 'group' | 'list';

interface Props {
  /** Null: it is being filled in. It stays the same item when it gets its node, so that the focus stays where it is. */
  readonly node: ConditionNode | null;
  readonly fresh?: NewKind;
  readonly path: NodePath;
  readonly within: Join;
  readonly scope: Scope;
  readonly position: Position;
  readonly onCreate: (operand: string) => void;
  readonly onDiscard: () => void;
}

const other: Readonly<Record<Join, Join>> = { all: 'any', any: 'all' };

/** One part of a group, whatever it is. */
export function NodeItem({ node, fresh, path, within, scope, position, onCreate, onDiscard }: Props) {
  // A group of one is no group in the text: that it is meant to become one is known only here.
  const [grouped, setGrouped] = useState(fresh === 'group');
  const joined = node ? joiningOf(node) : null;
  const shared = { path, scope, position, onCreate };
  if (joined || (grouped && node?.kind !== 'anyOf' && node?.kind !== 'allOf'))
    return <GroupCard {...shared} node={node} within={within} start={other[within]} onDiscard={() => { setGrouped(false); if (!node) onDiscard(); }} />;
  if (node ? node.list !== null && node.operands.length > 0 : fresh === 'list') return <ListCard {...shared} node={node} onDiscard={onDiscard} />;
  if (node?.kind === 'not') return <NotItem node={node} path={path} scope={scope} position={position} />;
  if (node && node.kind !== 'test') return <OtherItem node={node} path={path} position={position} />;
  return <TestRow {...shared} node={node} onDiscard={onDiscard} onWrap={() => { setGrouped(true); }} />;
}

function NotItem({ node, path, scope, position }: { node: ConditionNode; path: NodePath; scope: Scope; position: Position }) {
  const [operand] = node.operands;
  return (
    <div className={styles.group} data-join="none" role="group" aria-label="Not">
      <div className={styles.groupHead}>
        <p className={styles.joining}>Not</p>
        <NodeControls node={node} path={path} position={position} name="Not" />
      </div>
      {operand && <NodeItem node={operand} path={[...path, 0]} within="all" scope={scope} position={{ index: 0, count: 1, isAlone: true }} onCreate={nothing} onDiscard={nothing} />}
    </div>
  );
}

const nothing = () => undefined;

/** What the builder has no controls for: it stays as it is written. */
function OtherItem({ node, path, position }: { node: ConditionNode; path: NodePath; position: Position }) {
  const { onText } = useBuilder();
  return (
    <div className={styles.other} tabIndex={-1} data-part={pathKey(path)}>
      <div>
        <p>{capital(node.sentence)}</p>
        <code>{node.text}</code>
      </div>
      <p className={styles.hint}>Too rich for the builder: kept as it is written. <Button size="compact-xs" variant="subtle" onClick={onText}>Edit as text</Button></p>
      <NodeControls node={node} path={path} position={position} name={node.sentence} />
    </div>
  );
}
