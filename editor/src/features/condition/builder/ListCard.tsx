import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { setQuantifier, variableFor, writeListGroup } from '../../../model/condition/edits';
import type { ConditionNode, NodePath } from '../../../model/condition/structure';
import type { Subject } from '../../../model/condition/subjects';
import { useWorkflowEditing } from '../../authoring/WorkflowEditing';
import { takenNames } from '../../../model/documents/names';
import styles from '../Condition.module.css';
import { pathKey, useBuilder, within, type Scope } from './builder';
import { GroupCard } from './GroupCard';
import { NodeControls, type Position } from './NodeControls';
import { SubjectPicker } from './SubjectPicker';

interface Props {
  readonly node: ConditionNode | null;
  readonly path: NodePath;
  readonly scope: Scope;
  readonly position: Position;
  readonly onCreate: (operand: string) => void;
  readonly onDiscard: () => void;
}

type Quantifier = 'anyOf' | 'allOf';

const isList = ({ type }: Subject) => type.kind === 'list' && type.items?.kind === 'object';

/** A condition about the elements of a list. */
export function ListCard({ node, path, scope, position, onCreate, onDiscard }: Props) {
  const { edit } = useBuilder();
  const { view } = useWorkflowEditing();
  const [quantifier, setQuantified] = useState<Quantifier>('anyOf');
  const [list, setList] = useState<Subject | null>(null);
  const shown: Quantifier = node ? (node.kind === 'allOf' ? 'allOf' : 'anyOf') : quantifier;
  const variable = node?.variable ?? variableFor(list?.text ?? '', [...scope.variables, ...takenNames(view)]);
  const source = node?.list ?? list;
  const choose = (chosen: Quantifier) => {
    if (node) edit((text, root) => (root ? setQuantifier(text, root, path, chosen) : text), 'step');
    else setQuantified(chosen);
  };
  return (
    <div className={styles.group} data-join="list" role="group" aria-label={source ? `About ${source.label}` : 'About a list'}>
      <div className={styles.groupHead}>
        <NativeSelect
          size="xs" aria-label="How many of them" className={styles.join} value={shown} data-part={pathKey(path)}
          data={[{ value: 'anyOf', label: 'At least one of' }, { value: 'allOf', label: 'Every one of' }]}
          onChange={(event) => { choose(event.currentTarget.value === 'allOf' ? 'allOf' : 'anyOf'); }}
        />
        {node ? <p className={styles.joining}>{node.list?.label}</p> : <SubjectPicker scope={scope} subject={list} label="Which list" accepts={isList} autoFocus onChange={setList} />}
        {node ? <NodeControls node={node} path={path} position={position} name={node.sentence} /> : <Button size="compact-xs" variant="subtle" color="gray" onClick={onDiscard}>Discard</Button>}
      </div>
      {source && (
        <GroupCard
          node={node?.operands[0] ?? null} path={[...path, 0]} within={null} scope={within(scope, source.text, variable)} start="all"
          onCreate={(operand) => { onCreate(writeListGroup(shown, source.text, variable, operand)); }} onDiscard={onDiscard}
        />
      )}
    </div>
  );
}
