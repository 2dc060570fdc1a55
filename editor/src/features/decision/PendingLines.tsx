import { ruleNamed, type Decision, type Pending } from '../../model/decision';
import { bySameMissing, fold, type PendingLine } from '../../model/grouping';
import { plural } from '../../model/words';
import { Disclosure } from '../../ui/Disclosure';
import { AdviceBody, AdviceCard, AdviceHead, type AdviceProps } from './AdviceCard';
import styles from './AdviceCard.module.css';
import { FactLinks } from './FactLinks';

interface Props extends Pick<AdviceProps, 'level' | 'brief' | 'underWorkflow'> {
  readonly pending: readonly Pending[];
  readonly decision: Decision;
}

/** Rules that wait for facts; those that wait for the same ones stand together, below what they wait for. */
export function PendingLines({ pending, decision, ...look }: Props) {
  return (
    <div className={styles.list}>
      {bySameMissing(pending).map((line) => <Line key={line.items[0]?.rule} line={line} decision={decision} {...look} />)}
    </div>
  );
}

function Line({ line: { missing, items }, decision, ...look }: { readonly line: PendingLine; readonly decision: Decision } & Omit<Props, 'pending' | 'decision'>) {
  const [only, ...others] = items;
  if (!only) return null;
  if (others.length === 0)
    return <AdviceCard kind="pending" item={only} rule={ruleNamed(decision, only.rule)} note={<Needs facts={missing} />} {...look} />;
  return (
    <div className={styles.card} data-kind="pending" data-urgency={only.urgency ?? undefined}>
      <Needs facts={missing} what={plural(items.length, 'rule')} />
      {items.map((item) => {
        const advice: AdviceProps = { kind: 'pending', item, rule: ruleNamed(decision, item.rule), ...look };
        return <article key={item.rule} className={styles.part}><AdviceHead {...advice} /><AdviceBody {...advice} /></article>;
      })}
    </div>
  );
}

const shownNeeds = 3;

function Needs({ facts, what }: { readonly facts: readonly string[]; readonly what?: string }) {
  const { shown, rest } = fold(facts, shownNeeds, 1);
  return (
    <div className={styles.needs}>
      <span>{what ? `${what} need` : 'Needs'}</span>
      <div className={styles.facts}>
        <FactLinks facts={shown} />
        {rest.length > 0 && <Disclosure className={styles.more} summary={`${rest.length} more`} label={`${plural(rest.length, 'more fact')} needed`}>{() => <FactLinks facts={rest} />}</Disclosure>}
      </div>
    </div>
  );
}
