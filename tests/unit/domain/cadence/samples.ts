// Pairs that meet in all sorts of rhythms, for the tests of the cadence rule.
import fc from 'fast-check';
import {
  dayNumber,
  isoDate,
  type DateRange,
  type IsoDate,
  type Weekday,
} from '../../../../src/domain/cadence/dates';
import { daysBetween, type Rhythm, type WeekdayPair } from '../../../../src/domain/cadence/rhythm';
import { recommend } from '../../../../src/domain/cadence/recommendation';
import type { ScheduleBasis } from '../../../../src/domain/cadence/schedule';

export const weekly: Rhythm = { every: 'weeks', n: 1 };
export const everyDays = (n: number): Rhythm => ({ every: 'days', n });
export const everyMonths = (n: number, by: 'weekday' | 'day' = 'weekday'): Rhythm => ({
  every: 'months',
  n,
  by,
});
export const about = (n: number): Rhythm => ({ every: 'about', n });
export const tuesdaysAndFridays: Rhythm = { every: 'twice-a-week', weekdays: [2, 5] };

/** Tuesday 5 January 2027, the first Tuesday of its month. */
export const NEXT = '2027-01-05';

/** A new pair that meets every Tuesday from NEXT on and checks in at every tenth meeting: 9 March, 18 May, 27 July … */
export const tuesdays: ScheduleBasis = {
  rhythm: weekly,
  n: 10,
  next: NEXT,
  pair: 'new',
  away: [],
  earlyLook: false,
  shifts: {},
};

/** The date some days after another. */
export const plus = (date: IsoDate, days: number): IsoDate => isoDate(dayNumber(date) + days);

/** The date of meeting k of a weekly pair from NEXT on. */
export const tuesday = (k: number): IsoDate => plus(NEXT, 7 * (k - 1));

const weekday = fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<Weekday>;

export const anyRhythm: fc.Arbitrary<Rhythm> = fc.oneof(
  fc
    .tuple(weekday, weekday)
    .filter(([one, other]) => one !== other)
    .map((weekdays): Rhythm => ({ every: 'twice-a-week', weekdays: weekdays as WeekdayPair })),
  fc.integer({ min: 1, max: 400 }).map(everyDays),
  fc.integer({ min: 1, max: 60 }).map((n): Rhythm => ({ every: 'weeks', n })),
  fc
    .tuple(fc.integer({ min: 1, max: 14 }), fc.constantFrom('weekday', 'day'))
    .map(([n, by]) => everyMonths(n, by)),
  fc.integer({ min: 1, max: 39 }).map(about),
);

export const anyDate: fc.Arbitrary<IsoDate> = fc
  .integer({ min: dayNumber('2023-12-01'), max: dayNumber('2029-01-31') })
  .map(isoDate);

export const anyRange: fc.Arbitrary<DateRange> = fc
  .tuple(anyDate, fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 700 })))
  .map(([from, days]) => ({ from, to: plus(from, days) }));

/** Any pair, with a recommended or an own number of meetings. */
export const anyBasis: fc.Arbitrary<ScheduleBasis> = fc
  .record(
    {
      rhythm: anyRhythm,
      choice: fc.oneof(fc.constantFrom('closer', 'balanced', 'lighter'), fc.integer({ min: 1, max: 40 })),
      next: anyDate,
      pair: fc.constantFrom('new', 'established'),
      lastCheckIn: anyDate,
      away: fc.array(anyRange, { maxLength: 4 }),
      ends: fc.integer({ min: 0, max: 2600 }),
      earlyLook: fc.boolean(),
    },
    { requiredKeys: ['rhythm', 'choice', 'next', 'pair', 'away', 'earlyLook'] },
  )
  .map(({ choice, ends, ...rest }) => ({
    ...rest,
    n: typeof choice === 'number' ? choice : recommend(daysBetween(rest.rhythm)).meetings[choice],
    ...(ends !== undefined && { ends: plus(rest.next, ends) }),
    shifts: {},
  }));
