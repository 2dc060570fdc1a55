import { MultiSelect, NativeSelect, Select, Switch, TagsInput } from '@mantine/core';
import { differenceAt, type ReplayedCase } from '../../../model/cases/caseList';
import { jsonOf, readExpectation, shownValue, verdicts } from '../../../model/cases/expectation';
import { eventsOf, missingOf } from '../../../model/cases/goldenCase';
import type { Decision } from '../../../model/decision';
import type { CaseView } from '../../../model/documents/casesDocument';
import { setAt } from '../../../model/documents/editJson';
import type { JsonValue } from '../../../model/documents/json';
import { memberOrder, ruleTitles } from '../../../model/documents/workflowDocument';
import { localName } from '../../../model/grouping';
import { verdictTitle, verdictWords } from '../../../model/status';
import { formatRange, formatValue } from '../../../model/value';
import { humanize } from '../../../model/words';
import { Icon } from '../../../ui/Icon';
import { Tag } from '../../../ui/Tag';
import { verdictLooks } from '../../decision/looks';
import { useTryItContext } from '../../tryit/TryItContext';
import { useWorkflowEditing } from '../WorkflowEditing';
import styles from './Cases.module.css';
import { ExpectRow } from './ExpectRow';
import { OutputExpected } from './OutputExpected';
import type { WorkflowCases } from './useCases';

interface Props {
  readonly text: string;
  readonly golden: CaseView;
  readonly result: ReplayedCase | null;
  readonly edit: WorkflowCases['edit'];
  readonly readOnly: boolean;
}

/** What a case expects beside what came out. */
export function Expectations({ text, golden, result, edit, readOnly }: Props) {
  const { decision, scope, workflow } = useTryItContext();
  const titles = ruleTitles(useWorkflowEditing().view);
  const stated = readExpectation(text, golden.expect);
  const set = (path: readonly string[], value: JsonValue | undefined, key?: string) => {
    edit(`expectation of ${golden.id}`, (before) => setAt(before, [...golden.path, 'Expect', ...path], value, memberOrder.expect), key && `${golden.pointer} ${key}`);
  };
  const remover = (...path: string[]) => (readOnly ? null : () => { set(path, undefined); });
  const title = (name: string) => titles.get(name) ?? decision?.rules?.find((rule) => rule.name === name)?.title ?? humanize(localName(name));
  const undetermined = new Set(stated.rules.filter(({ verdict }) => verdict === 'undetermined').map(({ name }) => name));
  const lacking = decision && missingOf((decision.rules ?? []).filter(({ name }) => undetermined.has(name)));
  const lists = { Missing: stated.missing, Events: stated.events };
  const facts = [...new Set([...(stated.missing ?? []), ...(decision?.missing.map(({ fact }) => fact) ?? []), ...workflow.facts.filter((fact) => !fact.includes('[]'))])];

  return (
    <div className={styles.expectation}>
      <table className={styles.expect}>
        <thead><tr><th scope="col">What</th><th scope="col">Expected</th><th scope="col">Came out</th><th scope="col"><span className="visually-hidden">Take out</span></th></tr></thead>
        <tbody>
          {stated.rules.map(({ name, verdict }) => (
            <ExpectRow key={`rule ${name}`} label={title(name)} name={name} actual={verdictOf(decision, name)} difference={differenceAt(result, `rule ${name}`)} onRemove={remover('Rules', name)}>
              {readOnly
                ? wordsOf(verdict)
                : <NativeSelect size="xs" aria-label={`Expected verdict of ${title(name)}`} value={verdict} data={[...new Set([...verdicts, verdict])].map((value) => ({ value, label: wordsOf(value) }))} onChange={(event) => { set(['Rules', name], event.currentTarget.value); }} />}
            </ExpectRow>
          ))}
          {stated.outputs.map(({ name, value }) => (
            <ExpectRow key={`output ${name}`} label={humanize(localName(name))} name={name} actual={outputOf(decision, name)} difference={differenceAt(result, `output ${name}`)} onRemove={remover('Outputs', name)}>
              {readOnly ? formatExpected(value) : <OutputExpected label={humanize(localName(name))} value={value} onChange={(next) => { set(['Outputs', name], next, name); }} />}
            </ExpectRow>
          ))}
          {stated.missing && (
            <ExpectRow label="Missing facts" actual={lacking && list(lacking.map(scope.factLabel))} difference={differenceAt(result, 'missing')} onRemove={remover('Missing')}>
              {readOnly ? list(stated.missing.map(scope.factLabel)) : <MultiSelect size="xs" aria-label="Expected missing facts" searchable placeholder={stated.missing.length === 0 ? 'nothing' : undefined} data={facts.map((value) => ({ value, label: scope.factLabel(value) }))} value={[...stated.missing]} onChange={(next) => { set(['Missing'], next.sort(ordinal)); }} />}
            </ExpectRow>
          )}
          {stated.events && (
            <ExpectRow label="Events" actual={decision && list(eventsOf(decision))} difference={differenceAt(result, 'events')} onRemove={remover('Events')}>
              {readOnly ? list(stated.events) : <TagsInput size="xs" aria-label="Expected events" data={decision ? [...new Set(eventsOf(decision))] : []} value={[...stated.events]} onChange={(next) => { set(['Events'], next.sort(ordinal)); }} />}
            </ExpectRow>
          )}
        </tbody>
      </table>
      {!readOnly && (
        <div className={styles.add}>
          <Adder label="Expect a rule" options={(decision?.rules ?? []).filter(({ name }) => !stated.rules.some((rule) => rule.name === name)).map(({ name }) => ({ value: name, label: title(name) }))} onAdd={(name) => { set(['Rules', name], decision?.verdicts[name] ?? 'met'); }} />
          <Adder label="Expect a value" options={Object.keys(decision?.outputs ?? {}).filter((name) => !stated.outputs.some((output) => output.name === name)).map((name) => ({ value: name, label: humanize(localName(name)) }))} onAdd={(name) => { set(['Outputs', name], jsonOf(decision?.outputs[name] ?? null)); }} />
          {(['Missing', 'Events'] as const).map((member) => lists[member] === null && (
            <Switch key={member} size="xs" label={member === 'Missing' ? 'Expect what is missing' : 'Expect events'} checked={false} onChange={() => { set([member], [...((member === 'Missing' ? lacking : decision && eventsOf(decision)) ?? [])]); }} />
          ))}
        </div>
      )}
    </div>
  );
}

function Adder({ label, options, onAdd }: { label: string; options: readonly { value: string; label: string }[]; onAdd: (name: string) => void }) {
  if (options.length === 0) return null;
  return <Select size="xs" aria-label={label} placeholder={label} searchable value={null} data={[...options]} leftSection={<Icon name="plus" size={14} />} nothingFoundMessage="Nothing of this name" comboboxProps={{ keepMounted: false, transitionProps: { duration: 0 } }} onChange={(name) => { if (name) onAdd(name); }} />;
}

/** What no verdict is called stands as it is written: the server says so. */
const wordsOf = (verdict: string): string => verdictTitle(verdict) ?? verdict;

const ordinal = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const list = (items: readonly string[]) => (items.length === 0 ? 'nothing' : items.join(', '));

const formatExpected = (value: JsonValue) => (value === null ? 'undecided' : formatValue(shownValue(value)));

function verdictOf(decision: Decision | null, name: string) {
  if (!decision) return null;
  const verdict = decision.verdicts[name];
  if (!verdict) return 'no such rule';
  return <Tag tone={verdictLooks[verdict].tone} icon={verdictLooks[verdict].icon}>{verdictWords[verdict]}</Tag>;
}

function outputOf(decision: Decision | null, name: string) {
  if (!decision) return null;
  if (!(name in decision.outputs)) return 'no such value';
  const value = decision.outputs[name] ?? null;
  const range = decision.ranges?.[name];
  return value !== null ? formatValue(value) : range ? `undecided: ${formatRange(range)}` : 'undecided';
}
