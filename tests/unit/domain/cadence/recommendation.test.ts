import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exceedsYear, placeOf, recommend } from '../../../../src/domain/cadence/recommendation';
import { daysBetween, type Rhythm } from '../../../../src/domain/cadence/rhythm';
import { burdenOf, shareOf } from '../../../../src/domain/cadence/share';
import { about, anyRhythm, everyDays, everyMonths, tuesdaysAndFridays, weekly } from './samples';

const biweekly: Rhythm = { every: 'weeks', n: 2 };
const numbersOf = (rhythm: Rhythm) => Object.values(recommend(daysBetween(rhythm)).meetings);

describe('days between meetings', () => {
  it.each<[string, Rhythm, number]>([
    ['twice a week', tuesdaysAndFridays, 3.5],
    ['daily', everyDays(1), 1],
    ['every ten days', everyDays(10), 10],
    ['weekly', weekly, 7],
    ['every three weeks', { every: 'weeks', n: 3 }, 21],
    ['monthly', everyMonths(1), 30.436875],
    ['quarterly, by the day', everyMonths(3, 'day'), 91.310625],
    ['about five times in three months', about(5), 18.262125],
  ])('%s', (_, rhythm, d) => {
    expect(daysBetween(rhythm)).toBeCloseTo(d, 9);
  });
});

it('a rhythm that cannot be is no rhythm to the compiler', () => {
  // @ts-expect-error: one weekday twice is once a week
  const twice: Rhythm = { every: 'twice-a-week', weekdays: [2, 2] };
  // @ts-expect-error: months need to know what stays the same
  const months: Rhythm = { every: 'months', n: 1 };
  expect([twice.every, months.every]).toEqual(['twice-a-week', 'months']);
});

describe('the table of the cadence rule', () => {
  it.each<[string, Rhythm, string, number[], string]>([
    ['twice a week', tuesdaysAndFridays, '1.4–2.1', [12, 15, 18], '3.3'],
    ['weekly', weekly, '2.0–3.0', [9, 11, 13], '4.5'],
    ['every two weeks', biweekly, '2.8–4.2', [6, 8, 9], '6.3'],
    ['monthly', everyMonths(1), '4.2–6.3', [4, 5, 6], '10.0'],
    ['every two months', everyMonths(2), '5.9–8.8', [3, 4, 4], '12.5'],
    ['quarterly', everyMonths(3), '7.2–10.8', [2, 3, 4], '16.7'],
    ['half-yearly', everyMonths(6), '10.2–12.0', [2, 2, 2], '25.0'],
  ])('%s', (_, rhythm, months, meetings, percent) => {
    const recommendation = recommend(daysBetween(rhythm));
    const { from, to } = recommendation.months;
    expect(`${from.toFixed(1)}–${to.toFixed(1)}`).toBe(months);
    expect(numbersOf(rhythm)).toEqual(meetings);
    const { share } = shareOf({
      n: recommendation.meetings.balanced,
      meetingMinutes: 60,
      checkInMinutes: 30,
    });
    expect(roundedHalfUp(share)).toBe(percent);
  });

  it.each([
    ['quarterly', everyMonths(3), 25],
    ['half-yearly', everyMonths(6), 15],
  ])('%s: a shorter check-in is proposed', (_, rhythm, minutes) => {
    const n = recommend(daysBetween(rhythm)).meetings.balanced;
    const burden = burdenOf({ n, meetingMinutes: 60, checkInMinutes: 30 }, false);
    expect(burden.shorter?.minutes).toBe(minutes);
    expect(burden.calledHeavy).toBe(false);
  });
});

/** 6.25 % is shown as 6.3. */
const roundedHalfUp = (share: number) => (Math.round(share * 1000 + 1e-9) / 10).toFixed(1);

describe('the window', () => {
  it('is what the article says for a weekly pair: two to three months', () => {
    expect(recommend(7).months).toEqual({ from: 2, to: 3 });
    expect(recommend(7).days).toEqual({ from: 2 * 30.436875, to: 3 * 30.436875 });
  });

  it('grows with the root of the days between meetings', () => {
    expect(recommend(28).months.from).toBeCloseTo(4, 9);
    expect(recommend(28).months.to).toBeCloseTo(6, 9);
  });

  it('has no end under 28 days', () => {
    expect(recommend(1).days.from).toBe(28);
    expect(recommend(1).days.to).toBeCloseTo(34.51, 1);
    expect(recommend(0.1).days).toEqual({ from: 28, to: 28 });
    expect(recommend(1).meetings).toEqual({ closer: 28, balanced: 31, lighter: 35 });
  });

  it('has no end over 365 days', () => {
    expect(recommend(122).days.to).toBe(365);
    expect(recommend(122).days.from).toBeCloseTo(254.13, 1);
    expect(recommend(730).days).toEqual({ from: 365, to: 365 });
  });

  it('never falls at either end as the days between meetings grow', () => {
    const d = fc.double({ min: 0.5, max: 800, noNaN: true });
    fc.assert(
      fc.property(d, d, (one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)].map((days) => recommend(days).days);
        expect(more!.from).toBeGreaterThanOrEqual(less!.from);
        expect(more!.to).toBeGreaterThanOrEqual(less!.to);
      }),
    );
  });
});

describe('every n-th meeting', () => {
  it('is at least every second, whatever the rhythm', () => {
    fc.assert(
      fc.property(anyRhythm, (rhythm) => {
        const [closer = 0, balanced = 0, lighter = 0] = numbersOf(rhythm);
        expect(closer).toBeGreaterThanOrEqual(2);
        expect(balanced).toBeGreaterThanOrEqual(closer);
        expect(lighter).toBeGreaterThanOrEqual(balanced);
        expect(numbersOf(rhythm).every(Number.isInteger)).toBe(true);
      }),
    );
  });

  it('is every second when the meetings are two years apart', () => {
    expect(numbersOf(everyDays(730))).toEqual([2, 2, 2]);
  });

  it('exceeds a year only when every second meeting does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 730 }), (d) => {
        for (const n of numbersOf(everyDays(d))) expect(n === 2 || n * d <= 366).toBe(true);
      }),
    );
  });

  it('may be 366 days apart, and is lowered when it is more', () => {
    expect(recommend(122).meetings.lighter).toBe(3);
    expect(recommend(100).meetings.lighter).toBe(3);
    expect(recommend(123).meetings.lighter).toBe(2);
  });

  it('is taken from the geometric mean of the capped ends when balanced', () => {
    // Daily: from 28 and 34.5 days. Without its cap the lower end would be 23 days, and the mean 28.
    expect(recommend(1).meetings.balanced).toBe(31);
    // Every nine days: 69.0 and 103.5 days, whose geometric mean is 84.5 and nine meetings; half-way would be ten.
    expect(recommend(9).meetings.balanced).toBe(9);
    // Every 65 days: 185.5 and 278.3; the geometric mean is 227.2, and three meetings.
    expect(recommend(65).meetings.balanced).toBe(3);
  });

  it('says when it exceeds a year: over 366 days', () => {
    expect(exceedsYear(2, 183)).toBe(false);
    expect(exceedsYear(1, 366)).toBe(false);
    expect(exceedsYear(1, 367)).toBe(true);
    expect(exceedsYear(2, 184)).toBe(true);
  });
});

describe('an own choice', () => {
  it.each([
    [1, 'closer'],
    [8, 'closer'],
    [9, 'inside'],
    [11, 'inside'],
    [13, 'inside'],
    [14, 'lighter'],
    [1000, 'lighter'],
  ] as const)('of every %i meetings lies %s for a weekly pair', (n, place) => {
    expect(placeOf(n, recommend(7))).toBe(place);
  });

  it('is inside whenever it is what a preference gives', () => {
    fc.assert(
      fc.property(anyRhythm, (rhythm) => {
        const recommendation = recommend(daysBetween(rhythm));
        for (const n of numbersOf(rhythm)) expect(placeOf(n, recommendation)).toBe('inside');
      }),
    );
  });
});

describe('the share of time', () => {
  const of = (checkInMinutes: number, together: number) =>
    shareOf({ n: 1, meetingMinutes: together, checkInMinutes });

  it('is the check-in to all n meetings, not rounded', () => {
    expect(shareOf({ n: 11, meetingMinutes: 60, checkInMinutes: 30 }).share).toBe(30 / 660);
  });

  it.each([
    ['8 % itself is light', 8, 100, 'light'],
    ['a little more is noticeable, though it rounds to 8 %', 801, 10_000, 'noticeable'],
    ['a little less is light', 799, 10_000, 'light'],
    ['15 % itself is noticeable', 15, 100, 'noticeable'],
    ['a little more is heavy, though it rounds to 15 %', 1501, 10_000, 'heavy'],
    ['a little less is noticeable', 1499, 10_000, 'noticeable'],
    ['24 of 300 minutes, which is 8 % on paper, is so here', 24, 300, 'light'],
    ['all of it', 60, 60, 'heavy'],
  ])('%s', (_, minutes, together, verdict) => {
    expect(of(minutes, together).verdict).toBe(verdict);
  });
});

describe('a heavy check-in', () => {
  const half = { n: 2, meetingMinutes: 30, checkInMinutes: 30 };

  it('that we recommend is proposed shorter, by 5 minutes at a time, until it is not heavy', () => {
    const { shorter } = burdenOf({ n: 3, meetingMinutes: 60, checkInMinutes: 33 }, false);
    expect(shorter).toEqual({ minutes: 23, share: 23 / 180, verdict: 'noticeable' });
  });

  it('is not heavy any more at 15 % itself', () => {
    expect(burdenOf({ n: 2, meetingMinutes: 50, checkInMinutes: 30 }, false).shorter?.minutes).toBe(15);
  });

  it('is never proposed under 10 minutes; the shortest is offered and still called heavy', () => {
    const burden = burdenOf(half, false);
    expect(burden.shorter).toEqual({ minutes: 10, share: 1 / 6, verdict: 'heavy' });
    expect(burden.calledHeavy).toBe(true);
    expect(burdenOf({ ...half, checkInMinutes: 34 }, false).shorter?.minutes).toBe(14);
  });

  it('that is under 15 minutes has nothing shorter, and is called heavy', () => {
    const { shorter, calledHeavy } = burdenOf({ n: 2, meetingMinutes: 20, checkInMinutes: 14 }, false);
    expect(shorter).toBeUndefined();
    expect(calledHeavy).toBe(true);
  });

  it('of one’s own choice is called heavy, and nothing shorter is put in its place', () => {
    const { shorter, calledHeavy } = burdenOf({ n: 3, meetingMinutes: 60, checkInMinutes: 30 }, true);
    expect(shorter).toBeUndefined();
    expect(calledHeavy).toBe(true);
  });

  it('is not spoken of when it is none', () => {
    expect(burdenOf({ n: 11, meetingMinutes: 60, checkInMinutes: 30 }, true)).toEqual({
      share: 30 / 660,
      verdict: 'light',
      calledHeavy: false,
    });
  });
});
