import { ActionIcon, Button, Menu, Switch, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { copyRule } from '../../../model/documents/copyRule';
import { moveItem, removeAt } from '../../../model/documents/editJson';
import { itemsOf, nodeAt } from '../../../model/documents/json';
import type { RuleView } from '../../../model/documents/workflowDocument';
import { Icon } from '../../../ui/Icon';
import { notices } from '../../shell/notice';
import { useWorkspace } from '../../workspace/WorkspaceContext';
import { useWorkflowEditing } from '../WorkflowEditing';
import { FieldFindings } from './FieldFindings';
import { RenameRule } from './RenameRule';
import styles from './Rules.module.css';
import { ruleTitle, useRuleEdit } from './useRuleEdit';

/** What the rule is called, whether it counts, and what can be done with it as a whole. */
export function RuleHead({ rule }: { rule: RuleView }) {
  const { set } = useRuleEdit(rule);
  const [renaming, setRenaming] = useState(false);
  return (
    <header className={styles.head}>
      <h2 className="visually-hidden">{ruleTitle(rule)}</h2>
      <div className={styles.titleLine}>
        <TextInput
          className={styles.title} variant="unstyled" size="lg" aria-label="Title of the rule" placeholder={ruleTitle(rule)} value={rule.title ?? ''}
          onChange={(event) => { set(['Title'], event.currentTarget.value, 'title', true); }}
        />
        <RuleActions rule={rule} />
      </div>
      <div className={styles.meta}>
        <span className={styles.nameLine}>Conditions call it <code>{rule.name}</code> <Button size="compact-xs" variant="subtle" onClick={() => { setRenaming(true); }}>Rename</Button></span>
        <Switch label="In use" checked={rule.enabled} onChange={(event) => { set(['Enabled'], event.currentTarget.checked ? undefined : false, 'use'); }} />
        {!rule.enabled && <span className={styles.note}>Switched off: it is as if it were not there, and nothing may read it.</span>}
      </div>
      {['RuleName', 'Title', 'Enabled'].map((member) => <FieldFindings key={member} pointer={`${rule.pointer}/${member}`} />)}
      <FieldFindings pointer={rule.pointer} />
      {renaming && <RenameRule rule={rule} onClose={() => { setRenaming(false); }} />}
    </header>
  );
}

function RuleActions({ rule }: { rule: RuleView }) {
  const { edit, view, folder } = useWorkflowEditing();
  const { key } = useWorkspace();
  const navigate = useNavigate();
  const title = ruleTitle(rule);
  const list = rule.path.slice(0, -1);
  const index = Number(rule.path.at(-1));
  const siblings = itemsOf(nodeAt(view.document.root, list));
  const here = { change: key, folder };
  const open = (name: string) => { void navigate({ to: '/changes/$change/workflows/$folder/rules/$rule', params: { ...here, rule: name } }); };
  const move = (to: number) => { edit(`place of ${title}`, (text) => moveItem(text, list, index, to)); };
  const duplicate = () => {
    const { name } = copyRule(view.document.text, rule);
    edit(`copy of ${title}`, (text) => copyRule(text, rule).text);
    open(name);
  };
  const remove = () => {
    const path = `/changes/${encodeURIComponent(key)}/workflows/${encodeURIComponent(folder)}`;
    notices.say(path, { tone: 'good', title: `“${title}” was removed`, text: 'Undo brings it back, with everything that it had.' });
    void navigate({ to: '/changes/$change/workflows/$folder', params: here }).then(() => { edit(`remove ${title}`, (text) => removeAt(text, rule.path)); });
  };
  return (
    <div className={styles.actions}>
      <ActionIcon variant="default" size="lg" aria-label="Move the rule up" disabled={index === 0} onClick={() => { move(index - 1); }}><Icon name="up" size={18} /></ActionIcon>
      <ActionIcon variant="default" size="lg" aria-label="Move the rule down" disabled={index >= siblings.length - 1} onClick={() => { move(index + 1); }}><Icon name="down" size={18} /></ActionIcon>
      <Menu position="bottom-end">
        <Menu.Target><ActionIcon variant="default" size="lg" aria-label="More for this rule"><Icon name="more" size={18} /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="copy" size={16} />} onClick={duplicate}>Duplicate</Menu.Item>
          <Menu.Item leftSection={<Icon name="trash" size={16} />} color="red" onClick={remove}>Remove</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
