import { stateWords, type Explanation, type StateWords } from '../../model/explanation';
import { withUnit } from '../../model/unit';
import type { IconName } from '../../ui/Icon';
import { Tag, type Tone } from '../../ui/Tag';

const looks: Readonly<Record<StateWords['tone'], { tone: Tone; icon?: IconName }>> = {
  yes: { tone: 'good', icon: 'check' },
  no: { tone: 'quiet', icon: 'cross' },
  value: { tone: 'plain' },
  undecided: { tone: 'info', icon: 'hourglass' },
  unknown: { tone: 'warn', icon: 'question' },
  failed: { tone: 'bad', icon: 'alert' },
  idle: { tone: 'plain', icon: 'minus' },
};

/** What became of a sub-expression, in a word. */
export function StateTag({ node, unit = null }: { node: Explanation; unit?: string | null }) {
  const { tone, text } = stateWords(node);
  const look = looks[tone];
  const shown = (tone === 'value' || tone === 'undecided') && typeof node.value !== 'string' ? withUnit(text, unit) : text;
  return <Tag tone={look.tone} icon={look.icon} wrap>{shown}</Tag>;
}
