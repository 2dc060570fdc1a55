import { Button, Skeleton } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { addOperand } from '../../../model/condition/edits';
import type { ConditionNode, NodePath } from '../../../model/condition/structure';
import { EmptyState } from '../../../ui/EmptyState';
import styles from '../Condition.module.css';
import type { EditKind, ExpressionPlace, WriteExpression } from '../context';
import type { Explanation } from '../useExplanation';
import { BuilderContext, outermost, pathKey, type Builder, type BuilderEdit } from './builder';
import { GroupCard } from './GroupCard';
import { ReadOnlyParts } from './ReadOnlyParts';

interface Props {
  readonly text: string;
  readonly place: ExpressionPlace;
  readonly explanation: Explanation | null;
  readonly readOnly: boolean;
  readonly onChange: WriteExpression;
  readonly onText: () => void;
  readonly otherwise?: ReactNode;
}

/** A condition as parts to put together. */
export function BuilderView({ text, place, explanation, readOnly, onChange, onText, otherwise }: Props) {
  const [started, setStarted] = useState(false);
  const empty = text.trim() === '';
  const host = useRef<HTMLDivElement>(null);
  const { root, live, builder } = useEdits(host, { text, place, explanation, onChange, onText });

  if (empty && !started) {
    if (readOnly) return null;
    return (
      <div className={styles.empty}>
        <EmptyState icon="question" title={place.isCondition ? 'When does this apply?' : 'What is this?'} actions={
          <>
            <Button onClick={() => { setStarted(true); }}>Add the first condition</Button>
            <Button variant="subtle" ml="xs" onClick={onText}>Write it as text</Button>
            {otherwise}
          </>
        }>
          <p>{place.isCondition
            ? 'Choose a fact, a score or another rule, say what it has to be, and add as many conditions as are needed. What is not known is never taken for a no.'
            : 'A condition is put together here. A value, such as a dose or a corrected result, is written as text.'}</p>
        </EmptyState>
      </div>
    );
  }
  if (root === null && !(started && (empty || !explanation))) return explanation?.text === text ? <NoParts explanation={explanation} readOnly={readOnly} onText={onText} /> : <Skeleton height={90} />;
  if (readOnly) return root && <ReadOnlyParts node={root} />;
  return (
    <BuilderContext value={builder}>
      <div ref={host} className={styles.builder} aria-busy={!live} role="group" aria-label="Parts of the condition">
        <GroupCard
          node={empty ? null : root} path={whole} within={null} scope={outermost} start="all"
          onCreate={(operand) => { builder.edit((before, tree) => addOperand(before, tree, whole, operand), 'step'); }}
          onDiscard={() => { setStarted(false); }}
        />
      </div>
    </BuilderContext>
  );
}

const whole: NodePath = [];

/** There is a text, and no parts of it to show. */
function NoParts({ explanation: { answer }, readOnly, onText }: { explanation: Explanation; readOnly: boolean; onText: () => void }) {
  const broken = answer.diagnostics.some(({ severity }) => severity === 'error');
  if (!broken) return <p className={styles.hint} role="status">A value is written as text. {!readOnly && <Button size="compact-sm" variant="subtle" onClick={onText}>Show the text</Button>}</p>;
  return (
    <div className={styles.waiting} role="status">
      <p>The builder waits for a text without errors. Nothing is lost: the text stands as it was written, and what is wrong with it is said below.</p>
      {!readOnly && <Button size="compact-sm" variant="light" onClick={onText}>Show the text</Button>}
    </div>
  );
}

/** The tree to show, and how it is edited: one edit at a time, since each needs the tree of the text before it. */
function useEdits(host: React.RefObject<HTMLElement | null>, { text, place, explanation, onChange, onText }: Pick<Props, 'text' | 'place' | 'explanation' | 'onChange' | 'onText'>) {
  const [typed, setTyped] = useState<{ readonly text: string; readonly root: ConditionNode } | null>(null);
  const [waiting, setWaiting] = useState<{ readonly edit: BuilderEdit; readonly kind: EditKind } | null>(null);
  // The text after parts were moved about, of which no place is known before it is read.
  const [moved, setMoved] = useState<string | null>(null);
  const focused = useRef<NodePath | null>(null);
  const structure = explanation?.answer.structure ?? null;
  const isRead = explanation?.text === text && structure !== null;
  const isTyped = !isRead && typed?.text === text;
  const root = isTyped ? typed.root : structure;
  const live = isRead || isTyped || text.trim() === '';

  const run = useCallback((edit: BuilderEdit, kind: EditKind) => {
    const result = edit(text, text.trim() === '' ? null : root);
    const after = typeof result === 'string' ? result : result.text;
    if (typeof result !== 'string' && result.root) setTyped({ text: after, root: result.root });
    if (after !== text) onChange(after, kind);
    return after;
  }, [text, root, onChange]);

  useEffect(() => {
    if (!live || !waiting) return undefined;
    let isGone = false;
    queueMicrotask(() => {
      if (isGone) return;
      setWaiting(null);
      run(waiting.edit, waiting.kind);
    });
    return () => { isGone = true; };
  }, [live, waiting, run]);

  useEffect(() => {
    if (!live || !focused.current) return;
    host.current?.querySelector<HTMLElement>(`[data-part="${pathKey(focused.current)}"]`)?.focus();
    focused.current = null;
  }, [live, host, root]);

  const settled = live && waiting === null;
  const builder = useMemo<Builder>(() => ({
    place, text, live, settled, onText,
    edit: (edit, kind) => {
      if (settled) run(edit, kind);
      else if (moved !== text) setWaiting({ edit, kind });
    },
    restructure: (edit) => { if (settled) setMoved(run(edit, 'step')); },
    focus: (path) => { focused.current = path; },
  }), [place, text, live, settled, moved, run, onText]);
  return { root, live, builder };
}
