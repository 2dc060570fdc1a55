import { ActionIcon, Select, TagsInput, TextInput } from '@mantine/core';
import { insertAt, removeAt, setAt } from '../../../model/documents/editJson';
import { searchSources } from '../../../model/documents/evidenceDocument';
import { memberOrder, type CitationView, type RuleView } from '../../../model/documents/workflowDocument';
import type { Evidence } from '../../../model/decision';
import { evidenceByline } from '../../../model/evidence';
import { Icon } from '../../../ui/Icon';
import { FieldFindings } from './FieldFindings';
import { RuleCard } from './RuleCard';
import styles from './Rules.module.css';
import { SourceWords } from './SourceWords';
import { useRuleEdit } from './useRuleEdit';
import { useSources } from './useSources';

/** On whose evidence the rule stands. */
export function CitationsCard({ rule }: { rule: RuleView }) {
  const { change } = useRuleEdit(rule);
  const sources = useSources();
  const list = [...rule.path, 'Evidence'];
  const add = (source: string) => {
    change('evidence', (text) => insertAt(text, list, rule.evidence.length, { Source: source }, memberOrder.rule));
  };
  return (
    <RuleCard title="Evidence" note="What the rule stands on. What no source states is left out; a decision of your group is a source too, and says that it is one.">
      {rule.evidence.length > 0 && (
        <ul className={styles.citations}>
          {rule.evidence.map((citation, i) => (
            <Citation key={citation.pointer} rule={rule} citation={citation} source={sources.find(({ source }) => source === citation.source) ?? null} isOnly={rule.evidence.length === 1} index={i} />
          ))}
        </ul>
      )}
      <SourceSelect sources={sources} onChoose={add} />
      <FieldFindings pointer={`${rule.pointer}/Evidence`} />
    </RuleCard>
  );
}

function SourceSelect({ sources, onChoose }: { sources: readonly Evidence[]; onChoose: (source: string) => void }) {
  const known = new Map(sources.map((source) => [source.source, source]));
  return (
    <Select
      label="Cite a source" placeholder="Search by title, author or year" searchable value={null} data={sources.map(({ source, title }) => ({ value: source, label: title ?? source }))}
      leftSection={<Icon name="search" size={16} />} nothingFoundMessage="No such source. New sources are added under Evidence." maxDropdownHeight={360}
      comboboxProps={{ transitionProps: { duration: 0 } }}
      filter={({ options, search }) => {
        const found = new Set(searchSources(sources, search).map(({ source }) => source));
        return options.filter((option) => 'value' in option && found.has(option.value));
      }}
      renderOption={({ option }) => {
        const source = known.get(option.value);
        return <span className={styles.sourceOption}><span>{option.label}</span><small>{source ? evidenceByline(source) : ''}{source?.verified ? ' · verified' : ''}</small></span>;
      }}
      onChange={(source) => { if (source !== null) onChoose(source); }}
    />
  );
}

interface CitationProps {
  readonly rule: RuleView;
  readonly citation: CitationView;
  /** Null: no source of this id is known. */
  readonly source: Evidence | null;
  readonly isOnly: boolean;
  readonly index: number;
}

function Citation({ rule, citation, source, isOnly, index }: CitationProps) {
  const { set, change } = useRuleEdit(rule);
  const member = ['Evidence', index];
  const title = source?.title ?? citation.source;
  const remove = () => { change('evidence', (text) => removeAt(text, isOnly ? [...rule.path, 'Evidence'] : citation.path)); };
  return (
    <li>
      <div className={styles.citationHead}>
        <SourceWords id={citation.source} source={source} />
        <ActionIcon variant="subtle" color="gray" aria-label={`Remove the citation of ${title}`} onClick={remove}><Icon name="trash" size={16} /></ActionIcon>
      </div>
      <div className={styles.two}>
        <TextInput label="Where in it" placeholder="table 2, page 14" size="sm" value={citation.locator ?? ''} onChange={(event) => { set([...member, 'Locator'], event.currentTarget.value, 'citation', true); }} />
        <TagsInput
          label="Statements" placeholder={citation.statements.length === 0 ? 'Ids, each with Enter' : ''} size="sm" value={[...citation.statements]} acceptValueOnBlur
          onChange={(statements) => { change('citation', (text) => setAt(text, [...citation.path, 'Statements'], statements.length === 0 ? undefined : statements, memberOrder.citation)); }}
        />
      </div>
      <FieldFindings pointer={citation.pointer} below />
    </li>
  );
}
