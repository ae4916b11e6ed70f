import type { Weekday } from './dates';

/** Two different weekdays, in either order. */
export type WeekdayPair = { [One in Weekday]: readonly [One, Exclude<Weekday, One>] }[Weekday];

/** What stays the same from month to month: the weekday's place (first Tuesday), or the day (the 14th). */
export const MONTHLY_BY = ['weekday', 'day'] as const;
export type MonthlyBy = (typeof MONTHLY_BY)[number];

/**
 * How often two people meet. Every `n` is a whole number from 1 up. Weekly is every week, quarterly every 3 months,
 * half-yearly every 6.
 */
export type Rhythm =
  | { readonly every: 'twice-a-week'; readonly weekdays: WeekdayPair }
  | { readonly every: 'days' | 'weeks'; readonly n: number }
  | { readonly every: 'months'; readonly n: number; readonly by: MonthlyBy }
  /** About `n` times in three months, on no fixed day. */
  | { readonly every: 'about'; readonly n: number };

/** Days of a month, on average: the years of four centuries are 146,097 days. */
export const MONTH_DAYS = 30.436875;

const WEEK_DAYS = 7;

/** Days from one meeting to the next, on average: `d` of the cadence rule, a fraction for all but days and weeks. */
export function daysBetween(rhythm: Rhythm): number {
  switch (rhythm.every) {
    case 'twice-a-week':
      return WEEK_DAYS / 2;
    case 'days':
      return rhythm.n;
    case 'weeks':
      return WEEK_DAYS * rhythm.n;
    case 'months':
      return MONTH_DAYS * rhythm.n;
    case 'about':
      return (3 * MONTH_DAYS) / rhythm.n;
  }
}
