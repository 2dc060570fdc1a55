const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });
const moments = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** "25 Nov 2026", where the reader is. A date without a time is that date everywhere. */
export const day = (iso: string): string => write(days, /^\d{4}-\d\d-\d\d$/.test(iso) ? `${iso}T00:00` : iso, iso);

/** "25 Nov 2026, 19:18", where the reader is. */
export const moment = (iso: string): string => write(moments, iso, iso);

/** Today where the reader is, as `yyyy-MM-dd`. */
export function today(now: number = Date.now()): string {
  const date = new Date(now);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function write(format: Intl.DateTimeFormat, iso: string, otherwise: string) {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? otherwise : format.format(time);
}
