/** Dates and times as the reader's own browser writes them. */
export const dateText = (time: string | Date): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(new Date(time));

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
