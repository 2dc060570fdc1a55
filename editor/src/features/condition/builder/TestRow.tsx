import { Button, Menu, NativeSelect } from '@mantine/core';
import { useId, useState, type KeyboardEvent } from 'react';
import { changeTest } from '../../../model/condition/changeTest';
import { nodeAtPath, type ConditionNode, type NodePath } from '../../../model/condition/structure';
import { draftOf, isOperator, operatorsFor, operatorWords, valueCount, withOperator, withSubject, writeTest, type TestDraft } from '../../../model/condition/tests';
import styles from '../Condition.module.css';
import { pathKey, useBuilder, type Scope } from './builder';
import { NodeControls, useNodeActions, type Position } from './NodeControls';
import { capital } from './ReadOnlyParts';
import { SubjectPicker } from './SubjectPicker';
import { useKindOf } from './useSubjects';
import { ValueEditor } from './ValueEditor';

interface Props {
  /** Null: it is new, and written as soon as it is complete. */
  readonly node: ConditionNode | null;
  /** Where it stands, or will stand. */
  readonly path: NodePath;
  readonly scope: Scope;
  readonly position: Position;
  readonly onCreate: (operand: string) => void;
  readonly onDiscard: () => void;
  readonly onWrap: () => void;
}

/** What is on the screen of a test and not (only) in the text. */
interface Entry {
  readonly draft: TestDraft;
  /** What it was written as; null while it is incomplete. */
  readonly written: string | null;
  /** The text of the test that it was begun on, or that it was last found as. */
  readonly base: string | null;
}

const blank: TestDraft = { subject: null, operator: 'is', values: [] };

/** One test: what it is about, what is asked of it, and the value. */
export function TestRow({ node, path, scope, position, onCreate, onDiscard, onWrap }: Props) {
  const { edit, settled } = useBuilder();
  const [entry, setEntry] = useState<Entry | null>(node ? null : { draft: blank, written: null, base: null });
  const [created, setCreated] = useState(false);
  const { move } = useNodeActions(path, position);
  const kindOf = useKindOf();
  const help = useId();
  const current = node?.text ?? null;
  if (entry && settled && current !== null && current !== entry.base) {
    // Found as it was written here, or changed elsewhere: then what stands there counts.
    setEntry(current === entry.written ? { ...entry, base: current } : null);
  }
  const draft = entry?.draft ?? (node ? draftOf(node) : blank);
  const subject = draft.subject && { ...draft.subject, kind: draft.subject.kind ?? kindOf(draft.subject.text) };
  const result = writeTest(draft);
  const change = (next: TestDraft, kind: 'typing' | 'step') => {
    const written = writeTest(next);
    const text = 'text' in written ? written.text : null;
    setEntry({ draft: next, written: text, base: entry ? entry.base : current });
    if (text === null) return;
    if (node || created) {
      edit((before, root) => {
        const changed = root ? changeTest(before, root, path, next) : before;
        const now = typeof changed === 'string' || !changed.root ? null : nodeAtPath(changed.root, path);
        if (now) setEntry((latest) => latest && { ...latest, written: now.text });
        return changed;
      }, kind);
    } else {
      setCreated(true);
      onCreate(text);
    }
  };
  const keys = (event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(event.key === 'ArrowUp' ? -1 : 1);
  };
  const name = node ? node.sentence : 'new condition';
  const count = valueCount(draft.operator);
  const complaint = subject && 'complaint' in result ? result.complaint : null;
  const [first] = draft.values;
  const isReference = first !== undefined && !('literal' in first);
  return (
    <div className={styles.test} role="group" aria-label={capital(name)} tabIndex={-1} data-part={pathKey(path)} onKeyDown={keys}>
      <div className={styles.fields}>
        <SubjectPicker scope={scope} subject={subject} label="What it is about" autoFocus={!node && !created} onChange={(chosen) => { change(withSubject(draft, chosen), 'step'); }} />
        {subject && (
          <NativeSelect
            size="sm" aria-label="What is asked of it" className={styles.operator} value={draft.operator}
            data={withCurrent(operatorsFor(subject.type), draft.operator).map((operator) => ({ value: operator, label: operatorWords(operator, subject) }))}
            onChange={(event) => { const { value } = event.currentTarget; if (isOperator(value)) change(withOperator(draft, value), 'step'); }}
          />
        )}
        {subject && count !== 0 && <ValueEditor draft={draft} scope={scope} describedBy={complaint ? help : undefined} onChange={(values, kind) => { change({ ...draft, values }, kind); }} />}
      </div>
      {node ? (
        <NodeControls node={node} path={path} position={position} name={name}>
          <Menu.Item onClick={onWrap}>Begin a group with it</Menu.Item>
          {count === 1 && draft.subject && (
            isReference
              ? <Menu.Item onClick={() => { change({ ...draft, values: [] }, 'step'); }}>Compare with a fixed value</Menu.Item>
              : <Menu.Item onClick={() => { change({ ...draft, values: [{ expression: '', label: '' }] }, 'step'); }}>Compare with another fact or value</Menu.Item>
          )}
        </NodeControls>
      ) : <Button size="compact-sm" variant="subtle" color="gray" onClick={onDiscard}>Discard</Button>}
      {complaint && (
        <p className={styles.complaint} id={help} role="status">
          {complaint}.{' '}
          {node && entry && <>Until then the condition stays as it was. <Button size="compact-xs" variant="subtle" onClick={() => { setEntry(null); }}>Take back</Button></>}
        </p>
      )}
    </div>
  );
}

const withCurrent = <T,>(items: readonly T[], item: T): readonly T[] => (items.includes(item) ? items : [item, ...items]);
