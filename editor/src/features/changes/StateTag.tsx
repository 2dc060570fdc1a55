import { stateTitle } from '../../model/changes/changeState';
import type { IconName } from '../../ui/Icon';
import { Tag, type Tone } from '../../ui/Tag';

const looks: Readonly<Record<string, { readonly tone: Tone; readonly icon: IconName }>> = {
  draft: { tone: 'info', icon: 'pencil' },
  inReview: { tone: 'warn', icon: 'hourglass' },
  approved: { tone: 'good', icon: 'check' },
  published: { tone: 'good', icon: 'seal' },
  withdrawn: { tone: 'quiet', icon: 'cross' },
};

export function StateTag({ state }: { state: string }) {
  const { tone, icon } = looks[state] ?? { tone: 'quiet', icon: 'info' };
  return <Tag tone={tone} icon={icon}>{stateTitle(state)}</Tag>;
}
