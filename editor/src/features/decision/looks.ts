import type { Status, Urgency, Verdict } from '../../model/decision';
import type { IconName } from '../../ui/Icon';
import type { Tone } from '../../ui/Tag';

interface Look {
  readonly tone: Tone;
  readonly icon: IconName;
}

export const statusLooks: Readonly<Record<Status, Look>> = {
  complete: { tone: 'good', icon: 'check' },
  incomplete: { tone: 'warn', icon: 'question' },
  failed: { tone: 'bad', icon: 'alert' },
};

export const urgencyLooks: Readonly<Record<Urgency, Look>> = {
  emergency: { tone: 'bad', icon: 'bolt' },
  urgent: { tone: 'urgent', icon: 'clock' },
  routine: { tone: 'info', icon: 'calendar' },
  info: { tone: 'quiet', icon: 'info' },
};

export const verdictLooks: Readonly<Record<Verdict, Look>> = {
  met: { tone: 'good', icon: 'check' },
  notMet: { tone: 'quiet', icon: 'cross' },
  undetermined: { tone: 'warn', icon: 'question' },
  failed: { tone: 'bad', icon: 'alert' },
};
