// Dates of the calendar as whole numbers, so that no clock and no time zone has a say in them.

/** A date of the calendar, "2027-02-14"; years from 1900 to 9999. */
export type IsoDate = string;

/** A date as the number of days since 1 January 1970. */
export type DayNumber = number;

/** A day of the week as ISO counts: Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Days from one date to another; both ends belong to it. */
export interface DateRange {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const DAY = 24 * 60 * 60 * 1000;
const WEEK = 7;

export const dayNumber = (date: IsoDate): DayNumber => Date.parse(`${date}T00:00Z`) / DAY;

/** Written out by hand: a schedule may have thousands of dates, and `toISOString` takes ten times as long at first. */
export function isoDate(day: DayNumber): IsoDate {
  const date = new Date(day * DAY);
  return `${date.getUTCFullYear()}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`;
}

const twoDigits = (n: number): string => (n < 10 ? `0${n}` : String(n));

/** The last day that can be written as "9999-12-31". */
export const LAST_DAY: DayNumber = dayNumber('9999-12-31');

/** 1 January 1970 was a Thursday. */
export const weekdayOf = (day: DayNumber): Weekday => (((((day + 3) % WEEK) + WEEK) % WEEK) + 1) as Weekday;

/** The Monday of the week that a day lies in. */
export const mondayOf = (day: DayNumber): DayNumber => day - weekdayOf(day) + 1;

/** The Sunday of the same week. */
export const sundayOf = (day: DayNumber): DayNumber => mondayOf(day) + WEEK - 1;

/** A month as one number, so that months can be added: year × 12, and 0 for January. */
export type MonthNumber = number;

export function monthOf(day: DayNumber): MonthNumber {
  const date = new Date(day * DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Day of the month, from 1. */
export const dayOfMonth = (day: DayNumber): number => new Date(day * DAY).getUTCDate();

/** The first day of a month. */
export const monthStart = (month: MonthNumber): DayNumber =>
  Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY;

/** A day of a month by its number; one that the month does not have is its last day. */
export const dayInMonth = (month: MonthNumber, dayOfMonth: number): DayNumber =>
  Math.min(monthStart(month) + dayOfMonth, monthStart(month + 1)) - 1;

/** The same date some years on; 29 February becomes the 28th where there is none. */
export const yearsAfter = (day: DayNumber, years: number): DayNumber =>
  dayInMonth(monthOf(day) + 12 * years, dayOfMonth(day));

/** Ranges in order, those that overlap or touch made one. */
export function merged(ranges: readonly DateRange[]): DateRange[] {
  const whole: DateRange[] = [];
  for (const range of [...ranges].sort((a, b) => dayNumber(a.from) - dayNumber(b.from))) {
    const last = whole.at(-1);
    if (last && dayNumber(range.from) <= dayNumber(last.to) + 1) {
      whole[whole.length - 1] = { from: last.from, to: range.to > last.to ? range.to : last.to };
    } else whole.push(range);
  }
  return whole;
}
