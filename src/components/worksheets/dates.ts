/**
 * A date as the reader's own browser writes it: of a moment, the day it was where the reader is; a day, "2027-02-14", is
 * that day everywhere.
 */
export function dateText(time: string | Date): string {
  const date = typeof time === 'string' && isDay(time) ? new Date(`${time}T00:00`) : new Date(time);
  // What is no date, in a record from elsewhere, is shown as it stands.
  return Number.isNaN(date.getTime()) ? String(time) : format(date, { dateStyle: 'long' });
}

/** Formats are kept: making one costs more than all that is done with it. */
const formats = new Map<string, Intl.DateTimeFormat>();
let language: string | undefined;

/** Dates are written in that language from now on: in the build, which has no reader whose browser would say. */
export function writeDatesIn(tag: string): void {
  language = tag;
  formats.clear();
}

/** What a clock on the reader's wall shows at that moment, wherever they have travelled since the format was made. */
function format(date: Date, style: Pick<Intl.DateTimeFormatOptions, 'dateStyle' | 'timeStyle'>): string {
  const key = JSON.stringify(style);
  const kept = formats.get(key) ?? new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' });
  formats.set(key, kept);
  return kept.format(date.getTime() - date.getTimezoneOffset() * 60_000);
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The time of day, with the date before it unless that is today's. */
export const timeText = (time: Date, today = new Date()): string =>
  format(time, {
    timeStyle: 'short',
    ...(time.toDateString() !== today.toDateString() && { dateStyle: 'medium' }),
  });

/** The day it is where the person is, "2027-02-14". */
export const today = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
