import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { CohortAnswer, FactTerm } from '../../api/generated';
import { templateCsv } from '../../model/cohorts/template';
import { plural } from '../../model/words';
import { Disclosure } from '../../ui/Disclosure';
import { download } from '../../ui/download';
import { Icon } from '../../ui/Icon';
import styles from './Cohorts.module.css';
import { DropZone } from './DropZone';
import { ServerFiles } from './ServerFiles';
import { UploadStatus } from './UploadStatus';
import { uploads, useUpload } from './uploads';
import { useRunChanged } from './useRunAction';

/** Recognised from the first lines, unless somebody knows better. */
const separators = [{ value: '', label: 'what its first lines say' }, { value: ',', label: 'commas' }, { value: ';', label: 'semicolons' }, { value: 'tab', label: 'tabs' }, { value: '|', label: 'vertical lines (|)' }];

const separatorWords = (separator: string | null) => separators.find(({ value }) => value === separator)?.label ?? separator;

/** The patients: a file from this computer, or one that lies on the server. */
export function InputSection({ run, facts }: { run: CohortAnswer; facts: readonly FactTerm[] | null }) {
  const { id, workflow, input } = run;
  const upload = useUpload(id);
  const changed = useRunChanged(id);
  const [separator, setSeparator] = useState('');
  const choose = (file: File) => { void uploads.begin(id, file, separator || null, changed); };
  const isBusy = upload !== null && upload.error === null;
  const ways = () => (
    <div className={styles.ways}>
      <DropZone choose={choose} />
      <ServerFiles id={id} separator={separator || null} />
      <div className={styles.inline}>
        <label htmlFor="separator">Fields of a table are separated by</label>
        <NativeSelect id="separator" size="xs" data={separators} value={separator} onChange={(event) => { setSeparator(event.currentTarget.value); }} />
      </div>
      {facts && facts.length > 0 && (
        <p className={styles.hint}>
          <Button variant="subtle" size="xs" leftSection={<Icon name="download" size={15} />} onClick={() => { download(`${workflow}-template.csv`, new Blob([templateCsv(facts)], { type: 'text/csv;charset=utf-8' })); }}>Empty table for this workflow</Button>
          {' '}Its headings are recognised without your help.
        </p>
      )}
      {facts?.length === 0 && <p className={styles.hint}>This workflow declares no inputs, so that columns cannot be mapped to its facts: it takes NDJSON only.</p>}
    </div>
  );
  return (
    <section className={styles.step} aria-labelledby="input">
      <h2 id="input">Patients</h2>
      {input && !isBusy && <p className={styles.hint}>{plural(input.patients, 'patient')}{input.format === 'csv' && `, fields separated by ${separatorWords(input.separator) ?? ''}`}{input.file !== null && `, from ${input.file} on the server`}</p>}
      <UploadStatus id={id} upload={upload} />
      {!isBusy && (input ? <Disclosure summary="Take another file">{ways}</Disclosure> : ways())}
    </section>
  );
}
