import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { libraryQuery, workflowQuery } from '../../api/queries';
import { retire } from '../../api/retirements';
import { titleOf } from '../../model/pathway';
import { Dialog } from '../../ui/Dialog';
import { ActionForm } from '../shell/ActionForm';
import { notices } from '../shell/notice';
import { useAction } from '../shell/useAction';
import { Consequence } from './Consequence';
import { useUseChanged } from './useUseChanged';

/** Takes a workflow, or one of its rules, out of use. */
export function RetireDialog({ opened, close }: { opened: boolean; close: () => void }) {
  return <Dialog opened={opened} close={close} title="Take out of use">{() => <RetireForm close={close} />}</Dialog>;
}

const choices = { transitionProps: { duration: 0 } };

function RetireForm({ close }: { close: () => void }) {
  const changed = useUseChanged();
  const { data: library } = useQuery(libraryQuery);
  const [workflow, setWorkflow] = useState('');
  const [rule, setRule] = useState('');
  const [reason, setReason] = useState('');
  const [older, setOlder] = useState(false);
  const rules = useQuery({ ...workflowQuery(workflow), enabled: !older && workflow !== '' }).data?.rules ?? [];
  const { form, errors } = useAction({
    run: () => retire({ workflow: workflow.trim(), rule: rule.trim() || null, reason, evenIfUnknown: older }),
    check: () => ({
      ...(workflow.trim() ? {} : { workflow: 'Choose what to take out of use.' }),
      ...(reason.trim() ? {} : { reason: 'Say why, in a sentence: everybody who asks for a decision reads it.' }),
    }),
    words: { reason: /reason/, rule: /rule/, workflow: /workflow/ },
    async done(answer) {
      close();
      notices.say(window.location.pathname, { tone: 'good', title: `${answer.rule ?? answer.workflow} is out of use`, text: 'It holds on every server within a second.' });
      await changed();
    },
  });
  const choose = (name: string | null) => {
    setWorkflow(name ?? '');
    setRule('');
  };
  return (
    <ActionForm {...form} cancel={close} confirm="Take out of use" danger>
      {older ? (
        <>
          <TextInput label="Workflow" description="Its name as the older release has it." autoComplete="off" spellCheck={false} required withAsterisk={false} value={workflow} error={errors.workflow} onChange={(event) => { setWorkflow(event.currentTarget.value); }} />
          <TextInput label="Rule (optional)" description="Leave it empty for the whole workflow." autoComplete="off" spellCheck={false} value={rule} error={errors.rule} onChange={(event) => { setRule(event.currentTarget.value); }} />
        </>
      ) : (
        <>
          <Select
            label="Workflow"
            placeholder="Choose a workflow"
            searchable
            data={(library?.workflows ?? []).map((known) => ({ value: known.name, label: titleOf(known) }))}
            nothingFoundMessage="No such workflow"
            maxDropdownHeight={260}
            comboboxProps={choices}
            value={workflow || null}
            error={errors.workflow}
            onChange={choose}
          />
          <Select
            label="Rule"
            description="One wrong rule stops its whole workflow: a decision without it could mislead. It names what is wrong."
            placeholder="The whole workflow"
            searchable
            clearable
            clearButtonProps={{ 'aria-label': 'The whole workflow' }}
            disabled={workflow === ''}
            data={rules.map(({ name, title }) => ({ value: name, label: title ? `${title} (${name})` : name }))}
            nothingFoundMessage="No such rule"
            maxDropdownHeight={260}
            comboboxProps={choices}
            value={rule || null}
            error={errors.rule}
            onChange={(name) => { setRule(name ?? ''); }}
          />
        </>
      )}
      <Checkbox
        label="It is in an older release only"
        description="Applications may ask an older release by its number."
        checked={older}
        onChange={(event) => {
          setOlder(event.currentTarget.checked);
          choose(null);
        }}
      />
      <Textarea label="Reason" required withAsterisk={false} autosize minRows={2} maxRows={6} placeholder="The dose limit is under review" value={reason} error={errors.reason} onChange={(event) => { setReason(event.currentTarget.value); }} />
      {library && workflow && !older && <Consequence workflows={library.workflows} name={workflow} />}
    </ActionForm>
  );
}
