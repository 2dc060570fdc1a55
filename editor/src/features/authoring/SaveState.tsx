import { isEdited, type DraftDocument, type DraftStatus } from '../../model/drafts/draftDocument';
import { Icon, type IconName } from '../../ui/Icon';
import { useWorkspace } from '../workspace/WorkspaceContext';
import styles from './Authoring.module.css';

const looks: Record<DraftStatus['kind'], { readonly icon: IconName; readonly words: string }> = {
  saved: { icon: 'check', words: 'All saved' },
  waiting: { icon: 'clock', words: 'Saving …' },
  saving: { icon: 'clock', words: 'Saving …' },
  lost: { icon: 'offline', words: 'Not saved: no connection' },
  signedOut: { icon: 'person', words: 'Not saved: signed out' },
  refused: { icon: 'alert', words: 'Not saved' },
  conflict: { icon: 'alert', words: 'Not saved: conflict' },
};

const gravest: readonly DraftStatus['kind'][] = ['conflict', 'refused', 'signedOut', 'lost', 'saving', 'waiting'];

/** The gravest state of all documents. */
function stateOf(documents: readonly DraftDocument[]): DraftStatus['kind'] {
  return gravest.find((kind) => documents.some((document) => document.status.kind === kind && (isEdited(document) || kind === 'conflict'))) ?? 'saved';
}

/** Whether the server has what is on the screen. */
export function SaveState() {
  const { snapshot } = useWorkspace();
  const kind = stateOf([...snapshot.documents.values()]);
  const { icon, words } = looks[kind];
  return <span className={styles.saveState} data-state={kind} role="status"><Icon name={icon} size={16} /> {words}</span>;
}
