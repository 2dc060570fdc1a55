import { Button, FileButton, Group, Modal, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { readBundle } from '../../../api/fhir';
import { member, parseDocument } from '../../../model/documents/json';
import { readFacts } from '../../../model/facts/readFacts';
import { countEntries } from '../../../model/facts/draft';
import { plural } from '../../../model/words';
import { FormProblem } from '../../access/FormProblem';
import styles from '../cases/Cases.module.css';
import { useTryItContext } from '../TryItContext';
import { BundleReport } from './BundleReport';

/** Fills the form from a patient's FHIR record, and says what was taken from where and what was not. */
export function PasteBundle({ onClose }: { onClose: () => void }) {
  const { workflow, form, facts, asOf, setView } = useTryItContext();
  const [bundle, setBundle] = useState('');
  const broken = bundle.trim() !== '' && !isJson(bundle);
  const read = useMutation({ mutationFn: () => readBundle(workflow.name, bundle, asOf) });
  const found = read.data;
  const filled = found ? readFacts(form, found.text, member(parseDocument(found.text).root, 'facts') ?? null) : null;
  return (
    <Modal opened onClose={onClose} title="Facts from a FHIR Bundle" size="xl">
      {found && filled ? (
        <div className={styles.dialog}>
          <BundleReport answer={found.answer} beyond={filled.beyond.map(({ path }) => path)} />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => { read.reset(); }}>Another Bundle</Button>
            <Button
              data-autofocus
              disabled={countEntries(filled.draft) === 0}
              onClick={() => {
                facts.golden?.fill(filled.draft, found.answer.asOf);
                setView('facts');
                onClose();
              }}
            >
              {`Use ${plural(countEntries(filled.draft), 'fact')}`}
            </Button>
          </Group>
        </div>
      ) : (
        <form className={styles.dialog} onSubmit={(event) => { event.preventDefault(); if (bundle.trim() !== '' && !broken) read.mutate(); }}>
          <p className={styles.hint}>The record is read by the server as the facts of this workflow; nothing of it is kept, and nothing that it does not say is filled in.</p>
          <Textarea
            label="Bundle"
            description="A FHIR R4 Bundle as JSON."
            data-autofocus
            rows={10}
            spellCheck={false}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
            error={broken ? 'This is no complete JSON.' : undefined}
            value={bundle}
            onChange={(event) => { setBundle(event.currentTarget.value); }}
          />
          <FormProblem error={read.error} />
          <Group justify="space-between">
            <FileButton accept="application/json,.json" onChange={(file) => { if (file) void file.text().then(setBundle); }}>
              {(props) => <Button {...props} variant="default">Choose a file</Button>}
            </FileButton>
            <Button type="submit" loading={read.isPending} disabled={bundle.trim() === '' || broken}>Read it</Button>
          </Group>
        </form>
      )}
    </Modal>
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
