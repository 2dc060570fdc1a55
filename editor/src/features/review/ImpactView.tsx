import type { CaseChangeAnswer, ImpactAnswer, ImpactGroupAnswer, ImpactPatientAnswer } from '../../api/generated';
import { byGravity, impactKinds, impactWords, originOf } from '../../model/review/impact';
import { formatValue } from '../../model/value';
import { ruleWords, type TitleOfRule } from '../../model/cases/differenceWords';
import { counts, plural } from '../../model/words';
import { Disclosure } from '../../ui/Disclosure';
import { Icon } from '../../ui/Icon';
import { Section } from '../../ui/Section';
import { useNames } from '../changes/useNames';
import { useRuleTitles } from '../changes/useRuleTitles';
import { CaseLink } from './CaseLink';
import styles from './Review.module.css';

/** For whom decisions change, the gravest first. */
export function ImpactView({ impact, caseChanges }: { impact: ImpactAnswer | null; caseChanges: readonly CaseChangeAnswer[] }) {
  const titlesOf = useRuleTitles(impact?.groups.map(({ workflow }) => workflow) ?? []);
  if (!impact) return <Section title="Impact" note="Not known: this content, or the release that it stands on, has errors.">{null}</Section>;
  const gone = new Set(caseChanges.filter(({ kind }) => kind === 'removed').map(({ workflow, id }) => `${workflow} ${id}`));
  const groups = byGravity(impact.groups);
  const milder = groups.filter((group) => !isGrave(group));
  return (
    <Section title="Impact" note={`${counts.format(impact.affected)} of ${plural(impact.tried, 'patient')} (golden cases and recorded decisions) decided otherwise than before. It proves nothing about other patients.`}>
      {impact.affected === 0
        ? <p className={styles.inline}><Icon name="check" size={16} /> None of the patients that were tried is decided otherwise.</p>
        : <Groups groups={groups.filter(isGrave)} gone={gone} titlesOf={titlesOf} />}
      {milder.length > 0 && <Disclosure summary={`Show ${plural(milder.length, 'milder difference')}: words, verdicts and values`}>{() => <Groups groups={milder} gone={gone} titlesOf={titlesOf} />}</Disclosure>}
    </Section>
  );
}

const isGrave = ({ kind }: ImpactGroupAnswer) => impactKinds[kind]?.grave ?? true;

interface Shared {
  readonly gone: ReadonlySet<string>;
  readonly titlesOf: (own: string) => TitleOfRule;
}

const Groups = ({ groups, ...shared }: { groups: readonly ImpactGroupAnswer[] } & Shared) => (
  <ul className={styles.cards}>{groups.map((group) => <li key={`${group.workflow} ${group.kind} ${group.subject}`} data-grave={isGrave(group) || undefined}><Group group={group} {...shared} /></li>)}</ul>
);

function Group({ group: { workflow, kind, subject, count, patients }, gone, titlesOf }: { group: ImpactGroupAnswer } & Shared) {
  const { titleOfWorkflow } = useNames();
  const shown = `Show ${count > patients.length ? `the first ${patients.length} of ${count} patients` : plural(count, 'patient')}`;
  const about = subject === 'decision' ? '' : ruleWords(subject, titlesOf(workflow));
  return (
    <>
      <p>
        {(impactKinds[kind]?.grave ?? true) && <Icon name="alert" size={16} />} <strong>{impactWords(kind)}{about && `: ${about}`}</strong>{' '}
        <small>{titleOfWorkflow(workflow)} · <span className={styles.whole}>{plural(count, 'patient')}</span></small>
      </p>
      <p className={styles.soft}>{impactKinds[kind]?.text}</p>
      <Disclosure summary={shown} label={`${shown}: ${impactWords(kind)} ${about}`}>
        {() => <ul className={styles.patients}>{patients.map((patient) => <li key={patient.origin}><Patient workflow={workflow} patient={patient} gone={gone} words={isAboutRules(kind) ? (name) => ruleWords(name, titlesOf(workflow)) : formatValue} /></li>)}</ul>}
      </Disclosure>
    </>
  );
}

interface PatientProps {
  readonly workflow: string;
  readonly patient: ImpactPatientAnswer;
  readonly gone: ReadonlySet<string>;
  readonly words: (value: string) => string;
}

/** Of advice that is held back, the values are names of rules. */
const isAboutRules = (kind: string) => kind === 'newlyWithheld' || kind === 'noLongerWithheld';

function Patient({ workflow, patient: { origin, before, after }, gone, words }: PatientProps) {
  const who = originOf(origin);
  if (who.kind === 'decision') return <p>Recorded decision <code>{who.id}</code> <small>Whoever may see recorded decisions can look it up.</small></p>;
  return (
    <>
      {who.kind === 'case' ? <CaseLink workflow={workflow} id={who.id} isGone={gone.has(`${workflow} ${who.id}`)} /> : <code>{who.id}</code>}
      <dl className={styles.beforeAfter}>
        <dt><span aria-hidden="true">−</span> Before</dt><dd>{before === null ? 'nothing' : words(before)}</dd>
        <dt><span aria-hidden="true">+</span> Now</dt><dd>{after === null ? 'nothing' : words(after)}</dd>
      </dl>
    </>
  );
}
