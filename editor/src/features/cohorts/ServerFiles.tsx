import { Button, Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { cohortFilesQuery, referToFile } from '../../api/cohorts';
import { sizeWords } from '../../model/cohorts/progress';
import { FormProblem } from '../access/FormProblem';
import styles from './Cohorts.module.css';
import { useRunChanged } from './useRunAction';

/** Files that the administrator lets runs read where they lie; nothing where there are none. */
export function ServerFiles({ id, separator }: { id: string; separator: string | null }) {
  const { data: files, error: unread } = useQuery(cohortFilesQuery);
  const [file, setFile] = useState<string | null>(null);
  const { mutate, isPending, error } = useMutation({ mutationFn: (name: string) => referToFile(id, name, /\.[ct]sv$/i.test(name) ? separator : null), onSuccess: useRunChanged(id) });
  if (unread) return <FormProblem error={unread} />;
  if (!files || files.length === 0) return null;
  return (
    <div className={styles.serverFiles}>
      <Select
        label="Or a file on the server"
        description="It is read where it lies and must stay as it is until the run has ended."
        placeholder="Choose a file"
        searchable
        data={files.map(({ name, bytes }) => ({ value: name, label: `${name} (${sizeWords(bytes)})` }))}
        nothingFoundMessage="No such file"
        maxDropdownHeight={260}
        comboboxProps={{ transitionProps: { duration: 0 } }}
        value={file}
        onChange={setFile}
      />
      <Button variant="default" disabled={file === null} loading={isPending} onClick={() => { if (file !== null) mutate(file); }}>Take this file</Button>
      <FormProblem error={error} titles={{ 'wrong-input': 'The file cannot be taken as it is' }} />
    </div>
  );
}
