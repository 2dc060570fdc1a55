import { releaseSentence } from '../../model/release';
import { Icon } from '../../ui/Icon';
import styles from './Releases.module.css';
import { useRelease } from './useRelease';

/** Which content is served, and whether a clinician has approved it. */
export function ReleaseLine() {
  const release = useRelease();
  if (!release) return null;
  const approved = release.status === 'approved';
  return <p className={styles.line} data-tone={approved ? 'good' : 'warn'}><Icon name={approved ? 'seal' : 'alert'} /><span>{releaseSentence(release)}</span></p>;
}
