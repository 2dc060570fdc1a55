import type { Urgency } from '../../model/decision';
import { urgencyWords } from '../../model/status';
import { Tag } from '../../ui/Tag';
import { urgencyLooks } from './looks';

export function UrgencyTag({ urgency }: { urgency: Urgency | null | undefined }) {
  if (!urgency) return null;
  const { title, text } = urgencyWords[urgency];
  return <Tag tone={urgencyLooks[urgency].tone} icon={urgencyLooks[urgency].icon} title={text}>{title}</Tag>;
}
