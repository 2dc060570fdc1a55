import { Checkbox, MultiSelect, Select, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keysQuery, makeKey } from '../../api/accounts';
import type { NewKeyAnswer } from '../../api/generated';
import { libraryQuery } from '../../api/queries';
import { scopes as allScopes } from '../../model/apiKey';
import { day } from '../../model/moment';
import { humanize } from '../../model/words';
import { Dialog } from '../../ui/Dialog';
import { useNow } from '../../ui/useNow';
import { ActionForm } from '../shell/ActionForm';
import { useAction } from '../shell/useAction';
import styles from './Administration.module.css';

interface Props {
  readonly opened: boolean;
  readonly close: () => void;
  readonly made: (answer: NewKeyAnswer) => void;
}

const lifetimes = [{ days: 30, words: '30 days' }, { days: 90, words: '90 days' }, { days: 180, words: '180 days' }, { days: 365, words: 'A year' }];
const dayLong = 24 * 60 * 60 * 1000;

export function MakeKeyDialog({ opened, ...of }: Props) {
  return <Dialog opened={opened} close={of.close} title="Make a key">{() => <MakeKey {...of} />}</Dialog>;
}

function MakeKey({ close, made }: Omit<Props, 'opened'>) {
  const queryClient = useQueryClient();
  const { data: library } = useQuery(libraryQuery);
  const now = useNow();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>(['execute']);
  const [workflows, setWorkflows] = useState<string[]>([]);
  const [days, setDays] = useState('90');
  const executes = scopes.includes('execute');
  const { form, errors } = useAction({
    run: () => makeKey({ name: name.trim(), scopes, days: Number(days), workflows: executes ? workflows : [] }),
    check: () => ({
      ...(name.trim() ? {} : { name: 'Name the application that will use it.' }),
      ...(scopes.length > 0 ? {} : { scopes: 'Choose at least one: a key that may do nothing is none.' }),
    }),
    words: { scopes: /scope|may do nothing|may not execute/, workflows: /name of a workflow/, days: /days/, name: /name of the key/ },
    async done(answer) {
      made(answer);
      await queryClient.invalidateQueries(keysQuery);
    },
  });
  return (
    <ActionForm {...form} cancel={close} confirm="Make the key">
      <TextInput data-autofocus label="Application" description="What uses the key. It stands with its requests in the log." autoComplete="off" required withAsterisk={false} value={name} error={errors.name} onChange={(event) => { setName(event.currentTarget.value); }} />
      <Checkbox.Group label="It may" value={scopes} onChange={(next) => { setScopes(next.includes('execute') ? next : next.filter((scope) => scope !== 'record')); }} error={errors.scopes}>
        <div className={styles.checks}>
          {allScopes.map(({ scope, title, may }) => <Checkbox key={scope} value={scope} label={title} description={may} disabled={scope === 'record' && !executes} />)}
        </div>
      </Checkbox.Group>
      {executes && (
        <MultiSelect
          label="Workflows"
          description="Leave it empty for all, those to come included."
          placeholder={workflows.length === 0 ? 'All workflows' : undefined}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': 'Clear workflows' }}
          data={(library?.workflows ?? []).map((workflow) => ({ value: workflow.name, label: workflow.title ?? humanize(workflow.name) }))}
          nothingFoundMessage="No such workflow"
          maxDropdownHeight={260}
          comboboxProps={{ transitionProps: { duration: 0 } }}
          value={workflows}
          error={errors.workflows}
          onChange={setWorkflows}
        />
      )}
      <Select
        label="Valid for"
        description={`Until ${day(new Date(now + Number(days) * dayLong).toISOString())}. A new key can be made in time.`}
        data={lifetimes.map((lifetime) => ({ value: String(lifetime.days), label: lifetime.words }))}
        allowDeselect={false}
        comboboxProps={{ transitionProps: { duration: 0 } }}
        value={days}
        error={errors.days}
        onChange={(value) => { setDays(value ?? days); }}
      />
    </ActionForm>
  );
}
