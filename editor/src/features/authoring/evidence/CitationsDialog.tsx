import { Button, Group, Modal, Select, TagsInput, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { insertAt, removeAt, setAt } from '../../../model/documents/editJson';
import { evidenceDocument, readEvidence } from '../../../model/documents/evidenceDocument';
import { pointerOf, type JSONPath } from '../../../model/documents/json';
import { memberOrder, type CitationView } from '../../../model/documents/workflowDocument';
import { Icon } from '../../../ui/Icon';
import { useDraftDocument } from '../../workspace/useDraftDocument';
import styles from '../sheets/Sheets.module.css';
import { FindingList } from '../FindingList';
import { findingsAt, useWorkflowEditing } from '../WorkflowEditing';

interface Props {
  /** What rests on the sources: "row 3 of zoledronic dose". */
  readonly of: string;
  /** The object that has the `Evidence`. */
  readonly owner: JSONPath;
  readonly citations: readonly CitationView[];
  readonly onClose: () => void;
}

/** Which sources something rests on, and where in them it stands. */
export function CitationsDialog({ of, owner, citations, onClose }: Props) {
  const editing = useWorkflowEditing();
  const { readOnly, edit } = editing;
  const text = useDraftDocument(evidenceDocument).document?.text ?? null;
  const sources = useMemo(() => (text === null ? [] : readEvidence(text).sources), [text]);
  const list: JSONPath = [...owner, 'Evidence'];
  const add = () => { edit(`source for ${of}`, (now) => insertAt(now, list, citations.length, { Source: '' }, memberOrder.row)); };
  const remove = (index: number) => { edit(`source of ${of} removed`, (now) => removeAt(now, citations.length === 1 ? list : [...list, index])); };
  const set = (index: number, key: 'Source' | 'Locator' | 'Statements', value: string | readonly string[]) => {
    edit(`source of ${of}`, (now) => setAt(now, [...list, index, key], value.length === 0 && key !== 'Source' ? undefined : value, memberOrder.citation), `${pointerOf(list)}/${index}/${key}`);
  };
  return (
    <Modal opened onClose={onClose} size="xl" title={`Evidence for ${of}`}>
      <div className={styles.citations}>
        {citations.length === 0 && <p>{readOnly === null ? 'No source is cited yet. What no source states is better left out.' : 'No source is cited.'}</p>}
        {citations.map((citation, index) => {
          const known = sources.find(({ id }) => id === citation.source);
          if (readOnly !== null) return <p key={citation.pointer}><strong>{known?.title ?? citation.source}</strong>{citation.locator && `, ${citation.locator}`}{citation.statements.length > 0 && ` (${citation.statements.join(', ')})`}</p>;
          return (
            <div key={citation.pointer} className={styles.citation} role="group" aria-label={`Source ${index + 1}`}>
              <Select
                label="Source"
                placeholder="Search a source"
                searchable
                nothingFoundMessage="No such source. Sources are added on the page Evidence."
                data={[...(known || citation.source === '' ? [] : [{ value: citation.source, label: `${citation.source} (not in the list of sources)` }]), ...sources.map(({ id, title }) => ({ value: id, label: title ? `${title} (${id})` : id }))]}
                value={citation.source || null}
                onChange={(value) => { if (value !== null) set(index, 'Source', value); }}
              />
              <TextInput label="Where in it" placeholder="table 2" value={citation.locator ?? ''} onChange={(event) => { set(index, 'Locator', event.currentTarget.value); }} />
              <TagsInput label="Statements" placeholder={citation.statements.length === 0 ? 'S12' : undefined} value={[...citation.statements]} onChange={(value) => { set(index, 'Statements', value); }} />
              <Button variant="default" aria-label={`Remove source ${index + 1}`} onClick={() => { remove(index); }}><Icon name="trash" size={16} /></Button>
            </div>
          );
        })}
        <FindingList findings={findingsAt(editing, pointerOf(list))} />
        <Group justify="space-between">
          {readOnly === null ? <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={add}>Add a source</Button> : <span />}
          <Button onClick={onClose}>Done</Button>
        </Group>
      </div>
    </Modal>
  );
}
