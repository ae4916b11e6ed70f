import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  scheduleOf,
  shiftedBy,
  withoutShift,
  type ScheduleBasis,
} from '../../../../src/domain/cadence/schedule';
import { anyBasis, everyDays, everyMonths, plus, tuesday, tuesdays } from './samples';

const meetingsIn = (basis: ScheduleBasis) => scheduleOf(basis).checkIns.map(({ meeting }) => meeting);
const away = (from: number, to: number) => ({ from: tuesday(from), to: tuesday(to) });

/** The pair after one check-in was moved some meetings on, or back; undefined when a step was refused. */
function moved(basis: ScheduleBasis, key: string, by: number): ScheduleBasis | undefined {
  let after: ScheduleBasis | undefined = basis;
  for (let left = Math.abs(by); left > 0 && after; left--) {
    const shifts = shiftedBy(after, key, by > 0 ? 'meeting-after' : 'meeting-before');
    after = shifts && { ...after, shifts };
  }
  return after;
}

describe('a check-in that the person moves', () => {
  it('goes to the meeting after or before; the others stay', () => {
    expect(meetingsIn(moved(tuesdays, '20', 1)!)).toEqual([10, 21, 30, 40, 50]);
    expect(meetingsIn(moved(tuesdays, '20', -2)!)).toEqual([10, 18, 30, 40, 50]);
    expect(scheduleOf(moved(tuesdays, '20', 1)!).checkIns[1]).toEqual({
      key: '20',
      kind: 'check-in',
      meeting: 21,
      date: tuesday(21),
      planned: tuesday(20),
      movedBy: 'person',
    });
  });

  it('is where the rule has it again after a reset, or after as many steps back', () => {
    const once = moved(tuesdays, '20', 1)!;
    const both = moved(once, '30', -1)!;
    expect(withoutShift(both.shifts, '20')).toEqual(moved(tuesdays, '30', -1)!.shifts);
    expect(withoutShift(once.shifts, '20')).toEqual({});
    expect(moved(once, '20', -1)!.shifts).toEqual({});
    expect(withoutShift(once.shifts, 'early')).toEqual(once.shifts);
  });

  it('passes over meetings in away ranges, either way', () => {
    const basis = { ...tuesdays, away: [away(11, 12), away(7, 9)] };
    expect(meetingsIn(moved(basis, '10', 1)!)[0]).toBe(13);
    expect(meetingsIn(moved(basis, '10', -1)!)[0]).toBe(6);
  });

  it('counts from where an away range has put it', () => {
    const basis = { ...tuesdays, away: [away(10, 12)] };
    expect(meetingsIn(moved(basis, '10', 1)!)[0]).toBe(14);
    expect(meetingsIn(moved(basis, '10', -1)!)[0]).toBe(9);
  });

  it('does not go before meeting 1', () => {
    const basis: ScheduleBasis = { ...tuesdays, pair: 'established' };
    expect(meetingsIn(moved(basis, '2', -1)!)[0]).toBe(1);
    expect(moved(basis, '2', -2)).toBeUndefined();
    expect(moved({ ...basis, away: [away(1, 1)] }, '2', -1)).toBeUndefined();
  });

  it('does not go onto a neighbour or over it', () => {
    const narrow = { ...tuesdays, n: 2 };
    expect(meetingsIn(moved(narrow, '4', 1)!).slice(0, 3)).toEqual([2, 5, 6]);
    expect(moved(narrow, '4', 2)).toBeUndefined();
    expect(moved(narrow, '4', -2)).toBeUndefined();
    expect(moved({ ...tuesdays, n: 1 }, '4', 1)).toBeUndefined();
  });

  it('may go where its neighbour has gone from', () => {
    const narrow = moved({ ...tuesdays, n: 2 }, '4', 1)!;
    expect(meetingsIn(moved(narrow, '2', 2)!).slice(0, 3)).toEqual([4, 5, 6]);
  });

  it('does not go onto the one after the last that is listed', () => {
    const last = { ...tuesdays, n: 2, ends: tuesday(7) };
    expect(meetingsIn(last)).toEqual([2, 4, 7]);
    expect(meetingsIn(moved(last, '4', 2)!)).toEqual([2, 6, 7]);
    expect(moved(last, '4', 3)).toBeUndefined();
    expect(moved({ ...tuesdays, n: 2 }, '52', 2)).toBeUndefined();
  });

  it('does not go past the end: a closing review goes back only', () => {
    const ending = { ...tuesdays, ends: tuesday(28) };
    expect(moved(ending, 'closing', 1)).toBeUndefined();
    expect(meetingsIn(moved(ending, 'closing', -1)!)).toEqual([10, 20, 27]);
    expect(moved(ending, 'closing', -8)).toBeUndefined();
  });

  it('stays listed when it leaves the year, and cannot leave the five years', () => {
    expect(meetingsIn(moved(tuesdays, '50', 5)!)).toEqual([10, 20, 30, 40, 55]);
    // Meeting 4 is on the last of the five years' days by the day of the month, and past it as a first Tuesday.
    const rare = { ...tuesdays, rhythm: everyMonths(20, 'day'), n: 3 };
    expect(meetingsIn(rare)).toEqual([3]);
    expect(meetingsIn(moved(rare, '3', 1)!)).toEqual([4]);
    expect(moved(rare, '3', 2)).toBeUndefined();
    expect(moved({ ...rare, rhythm: everyMonths(20) }, '3', 1)).toBeUndefined();
  });

  it('may be an early look', () => {
    const basis = { ...tuesdays, earlyLook: true };
    expect(meetingsIn(moved(basis, 'early', 1)!).slice(0, 2)).toEqual([5, 10]);
    expect(moved(basis, 'early', 6)).toBeUndefined();
    expect(meetingsIn(moved(basis, '10', -5)!).slice(0, 2)).toEqual([4, 5]);
  });

  it('is one of the list', () => {
    for (const key of ['21', '60', 'closing', 'early', 'constructor', '__proto__', '']) {
      expect(moved(tuesdays, key, 1)).toBeUndefined();
    }
  });
});

describe('a shift', () => {
  const shifted = moved(tuesdays, '20', 1)!;

  it.each<[string, Partial<ScheduleBasis>, number[]]>([
    ['another away range', { away: [away(9, 10)] }, [11, 21, 30, 40, 50]],
    ['an away range it must now pass', { away: [away(21, 21)] }, [10, 22, 30, 40, 50]],
    ['an end', { ends: tuesday(45) }, [10, 21, 30, 45]],
    ['a next meeting a week later', { next: tuesday(2) }, [10, 21, 30, 40, 50]],
    ['an early look', { earlyLook: true }, [4, 10, 21, 30, 40, 50]],
  ])('survives %s', (_, change, meetings) => {
    const after = scheduleOf({ ...shifted, ...change });
    expect(after.checkIns.map(({ meeting }) => meeting)).toEqual(meetings);
    expect(after.shifts).toEqual(shifted.shifts);
  });

  it.each<[string, Partial<ScheduleBasis>, number[]]>([
    ['its check-in is gone', { n: 12 }, [12, 24, 36, 48]],
    ['its check-in is replaced', { away: [away(10, 14)] }, [15, 30, 40, 50]],
    ['the end leaves no room', { ends: tuesday(21) }, [10, 21]],
    ['its number means another time of the year', { next: tuesday(12) }, [10, 20, 30, 40, 50]],
    ['the rhythm is another', { rhythm: everyDays(14) }, [10, 20]],
  ])('is dropped when %s', (_, change, meetings) => {
    const after = scheduleOf({ ...shifted, ...change });
    expect(after.checkIns.slice(0, meetings.length).map(({ meeting }) => meeting)).toEqual(meetings);
    expect(after.shifts).toEqual({});
  });

  it('holds up to half a gap, that included, from where it was', () => {
    const basis = (days: number): ScheduleBasis => ({
      ...tuesdays,
      shifts: { '20': { by: 1, planned: plus(tuesday(20), days) } },
    });
    expect(meetingsIn(basis(35))[1]).toBe(21);
    expect(meetingsIn(basis(-35))[1]).toBe(21);
    expect(meetingsIn(basis(36))[1]).toBe(20);
    expect(meetingsIn(basis(-36))[1]).toBe(20);
  });

  it('of two that would cross is dropped, whichever led over the other', () => {
    const crossed = { '10': { by: 8, planned: tuesday(10) }, '20': { by: -3, planned: tuesday(20) } };
    const after = scheduleOf({ ...tuesdays, shifts: crossed });
    expect(after.checkIns.slice(0, 2).map(({ meeting }) => meeting)).toEqual([18, 20]);
    expect(after.shifts).toEqual({ '10': crossed['10'] });
  });

  it('of a huge number is dropped, and takes no time', () => {
    const shifts = { '20': { by: 1e15, planned: tuesday(20) }, '30': { by: -1e15, planned: tuesday(30) } };
    expect(scheduleOf({ ...tuesdays, shifts })).toEqual(scheduleOf(tuesdays));
  });

  it('of any kind never puts two on one meeting, into an away range, past the end or before meeting 1', () => {
    const anyShifts = fc.array(fc.tuple(fc.nat(20), fc.integer({ min: -12, max: 12 }).filter(Boolean)), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(anyBasis, anyShifts, (basis, wishes) => {
        const before = scheduleOf(basis);
        const shifts = Object.fromEntries(
          wishes.flatMap(([at, by]) => {
            const one = before.checkIns[at];
            return one ? [[one.key, { by, planned: one.planned }]] : [];
          }),
        );
        const after = scheduleOf({ ...basis, shifts });
        expect(after.checkIns).toHaveLength(before.checkIns.length);
        for (const [at, { key, meeting, date }] of after.checkIns.entries()) {
          expect(key).toBe(before.checkIns[at]!.key);
          expect(meeting).toBeGreaterThan(after.checkIns[at - 1]?.meeting ?? 0);
          if (basis.ends !== undefined) expect(date <= basis.ends).toBe(true);
          if (basis.rhythm.every !== 'about') {
            expect(basis.away.some(({ from, to }) => from <= date && date <= to)).toBe(false);
          }
          if (!Object.hasOwn(after.shifts, key)) expect(meeting).toBe(before.checkIns[at]!.meeting);
        }
      }),
    );
  });
});
