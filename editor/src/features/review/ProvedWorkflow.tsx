import { Link } from '@tanstack/react-router';
import type { ComparedDefinitionAnswer } from '../../api/generated';
import { placeNamed } from '../../model/documents/places';
import { exampleText } from '../../model/verification/example';
import { comparedWords, type ProofGroup } from '../../model/verification/proofs';
import { humanize, plural, sentence } from '../../model/words';
import { CodeText } from '../../ui/CodeText';
import { Disclosure } from '../../ui/Disclosure';
import { Icon } from '../../ui/Icon';
import { partLink } from '../authoring/outline/partLink';
import { PatientWords } from '../verification/PatientWords';
import { ShowPatient } from '../verification/ShowPatient';
import { useWorkflowHere, type WorkflowHere } from '../verification/useWorkflowHere';
import { useWorkspace } from '../workspace/WorkspaceContext';
import styles from './Review.module.css';

/** What is proved of one workflow: what differs stands open, what is the same behind its count. */
export function ProvedWorkflow({ group: { workflow, obstacle, longestList, different, undecided, same } }: { group: ProofGroup }) {
  const { key } = useWorkspace();
  const here = useWorkflowHere(workflow);
  const { folder, title } = here;
  const rules = different.filter(({ isRule }) => isRule);
  // Values are steps on the way to rules: they say why, not what is decided.
  const values = different.filter(({ isRule }) => !isRule);
  return (
    <section className={styles.proved} aria-label={`Who is decided otherwise by: ${title}`}>
      <h3>{folder === null ? title : <Link to="/changes/$change/workflows/$folder" params={{ change: key, folder }}>{title}</Link>}</h3>
      {obstacle !== null && <p className={styles.inline}><Icon name="question" size={16} /> <span>Not compared: <CodeText>{sentence(obstacle)}</CodeText></span></p>}
      <DifferentList definitions={rules} here={here} />
      {values.length > 0 && rules.length > 0 ? (
        <Disclosure summary={`${plural(values.length, 'value')} that ${values.length === 1 ? 'differs' : 'differ'} for some patient`} label={`${plural(values.length, 'value')} that ${values.length === 1 ? 'differs' : 'differ'} for some patient: ${title}`}>
          {() => <DifferentList definitions={values} here={here} />}
        </Disclosure>
      ) : <DifferentList definitions={values} here={here} />}
      {undecided.length > 0 && (
        <div>
          <p className={styles.inline}><Icon name="question" size={16} /> <strong>{plural(undecided.length, 'rule or value', 'rules and values')} not decided</strong></p>
          <ul className={styles.bullets}>{undecided.map((definition) => <li key={definition.name}><Name definition={definition} here={here} />{definition.why && <>: <span className={styles.soft}><CodeText>{sentence(definition.why)}</CodeText></span></>}</li>)}</ul>
        </div>
      )}
      {same.length > 0 && (
        <Disclosure summary={`${plural(same.length, 'rule or value', 'rules and values')} proved the same for all patients`} label={`${plural(same.length, 'rule or value', 'rules and values')} proved the same for all patients: ${title}`}>
          {() => <ul className={styles.same}>{same.map((definition) => <li key={definition.name}><Name definition={definition} here={here} /></li>)}</ul>}
        </Disclosure>
      )}
      {longestList !== null && <p className={styles.soft}>Proved for lists of up to {plural(longestList, 'entry', 'entries')}.</p>}
    </section>
  );
}

const DifferentList = ({ definitions, here }: { definitions: readonly ComparedDefinitionAnswer[]; here: WorkflowHere }) => (definitions.length > 0
  ? <ul className={styles.cards}>{definitions.map((definition) => <li key={definition.name} data-grave={definition.isRule || undefined}><Different definition={definition} here={here} /></li>)}</ul>
  : null);

interface Props {
  readonly definition: ComparedDefinitionAnswer;
  readonly here: WorkflowHere;
}

const titleOf = ({ definition: { name }, here: { titles } }: Props) => titles?.get(name) ?? name.split('.').map(humanize).join(': ');

function Name(props: Props) {
  const { key } = useWorkspace();
  const { definition: { name }, here: { folder, view } } = props;
  const place = view && placeNamed(view, name);
  return folder !== null && place
    ? <Link {...partLink(place.part, { change: key, folder }, 'name' in place ? place.name : '')}>{titleOf(props)}</Link>
    : <span title={name}>{titleOf(props)}</span>;
}

/** Before and after of one patient. */
function Different(props: Props) {
  const { definition, here: { folder, view, form } } = props;
  const { name, example, before, after } = definition;
  const facts = example && exampleText(example);
  const place = view && (placeNamed(view, name) ?? { part: 'about' as const });
  return (
    <>
      <p className={styles.decided}>
        <strong><Name {...props} /></strong>
        <span><span className="visually-hidden">Before: </span>{comparedWords(definition, before)} <span aria-hidden="true">→</span> <strong><span className="visually-hidden">Now: </span>{comparedWords(definition, after)}</strong></span>
      </p>
      {facts !== null && <PatientWords facts={facts} asOf={example?.asOf ?? null} form={form} />}
      {facts !== null && folder !== null && place && <div><ShowPatient folder={folder} place={place} name={titleOf(props)} facts={facts} asOf={example?.asOf ?? null} /></div>}
    </>
  );
}
