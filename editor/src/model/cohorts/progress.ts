import type { CohortProgressAnswer } from '../../api/generated';
import { counts, plural } from '../words';
import { isAtWork } from './state';

/** Rounded down, so that 100 is all of it. */
export const percentDone = (done: number, all: number): number => (all <= 0 ? 0 : Math.floor((100 * Math.min(done, all)) / all));

/** "12,000 of 60,000 patients". */
export const doneWords = (done: number, all: number): string => `${counts.format(done)} of ${plural(all, 'patient')}`;

/** "about 1,250 patients per second"; null while nothing ended lately. */
export function rateWords(perSecond: number | null): string | null {
  if (perSecond === null || perSecond <= 0) return null;
  return perSecond < 10 ? `${plural(Math.max(1, Math.round(perSecond * 60)), 'patient')} per minute` : `${plural(Math.round(perSecond), 'patient')} per second`;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** "less than a minute", "about 12 minutes", "about 3 hours", "about 2 days". */
export function durationWords(seconds: number): string {
  if (seconds < 50) return 'less than a minute';
  if (seconds < 50 * minute) return `about ${plural(Math.max(1, Math.round(seconds / minute)), 'minute')}`;
  if (seconds < 36 * hour) return `about ${plural(Math.max(1, Math.round(seconds / hour)), 'hour')}`;
  return `about ${plural(Math.round(seconds / day), 'day')}`;
}

/** How long it still takes; null while nobody can tell. `now` is when the progress was read. */
export function timeLeft({ estimatedEnd }: Pick<CohortProgressAnswer, 'estimatedEnd'>, now: number): string | null {
  if (estimatedEnd === null) return null;
  const left = (Date.parse(estimatedEnd) - now) / 1000;
  return Number.isNaN(left) ? null : `${durationWords(Math.max(0, left))} left`;
}

/** "12.4 MB", in powers of ten as file managers show them. */
export function sizeWords(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let [size, at] = [bytes, 0];
  while (size >= 1000 && at < units.length - 1) [size, at] = [size / 1000, at + 1];
  if (at === 0) return plural(bytes, 'byte');
  return `${size >= 100 ? Math.round(size) : size.toFixed(1)} ${units[at] ?? ''}`;
}

/** One sentence about how far a run is, for those who hear it. */
export function progressSentence(state: string, progress: CohortProgressAnswer, all: number, now: number): string {
  const done = doneWords(progress.patientsDone, all);
  if (!isAtWork(state)) return done;
  return [done, rateWords(progress.patientsPerSecond), timeLeft(progress, now)].filter(Boolean).join(', ');
}
