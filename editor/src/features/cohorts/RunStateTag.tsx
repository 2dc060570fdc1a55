import { stateWords } from '../../model/cohorts/state';
import { Tag } from '../../ui/Tag';

export function RunStateTag({ state }: { state: string }) {
  const { title, tone, icon } = stateWords(state);
  return <Tag tone={tone} icon={icon}>{title}</Tag>;
}
