import { Button, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { humanize, plural } from '../../model/words';
import { Icon } from '../../ui/Icon';
import { Tag } from '../../ui/Tag';
import { useCheck } from '../workspace/useLanguage';
import { useWorkspace } from '../workspace/WorkspaceContext';
import styles from './Authoring.module.css';
import { ReplayCounts } from './cases/ReplayCounts';
import { DraftTrouble } from './DraftTrouble';
import { EditInChange } from './EditInChange';
import { SaveState } from './SaveState';
import { useUndo } from './useUndo';

/** Which content this is, whether it is saved, and what is wrong with it. */
export function WorkspaceBar() {
  const workspace = useWorkspace();
  const { change, release, readOnly } = workspace;
  return (
    <>
      <div className={styles.bar} data-no-print role="group" aria-label={change ? 'Change' : 'Release'}>
        <div className={styles.what}>
          {change ? (
            <>
              <Link to="/changes/$change" params={{ change: String(change.id) }} className={styles.changeTitle}>{change.title}</Link>
              <Tag tone={change.state === 'draft' ? 'info' : 'quiet'}>{`${humanize(change.state)} · change ${change.id}`}</Tag>
            </>
          ) : <><strong>Release {release}</strong><Tag icon="seal" tone="quiet">Live, read-only</Tag></>}
        </div>
        {change && <Problems />}
        {change && <ReplayCounts />}
        <Link to="/changes/$change/verification" params={{ change: workspace.key }} className={styles.barLink}>Findings</Link>
        {readOnly === null && <><SaveState /><UndoButtons /></>}
        {!change && <EditInChange />}
      </div>
      {change && readOnly !== null && <p className={styles.locked} data-no-print><Icon name="info" size={16} /> {readOnly}</p>}
      <DraftTrouble />
    </>
  );
}

function UndoButtons() {
  const { undo, redo, lastDone, lastUndone } = useUndo();
  return (
    <Button.Group>
      <StepButton name="Undo" what={lastDone?.label ?? null} run={undo} shortcut="Ctrl+Z" />
      <StepButton name="Redo" what={lastUndone?.label ?? null} run={redo} shortcut="Ctrl+Shift+Z" />
    </Button.Group>
  );
}

interface StepProps {
  readonly name: 'Undo' | 'Redo';
  /** The step; null: there is none. */
  readonly what: string | null;
  readonly run: () => void;
  readonly shortcut: string;
}

/** Every key is a step, or part of one: the button is drawn anew only when it says something else. */
const StepButton = memo(({ name, what, run, shortcut }: StepProps) => (
  <Tooltip label={what === null ? `Nothing to ${name.toLowerCase()}` : `${name}: ${what} (${shortcut})`}>
    <Button size="xs" variant="default" aria-label={what === null ? name : `${name}: ${what}`} data-disabled={what === null || undefined} aria-disabled={what === null} onClick={what === null ? (event) => { event.preventDefault(); } : run}>
      <Icon name={name === 'Undo' ? 'undo' : 'redo'} size={16} />
    </Button>
  </Tooltip>
));
StepButton.displayName = 'StepButton';

function Problems() {
  const { data } = useCheck();
  if (!data) return null;
  const errors = data.diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = data.diagnostics.filter(({ severity }) => severity === 'warning').length;
  return (
    <span role="status">
      {errors > 0 ? <Tag tone="bad" icon="alert">{plural(errors, 'error')}</Tag> : <Tag tone="good" icon="check">No errors</Tag>}
      {warnings > 0 && <> <Tag tone="warn" icon="info">{plural(warnings, 'warning')}</Tag></>}
    </span>
  );
}
