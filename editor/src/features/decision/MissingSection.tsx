import type { MissingFact } from '../../model/decision';
import { plural } from '../../model/words';
import { Section } from '../../ui/Section';
import { FactLinks } from './FactLinks';

/** Missing facts, those first for which most rules wait. */
export function MissingSection({ missing }: { missing: readonly MissingFact[] }) {
  if (missing.length === 0) return null;
  const ordered = [...missing].sort((a, b) => b.rules.length - a.rules.length);
  const waiting = new Map(missing.map(({ fact, rules }) => [fact, plural(rules.length, 'rule')]));
  return (
    <Section title="Missing facts" count={missing.length} note="Those that most rules wait for come first. Choose one to enter it.">
      <FactLinks facts={ordered.map(({ fact }) => fact)} note={(fact) => waiting.get(fact) ?? null} />
    </Section>
  );
}
