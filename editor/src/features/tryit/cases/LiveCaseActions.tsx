import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { documentTextQuery, libraryQuery } from '../../../api/queries';
import { readCases } from '../../../model/documents/casesDocument';
import { sentence } from '../../../model/words';
import { Icon } from '../../../ui/Icon';
import { useSession } from '../../access/useSession';
import { ChooseChange } from '../../authoring/EditInChange';
import { BundleButton } from '../fhir/BundleButton';
import { useTryItContext } from '../TryItContext';
import styles from './Cases.module.css';
import { LoadCase } from './LoadCase';

/** Golden cases from the live page: one fills the form; a new one is made in a change, with the facts that are entered here. */
export function LiveCaseActions() {
  const session = useSession();
  const { workflow: { folder, cases = 0 } } = useTryItContext();
  const [open, setOpen] = useState<'load' | 'save' | null>(null);
  const close = () => { setOpen(null); };
  const author = session?.name != null && session.roles.includes('author') ? session.name : null;
  if (!folder || !session?.hasStore || session.name === null) return <div className={styles.actions}><BundleButton size="xs" /></div>;
  return (
    <div className={styles.actions}>
      <BundleButton size="xs" />
      {cases > 0 && <Button size="xs" variant="default" leftSection={<Icon name="book" size={15} />} onClick={() => { setOpen('load'); }}>Load a golden case</Button>}
      {author !== null && <Button size="xs" variant="default" leftSection={<Icon name="plus" size={15} />} onClick={() => { setOpen('save'); }}>Save as golden case</Button>}
      {open === 'load' && <LoadLiveCase folder={folder} onClose={close} />}
      {open === 'save' && author !== null && (
        <ChooseChange me={author} title="Save as golden case" path={(id) => `/changes/${id}/workflows/${folder}/new-case`} onClose={close} />
      )}
    </div>
  );
}

function LoadLiveCase({ folder, onClose }: { folder: string; onClose: () => void }) {
  const release = useQuery(libraryQuery).data?.library.release ?? null;
  const text = useQuery({ ...documentTextQuery(`/releases/${release ?? 0}`, `${folder}/cases.json`), enabled: release !== null });
  const cases = useMemo(() => (text.data ? readCases(text.data.text) : null), [text.data]);
  if (cases) return <LoadCase cases={cases} onClose={onClose} />;
  return (
    <Modal opened onClose={onClose} title="Load a golden case">
      <p role="status">{text.error ? sentence(text.error.message) : 'Loading the cases …'}</p>
    </Modal>
  );
}
