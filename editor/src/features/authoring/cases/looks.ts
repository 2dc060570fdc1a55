import type { CaseOutcome } from '../../../model/cases/caseList';
import type { IconName } from '../../../ui/Icon';
import type { Tone } from '../../../ui/Tag';

export const outcomeLooks: Readonly<Record<CaseOutcome, { readonly words: string; readonly tone: Tone; readonly icon: IconName }>> = {
  passed: { words: 'Passed', tone: 'good', icon: 'check' },
  failed: { words: 'Failed', tone: 'bad', icon: 'cross' },
  notRun: { words: 'Not run', tone: 'quiet', icon: 'minus' },
};
