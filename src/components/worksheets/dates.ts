/**
 * A date as the reader's own browser writes it: of a moment, the day it was where the reader is; a day, "2027-02-14", is
 * that day everywhere.
 */
export function dateText(time: string | Date): string {
  const date = typeof time === 'string' && isDay(time) ? new Date(`${time}T00:00`) : new Date(time);
  // What is no date, in a record from elsewhere, is shown as it stands.
  return Number.isNaN(date.getTime())
    ? String(time)
    : new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(date);
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The time of day, with the date before it unless that is today's. */
export const timeText = (time: Date, today = new Date()): string =>
  new Intl.DateTimeFormat(undefined, {
    timeStyle: 'short',
    ...(time.toDateString() !== today.toDateString() && { dateStyle: 'medium' }),
  }).format(time);

/** The day it is where the person is, "2027-02-14". */
export const today = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
