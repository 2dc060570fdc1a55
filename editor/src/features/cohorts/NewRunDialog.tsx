import { Select, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { cohortsQuery, createCohort } from '../../api/cohorts';
import { libraryQuery, releasesQuery } from '../../api/queries';
import { day, today } from '../../model/moment';
import { titleOf } from '../../model/pathway';
import { releaseTitle } from '../../model/release';
import { Dialog } from '../../ui/Dialog';
import { Segmented } from '../../ui/Segmented';
import { ActionForm } from '../shell/ActionForm';
import { useAction } from '../shell/useAction';
import styles from './Cohorts.module.css';

/** What a run is to do; its patients come next. */
export function NewRunDialog({ opened, close }: { opened: boolean; close: () => void }) {
  return <Dialog opened={opened} close={close} title="New cohort run">{() => <NewRun close={close} />}</Dialog>;
}

const inForce = 'live';

const depths = [
  { value: 'none', label: 'Without', text: 'Statuses, verdicts, advice, outputs and what is missing: enough for counting and for lists.' },
  { value: 'rules', label: 'Rules', text: 'Also every rule with its recommendation and evidence. Results are several times as large.' },
  { value: 'full', label: 'Every step', text: 'Also how each rule came to its verdict. For a few thousand patients, not for millions.' },
] as const;

const dropdown = { transitionProps: { duration: 0 } };

function NewRun({ close }: { close: () => void }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const explainLabel = useId();
  const { data: library } = useQuery(libraryQuery);
  const { data: releases = [] } = useQuery({ ...releasesQuery(library?.library), enabled: library !== undefined });
  const [name, setName] = useState('');
  const [workflow, setWorkflow] = useState<string | null>(null);
  const [release, setRelease] = useState(inForce);
  const [asOf, setAsOf] = useState(today);
  const [explain, setExplain] = useState<(typeof depths)[number]['value']>('none');
  const live = releases.find((known) => known.live);
  const { form, errors } = useAction({
    run: () => createCohort({ name: name.trim(), workflow: workflow ?? '', release: release === inForce ? null : Number(release), asOf, explain }),
    check: () => ({
      ...(name.trim() ? {} : { name: 'Say in a few words what the run is for.' }),
      ...(workflow ? {} : { workflow: 'Choose what is to be decided.' }),
      ...(asOf ? {} : { asOf: 'Choose the day for which it decides.' }),
    }),
    words: { asOf: /asOf|date/, workflow: /workflow/, release: /release/, name: /name/ },
    async done({ id }) {
      close();
      await queryClient.invalidateQueries(cohortsQuery);
      await navigate({ to: '/cohorts/$id', params: { id } });
    },
  });
  return (
    <ActionForm {...form} cancel={close} confirm="Continue to the patients">
      <TextInput data-autofocus label="Name" placeholder="Calcium, ward 7, January" autoComplete="off" maxLength={200} required withAsterisk={false} value={name} error={errors.name} onChange={(event) => { setName(event.currentTarget.value); }} />
      <Select
        label="Workflow"
        placeholder="What is to be decided"
        searchable
        data={(library?.workflows ?? []).map((known) => ({ value: known.name, label: titleOf(known), disabled: known.blocked === true }))}
        nothingFoundMessage="No such workflow"
        maxDropdownHeight={260}
        comboboxProps={dropdown}
        value={workflow}
        error={errors.workflow}
        onChange={setWorkflow}
      />
      <div className={styles.pair}>
        <Select
          label="Release"
          allowDeselect={false}
          data={[
            { value: inForce, label: live ? `In force: ${releaseTitle(live)}` : 'The one in force' },
            ...releases.filter((known) => !known.live).map((known) => ({ value: String(known.number), label: releaseTitle(known) })),
          ]}
          maxDropdownHeight={260}
          comboboxProps={dropdown}
          value={release}
          error={errors.release}
          onChange={(value) => { setRelease(value ?? inForce); }}
        />
        <TextInput label="As of" type="date" required withAsterisk={false} value={asOf} error={errors.asOf} onChange={(event) => { setAsOf(event.currentTarget.value); }} />
      </div>
      <p className={styles.hint}>Release and day stay as they are from here on, so that all patients are decided alike{asOf === '' ? '' : `: as if it were ${day(asOf)}`}.</p>
      <div className={styles.field}>
        <span id={explainLabel} className={styles.label}>Explanations in the results</span>
        <Segmented segments={depths} value={explain} onChange={setExplain} labelledBy={explainLabel} wide />
        <p className={styles.hint}>{depths.find(({ value }) => value === explain)?.text}</p>
      </div>
    </ActionForm>
  );
}
