import { listed } from '../../../model/words';
import { Icon } from '../../../ui/Icon';
import { useTryItContext } from '../TryItContext';
import styles from './Cases.module.css';

/** Which golden case or example fills the form, and whether the form still says the same. */
export function LoadedCaseLine() {
  const { written, facts: { golden, asOf } } = useTryItContext();
  const loaded = golden?.loaded;
  if (!loaded) return null;
  const same = written.json === loaded.facts && asOf === loaded.asOf && written.unreadable.length === 0;
  return (
    <p className={styles.loaded} role="status">
      <Icon name={same ? 'check' : 'info'} size={15} />
      <span>{loaded.isExample ? 'Patient for' : 'Case'} <strong>{loaded.id}</strong>{same ? (loaded.isExample ? '' : ', as it is written') : ', changed in this form'}{loaded.beyond.length > 0 && `, without ${listed(loaded.beyond, 'and')}, for which there is no field`}</span>
    </p>
  );
}
