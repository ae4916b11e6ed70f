import { MONTH_DAYS } from './rhythm';

/** Where in the window a pair likes to be. */
export const PREFERENCES = ['closer', 'balanced', 'lighter'] as const;
export type Preference = (typeof PREFERENCES)[number];

/** The article: a pair that meets weekly checks in about every two to three months. */
const ARTICLE = { meetingDays: 7, fromMonths: 2, toMonths: 3 };

/** Ours: no end of a window is nearer or farther, in days. */
const NEAREST = 28;
const FARTHEST = 365;

/** Ours: what is recommended is not rarer than once a year, in days; a leap year is one. */
const YEAR_DAYS = 366;

/** Ours: not at every meeting. */
const FEWEST_MEETINGS = 2;

/** How often to check in, for one rhythm. */
export interface Recommendation {
  /** The ends of the window in days. Neither falls as the days between meetings grow. */
  readonly days: { readonly from: number; readonly to: number };
  /** The same in months, for people to read; not rounded. */
  readonly months: { readonly from: number; readonly to: number };
  /** A check-in is every n-th meeting. The window in meetings runs from `closer` to `lighter`. */
  readonly meetings: Readonly<Record<Preference, number>>;
}

/**
 * The cadence rule. Weekly is the article's: every two to three months. All else is ours: between keeping the months
 * and keeping the number of meetings it takes the geometric middle, 2·√(d/7) to 3·√(d/7) months.
 *
 * @param d days from one meeting to the next, more than 0; see `daysBetween`
 */
export function recommend(d: number): Recommendation {
  const end = (months: number) =>
    Math.min(FARTHEST, Math.max(NEAREST, months * Math.sqrt(d / ARTICLE.meetingDays) * MONTH_DAYS));
  const from = end(ARTICLE.fromMonths);
  const to = end(ARTICLE.toMonths);
  return {
    days: { from, to },
    months: { from: from / MONTH_DAYS, to: to / MONTH_DAYS },
    meetings: {
      closer: meetingsIn(from, d),
      balanced: meetingsIn(Math.sqrt(from * to), d),
      lighter: meetingsIn(to, d),
    },
  };
}

/** The whole number of meetings nearest to some days, halves up; fewer, but not under two, when that exceeds a year. */
function meetingsIn(days: number, d: number): number {
  let n = Math.max(FEWEST_MEETINGS, Math.round(days / d));
  while (n > FEWEST_MEETINGS && exceedsYear(n, d)) n -= 1;
  return n;
}

/** Whether a check-in at every n-th meeting is rarer than once a year, which the page then says. */
export const exceedsYear = (n: number, d: number): boolean => n * d > YEAR_DAYS;

/** Where an own choice lies beside the window, counted in meetings: both ends are inside. */
export function placeOf(n: number, { meetings }: Recommendation): 'closer' | 'inside' | 'lighter' {
  if (n < meetings.closer) return 'closer';
  return n > meetings.lighter ? 'lighter' : 'inside';
}
