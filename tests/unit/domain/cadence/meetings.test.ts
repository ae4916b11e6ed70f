import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayNumber,
  isoDate,
  merged,
  mondayOf,
  weekdayOf,
  yearsAfter,
} from '../../../../src/domain/cadence/dates';
import { meetingsOf } from '../../../../src/domain/cadence/meetings';
import { daysBetween, type Rhythm } from '../../../../src/domain/cadence/rhythm';
import {
  about,
  anyDate,
  anyRange,
  anyRhythm,
  everyDays,
  everyMonths,
  tuesdaysAndFridays,
  weekly,
} from './samples';

const firstOf = (rhythm: Rhythm, next: string, count: number) => {
  const meetings = meetingsOf(rhythm, next);
  return Array.from({ length: count }, (_, at) => isoDate(meetings.dayOf(at + 1)));
};

describe('meeting dates', () => {
  it.each<[string, Rhythm, string, string[]]>([
    ['days add days', everyDays(10), '2028-02-20', ['2028-02-20', '2028-03-01', '2028-03-11']],
    ['weeks add weeks', weekly, '2026-12-22', ['2026-12-22', '2026-12-29', '2027-01-05']],
    ['every three weeks', { every: 'weeks', n: 3 }, '2027-01-05', ['2027-01-05', '2027-01-26', '2027-02-16']],
    [
      'twice a week keep to the two weekdays',
      tuesdaysAndFridays,
      '2027-01-05',
      ['2027-01-05', '2027-01-08', '2027-01-12', '2027-01-15'],
    ],
    [
      'twice a week may begin on the later one',
      tuesdaysAndFridays,
      '2027-01-08',
      ['2027-01-08', '2027-01-12'],
    ],
    [
      'twice a week, the next date on neither: the first that follows counts',
      tuesdaysAndFridays,
      '2027-01-06',
      ['2027-01-08', '2027-01-12', '2027-01-15'],
    ],
    [
      'twice a week, in either order, across the weekend',
      { every: 'twice-a-week', weekdays: [7, 1] },
      '2027-01-06',
      ['2027-01-10', '2027-01-11', '2027-01-17'],
    ],
    [
      'monthly keeps the first Tuesday',
      everyMonths(1),
      '2027-01-05',
      ['2027-01-05', '2027-02-02', '2027-03-02', '2027-04-06'],
    ],
    [
      'monthly keeps the fourth Tuesday as the fourth, though it may be the last',
      everyMonths(1),
      '2027-02-23',
      ['2027-02-23', '2027-03-23', '2027-04-27'],
    ],
    [
      'a fifth Friday becomes the last',
      everyMonths(1),
      '2027-01-29',
      ['2027-01-29', '2027-02-26', '2027-03-26', '2027-04-30'],
    ],
    [
      'quarterly keeps the second Monday',
      everyMonths(3),
      '2027-01-11',
      ['2027-01-11', '2027-04-12', '2027-07-12'],
    ],
    [
      'half-yearly, over the year’s end',
      everyMonths(6),
      '2027-08-03',
      ['2027-08-03', '2028-02-01', '2028-08-01'],
    ],
    ['the same day of the month', everyMonths(1, 'day'), '2027-12-14', ['2027-12-14', '2028-01-14']],
    [
      'the 31st becomes the month’s last day and returns after',
      everyMonths(1, 'day'),
      '2027-12-31',
      ['2027-12-31', '2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30'],
    ],
    [
      'the 29th of February returns',
      everyMonths(12, 'day'),
      '2028-02-29',
      ['2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29'],
    ],
    [
      'about five times in three months: 18, 37, 55 and 73 days after the first',
      about(5),
      '2027-01-05',
      ['2027-01-05', '2027-01-23', '2027-02-11', '2027-03-01', '2027-03-19'],
    ],
  ])('%s', (_, rhythm, next, dates) => {
    expect(firstOf(rhythm, next, dates.length)).toEqual(dates);
  });

  it('rise strictly, on the days that the rhythm knows', () => {
    fc.assert(
      fc.property(anyRhythm, anyDate, fc.integer({ min: 1, max: 200 }), (rhythm, next, k) => {
        const { dayOf } = meetingsOf(rhythm, next);
        expect(dayOf(k + 1)).toBeGreaterThan(dayOf(k));
        expect(Math.abs(dayOf(k + 1) - dayOf(1) - k * daysBetween(rhythm))).toBeLessThan(32);
        if (rhythm.every === 'twice-a-week') expect(rhythm.weekdays).toContain(weekdayOf(dayOf(k)));
        if (rhythm.every === 'months' && rhythm.by === 'weekday') {
          expect(weekdayOf(dayOf(k))).toBe(weekdayOf(dayOf(1)));
        }
      }),
    );
  });

  it('are found by their day', () => {
    fc.assert(
      fc.property(anyRhythm, anyDate, anyDate, (rhythm, next, date) => {
        const { dayOf, lastBy, nearest } = meetingsOf(rhythm, next);
        const day = dayNumber(date);
        const last = lastBy(day);
        expect(dayOf(last + 1)).toBeGreaterThan(day);
        if (last >= 1) expect(dayOf(last)).toBeLessThanOrEqual(day);
        const near = nearest(day);
        expect(near).toBeGreaterThanOrEqual(1);
        expect(Math.abs(dayOf(near) - day)).toBeLessThan(Math.abs(dayOf(near + 1) - day));
        if (near > 1)
          expect(Math.abs(dayOf(near) - day)).toBeLessThanOrEqual(Math.abs(dayOf(near - 1) - day));
      }),
    );
  });
});

describe('away ranges', () => {
  const away = [{ from: '2027-01-12', to: '2027-01-19' }];

  it('include both ends, and the meetings in them keep their numbers', () => {
    const { openFrom, openBefore, dayOf } = meetingsOf(weekly, '2027-01-05', away);
    expect([1, 2, 3, 4].map(openFrom)).toEqual([1, 4, 4, 4]);
    expect([1, 2, 3, 4].map(openBefore)).toEqual([1, 1, 1, 4]);
    expect(isoDate(dayOf(4))).toBe('2027-01-26');
  });

  it('are merged when they overlap or touch, in any order', () => {
    expect(
      merged([
        { from: '2027-03-01', to: '2027-03-10' },
        { from: '2027-01-01', to: '2027-01-31' },
        { from: '2027-02-01', to: '2027-02-03' },
        { from: '2027-01-05', to: '2027-01-06' },
        { from: '2027-02-05', to: '2027-02-05' },
      ]),
    ).toEqual([
      { from: '2027-01-01', to: '2027-02-03' },
      { from: '2027-02-05', to: '2027-02-05' },
      { from: '2027-03-01', to: '2027-03-10' },
    ]);
  });

  it.each([
    ['a whole week, Monday to Sunday, is away', '2027-01-04', '2027-01-10', 2],
    ['but not when its Monday is there', '2027-01-05', '2027-01-10', 1],
    ['nor when its Sunday is there', '2027-01-04', '2027-01-09', 1],
  ])('“week of …”: %s', (_, from, to, open) => {
    expect(meetingsOf(about(12), '2027-01-05', [{ from, to }]).openFrom(1)).toBe(open);
  });

  it('“week of …”: two ranges that touch take a week together', () => {
    const ranges = [
      { from: '2027-01-01', to: '2027-01-07' },
      { from: '2027-01-08', to: '2027-01-12' },
    ];
    expect(meetingsOf(about(12), '2027-01-05', ranges).openFrom(1)).toBe(2);
  });

  it('leave the nearest meeting outside, forwards and backwards', () => {
    fc.assert(
      fc.property(
        anyRhythm,
        anyDate,
        fc.array(anyRange, { maxLength: 5 }),
        fc.integer({ min: 1, max: 60 }),
        (rhythm, next, ranges, k) => {
          const { dayOf, openFrom, openBefore } = meetingsOf(rhythm, next, ranges);
          const isAway = (meeting: number) => {
            const day = dayOf(meeting);
            const first = rhythm.every === 'about' ? mondayOf(day) : day;
            const length = rhythm.every === 'about' ? 7 : 1;
            return Array.from({ length }, (_, at) => isoDate(first + at)).every((date) =>
              ranges.some(({ from, to }) => from <= date && date <= to),
            );
          };
          let after = k;
          while (isAway(after)) after += 1;
          expect(openFrom(k)).toBe(after);
          let before = k;
          while (before >= 1 && isAway(before)) before -= 1;
          expect(openBefore(k)).toBe(before >= 1 ? before : undefined);
        },
      ),
    );
  });

  it('that never end leave no meeting', () => {
    expect(
      meetingsOf(weekly, '2027-01-05', [{ from: '1900-01-01', to: '9999-12-31' }]).openFrom(1),
    ).toBeUndefined();
  });
});

it('the same date some years on is the 28th for the 29th of February', () => {
  expect(isoDate(yearsAfter(dayNumber('2028-02-29'), 1))).toBe('2029-02-28');
  expect(isoDate(yearsAfter(dayNumber('2028-02-29'), 4))).toBe('2032-02-29');
  expect(isoDate(yearsAfter(dayNumber('2027-12-31'), 5))).toBe('2032-12-31');
});
