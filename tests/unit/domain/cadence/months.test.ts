import { describe, expect, it } from 'vitest';
import { monthsOf } from '../../../../src/domain/cadence/months';
import { scheduleOf, type ScheduleBasis } from '../../../../src/domain/cadence/schedule';

const WEEKLY: ScheduleBasis = {
  rhythm: { every: 'weeks', n: 1 },
  n: 11,
  next: '2027-01-05',
  pair: 'established',
  away: [],
  earlyLook: false,
  shifts: {},
};

const draw = (change: Partial<ScheduleBasis> = {}, today = '2027-01-02') => {
  const basis = { ...WEEKLY, ...change };
  return monthsOf(basis, scheduleOf(basis), today);
};

describe('the months ahead', () => {
  it('are a year, with every meeting once, as itself or as a check-in', () => {
    const months = draw();
    expect(months.map(({ month }) => month.slice(0, 7))).toEqual(
      Array.from({ length: 12 }, (_, at) => `2027-${String(at + 1).padStart(2, '0')}`),
    );
    expect(months[0]).toMatchObject({ days: 31, meetings: [5, 19, 26], checkIns: [{ day: 12 }] });
    expect(months[1]).toMatchObject({ days: 28, meetings: [2, 9, 16, 23], checkIns: [] });
    const all = months.flatMap(({ meetings, checkIns }) => [...meetings, ...checkIns]);
    expect(all).toHaveLength(52);
  });

  it('leave out meetings in ranges away, which are cut at the month’s ends', () => {
    const [january, february] = draw({ away: [{ from: '2027-01-18', to: '2027-02-03' }] });
    expect(january).toMatchObject({ meetings: [5], away: [{ from: 18, to: 31 }] });
    expect(february).toMatchObject({ meetings: [9, 16, 23], away: [{ from: 1, to: 3 }] });
  });

  it('end with the quarter in which the mentorship ends, and show nothing after it', () => {
    const months = draw({ ends: '2027-04-20' });
    expect(months).toHaveLength(6);
    expect(months[3]).toMatchObject({
      meetings: [6, 13],
      checkIns: [{ day: 20, checkIn: { kind: 'closing-review' } }],
    });
    expect(months.slice(4).flatMap(({ meetings }) => meetings)).toEqual([]);
  });

  it('reach to the second check-in, but not over two years', () => {
    const halfYearly = { rhythm: { every: 'months', n: 6, by: 'weekday' } as const, n: 2 };
    expect(draw(halfYearly)).toHaveLength(24);
    expect(draw({ ...halfYearly, n: 5 })).toHaveLength(24);
    expect(draw({ rhythm: { every: 'months', n: 3, by: 'weekday' }, n: 4 })).toHaveLength(18);
  });

  it('begin today when the next meeting has been', () => {
    expect(draw({}, '2027-06-15')[0]).toMatchObject({
      month: '2027-06-01',
      meetings: [1, 8, 22, 29],
      checkIns: [{ day: 15 }],
    });
  });
});
