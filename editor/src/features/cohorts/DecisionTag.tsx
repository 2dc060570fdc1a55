import type { Status } from '../../model/decision';
import { statusWords } from '../../model/status';
import { Tag } from '../../ui/Tag';

const looks = { complete: { tone: 'good', icon: 'check' }, incomplete: { tone: 'warn', icon: 'question' }, failed: { tone: 'bad', icon: 'alert' } } as const;

/** What a decision is, as all pages say it. */
export const DecisionTag = ({ status }: { status: Status }) => <Tag {...looks[status]} title={statusWords[status].text}>{statusWords[status].title}</Tag>;

/** A patient who got no decision, because what stands there cannot be read. */
export const RefusedTag = () => <Tag tone="bad" icon="stop">Not read</Tag>;
