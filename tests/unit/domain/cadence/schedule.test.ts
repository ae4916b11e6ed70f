import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, isoDate } from '../../../../src/domain/cadence/dates';
import { meetingsOf, stepped } from '../../../../src/domain/cadence/meetings';
import { scheduleOf, type Schedule, type ScheduleBasis } from '../../../../src/domain/cadence/schedule';
import {
  about,
  anyBasis,
  everyDays,
  everyMonths,
  NEXT,
  plus,
  tuesday,
  tuesdays,
  tuesdaysAndFridays,
} from './samples';

const schedule = (change: Partial<ScheduleBasis> = {}): Schedule => scheduleOf({ ...tuesdays, ...change });
const meetingsIn = (change: Partial<ScheduleBasis> = {}) =>
  schedule(change).checkIns.map((one) => one.meeting);
const datesIn = (change: Partial<ScheduleBasis> = {}) => schedule(change).checkIns.map((one) => one.date);
/** Away from one meeting of the Tuesday pair to another, both included. */
const away = (from: number, to: number) => ({ from: tuesday(from), to: tuesday(to) });

describe('check-ins', () => {
  it('of a new pair are at meetings n, 2n, 3n …', () => {
    expect(meetingsIn()).toEqual([10, 20, 30, 40, 50]);
    expect(datesIn()).toEqual(['2027-03-09', '2027-05-18', '2027-07-27', '2027-10-05', '2027-12-14']);
  });

  it('of an established pair that never checked in begin at meeting 2', () => {
    expect(meetingsIn({ pair: 'established' })).toEqual([2, 12, 22, 32, 42, 52]);
    expect(meetingsIn({ pair: 'established', n: 2 }).slice(0, 3)).toEqual([2, 4, 6]);
  });

  it('of an established pair that checks in at every meeting begin at meeting 1', () => {
    expect(meetingsIn({ pair: 'established', n: 1 }).slice(0, 3)).toEqual([1, 2, 3]);
  });

  it.each(['new', 'established'] as const)(
    'after an earlier one go on n rhythm steps from it, though the pair is called %s',
    (pair) => {
      expect(meetingsIn({ pair, lastCheckIn: '2026-12-01' })).toEqual([6, 16, 26, 36, 46]);
    },
  );

  it('after an earlier one take the meeting nearest to the day', () => {
    // Ten weeks after Friday 4 December is Friday 12 February: three days after meeting 6, four before meeting 7.
    expect(meetingsIn({ lastCheckIn: '2026-12-04' })[0]).toBe(6);
    expect(meetingsIn({ lastCheckIn: '2026-12-05' })[0]).toBe(7);
  });

  it('after an earlier one take the later of two that are as near', () => {
    const every2 = { rhythm: everyDays(2), n: 5 };
    // The day is 14 January; meetings are on the 13th and the 15th.
    expect(datesIn({ ...every2, lastCheckIn: '2027-01-04' })[0]).toBe('2027-01-15');
  });

  it('after an earlier one do not begin before meeting 1', () => {
    expect(meetingsIn({ lastCheckIn: '2020-01-01' })).toEqual([1, 11, 21, 31, 41, 51]);
    expect(meetingsIn({ lastCheckIn: '1900-01-01' })[0]).toBe(1);
  });

  it('after an earlier one step by the weekday’s place in the month', () => {
    // The fourth Tuesday five months on is 27 April; the first Tuesdays around it are 6 April and 4 May.
    const monthly = { rhythm: everyMonths(1), n: 5, lastCheckIn: '2026-11-24' };
    expect(datesIn(monthly)[0]).toBe('2027-05-04');
  });

  it('after an earlier one step by the day of the month', () => {
    const monthly = { rhythm: everyMonths(1, 'day'), n: 3, next: '2027-01-31', lastCheckIn: '2026-11-30' };
    expect(datesIn(monthly)[0]).toBe('2027-02-28');
  });

  it('after an earlier one on neither weekday step from the first that follows', () => {
    // From Wednesday 30 December: Friday 1 January, and four meetings on Friday 15 January.
    expect(datesIn({ rhythm: tuesdaysAndFridays, n: 4, lastCheckIn: '2026-12-30' })[0]).toBe('2027-01-15');
  });

  it('know their week only when the pair meets “about” so often', () => {
    const [first] = schedule({ rhythm: about(6), n: 7 }).checkIns;
    // Six steps of 15.218 days are 91 days.
    expect(first).toMatchObject({ meeting: 7, date: '2027-04-06', weekOf: '2027-04-05' });
    expect(schedule().checkIns[0]).not.toHaveProperty('weekOf');
  });
});

describe('an early look', () => {
  const early = (change: Partial<ScheduleBasis>) => {
    const { checkIns } = schedule({ earlyLook: true, ...change });
    return checkIns.filter(({ kind }) => kind === 'early-look').map(({ meeting }) => meeting);
  };

  it('is at the fourth meeting of a new pair, and does not shift the count', () => {
    expect(meetingsIn({ earlyLook: true })).toEqual([4, 10, 20, 30, 40, 50]);
    expect(schedule({ earlyLook: true }).checkIns[0]).toEqual({
      key: 'early',
      kind: 'early-look',
      meeting: 4,
      date: '2027-01-26',
      planned: '2027-01-26',
    });
  });

  it('is for n from 9 on', () => {
    expect(early({ n: 9 })).toEqual([4]);
    expect(early({ n: 8 })).toEqual([]);
    // Not even when what follows has moved, so that there would be room.
    expect(early({ n: 8, away: [away(8, 8)] })).toEqual([]);
  });

  it('is off until asked for', () => {
    expect(early({ earlyLook: false })).toEqual([]);
  });

  it('is not for an established pair, nor after an earlier check-in', () => {
    expect(early({ pair: 'established' })).toEqual([]);
    expect(early({ lastCheckIn: '2026-12-29' })).toEqual([]);
  });

  it('moves out of an away range', () => {
    expect(early({ n: 11, away: [away(4, 4)] })).toEqual([5]);
  });

  it('is left out when it is then too close before what follows', () => {
    expect(early({ n: 10, away: [away(4, 4)] })).toEqual([]);
    expect(early({ n: 9, away: [away(4, 4)] })).toEqual([]);
    expect(early({ n: 10, away: [away(4, 30)] })).toEqual([]);
  });

  it('is judged against what follows as it was moved', () => {
    expect(early({ n: 10, away: [away(4, 4), away(10, 10)] })).toEqual([5]);
  });

  it('is left out when it is too close before the closing review, or after it', () => {
    expect(early({ ends: tuesday(9) })).toEqual([]);
    expect(early({ ends: tuesday(4) })).toEqual([]);
    expect(early({ ends: tuesday(3) })).toEqual([]);
    expect(meetingsIn({ earlyLook: true, n: 12, ends: tuesday(11) })).toEqual([4, 11]);
  });

  it('is not one of the two that the list runs to', () => {
    const rare = { rhythm: everyMonths(2), n: 9, earlyLook: true };
    expect(meetingsIn(rare)).toEqual([4, 9, 18]);
  });
});

describe('a check-in in an away range', () => {
  it('moves to the next meeting outside; the others stay', () => {
    const { checkIns } = schedule({ away: [away(10, 12)] });
    expect(checkIns.map(({ meeting }) => meeting)).toEqual([13, 20, 30, 40, 50]);
    expect(checkIns[0]).toEqual({
      key: '10',
      kind: 'check-in',
      meeting: 13,
      date: tuesday(13),
      planned: tuesday(10),
      movedBy: 'away',
    });
    expect(checkIns[1]).not.toHaveProperty('movedBy');
  });

  it.each([
    ['begins on its day', '2027-03-09', '2027-03-10', 11],
    ['ends on its day', '2027-03-01', '2027-03-09', 11],
    ['begins the day after', '2027-03-10', '2027-03-20', 10],
    ['ends the day before', '2027-03-01', '2027-03-08', 10],
  ])('is there when the range %s', (_, from, to, meeting) => {
    expect(meetingsIn({ away: [{ from, to }] })[0]).toBe(meeting);
  });

  it('passes ranges that touch as one', () => {
    expect(meetingsIn({ away: [away(11, 12), { from: tuesday(10), to: plus(tuesday(11), -1) }] })[0]).toBe(
      13,
    );
  });

  it('stays one of two when it is more than n ÷ 2 meetings from the following', () => {
    expect(meetingsIn({ away: [away(10, 13)] })).toEqual([14, 20, 30, 40, 50]);
  });

  it('replaces the following when it is n ÷ 2 meetings from it', () => {
    expect(meetingsIn({ away: [away(10, 14)] })).toEqual([15, 30, 40, 50]);
  });

  it('is too close at 5 meetings and not at 6 when n is 11', () => {
    expect(meetingsIn({ n: 11, away: [away(11, 15)] })).toEqual([16, 22, 33, 44]);
    expect(meetingsIn({ n: 11, away: [away(11, 16)] })).toEqual([17, 33, 44]);
  });

  it('replaces all that lay in the same range', () => {
    expect(meetingsIn({ away: [away(8, 33)] })).toEqual([34, 40, 50]);
    expect(meetingsIn({ away: [away(8, 34)] })).toEqual([35, 50]);
  });

  it('is judged against the following as that one was moved', () => {
    // To meeting 15, five before the 20th, but that one moves to the 22nd.
    expect(meetingsIn({ away: [away(10, 14), away(20, 21)] })).toEqual([15, 22, 30, 40, 50]);
  });

  it('may be the next-but-one meeting when check-ins are at every meeting', () => {
    expect(meetingsIn({ n: 1, away: [away(2, 3)] }).slice(0, 4)).toEqual([1, 4, 5, 6]);
  });
});

describe('a closing review', () => {
  it('is the last meeting on or before the end', () => {
    expect(meetingsIn({ ends: tuesday(28) })).toEqual([10, 20, 28]);
    expect(datesIn({ ends: plus(tuesday(28), 6) }).at(-1)).toBe(tuesday(28));
    expect(schedule({ ends: tuesday(28) }).checkIns.at(-1)).toMatchObject({
      key: 'closing',
      kind: 'closing-review',
    });
    expect(schedule({ ends: tuesday(28) }).closing).toBe('planned');
  });

  it('makes one that is too close before it give way', () => {
    expect(meetingsIn({ ends: tuesday(26) })).toEqual([10, 20, 26]);
    expect(meetingsIn({ ends: tuesday(25) })).toEqual([10, 25]);
    expect(meetingsIn({ ends: tuesday(20) })).toEqual([10, 20]);
    expect(schedule({ ends: tuesday(20) }).checkIns.at(-1)?.kind).toBe('closing-review');
  });

  it('makes later ones fall away', () => {
    expect(meetingsIn({ ends: tuesday(7) })).toEqual([7]);
    expect(meetingsIn({ ends: tuesday(1) })).toEqual([1]);
  });

  it('is outside every away range', () => {
    expect(meetingsIn({ ends: tuesday(28), away: [away(27, 28)] })).toEqual([10, 20, 26]);
    // The 20th moves past the closing review, and so falls away.
    expect(meetingsIn({ ends: tuesday(28), away: [away(19, 28)] })).toEqual([10, 18]);
  });

  it('is missing, and with it all check-ins, when no meeting is left', () => {
    const none = schedule({ ends: tuesday(28), away: [away(1, 28)] });
    expect(none).toMatchObject({ closing: 'none', checkIns: [], beyond: [] });
    expect(schedule({ ends: '2027-01-04' })).toMatchObject({ closing: 'none', checkIns: [] });
  });

  it('is not spoken of when there is no end', () => {
    expect(schedule().closing).toBe('open-ended');
  });

  it('comes after a moved one has replaced the following, so that both rules are kept in their order', () => {
    // The 10th moves to 15 and replaces the 20th; 15 then is too close before the closing review at 19.
    expect(meetingsIn({ ends: tuesday(19), away: [away(10, 14)] })).toEqual([19]);
    expect(meetingsIn({ ends: tuesday(21), away: [away(10, 14)] })).toEqual([15, 21]);
  });
});

describe('the horizon', () => {
  it('is the same calendar date a year after the next meeting, that day included', () => {
    const daily = datesIn({ rhythm: everyDays(1), n: 1 });
    expect(daily).toHaveLength(366);
    expect(daily.at(-1)).toBe('2028-01-05');
    expect(datesIn({ rhythm: everyDays(1), n: 1, next: '2028-02-29' }).at(-1)).toBe('2029-02-28');
  });

  it('is the second check-in when that is later', () => {
    expect(datesIn({ rhythm: everyMonths(6), n: 2, next: '2027-01-05' })).toEqual([
      '2027-07-06',
      '2028-07-04',
    ]);
    expect(datesIn({ n: 40 })).toEqual([tuesday(40), tuesday(80)]);
  });

  it('counts from the meeting that twice a week begins with', () => {
    expect(datesIn({ rhythm: tuesdaysAndFridays, n: 1, next: '2027-01-06' })[0]).toBe('2027-01-08');
    // 7 January 2028 is a Friday; 8 January 2028, a year after the first meeting, is none.
    expect(datesIn({ rhythm: tuesdaysAndFridays, n: 1, next: '2027-01-06' }).at(-1)).toBe('2028-01-07');
  });

  it('with an end is the closing review', () => {
    expect(meetingsIn({ ends: tuesday(150) }).at(-1)).toBe(150);
  });

  it('is never past the same date five years on: what lies beyond is stated, not listed', () => {
    const { checkIns, beyond } = schedule({ rhythm: everyDays(1), n: 1, ends: '2040-06-30' });
    expect(checkIns.at(-1)?.date).toBe('2032-01-05');
    expect(beyond.map(({ date, kind }) => [date, kind])).toEqual([
      ['2032-01-06', 'check-in'],
      ['2040-06-30', 'closing-review'],
    ]);
  });

  it('states the second check-in when it lies beyond', () => {
    const { checkIns, beyond } = schedule({ rhythm: everyMonths(24), n: 2 });
    expect(checkIns.map(({ date }) => date)).toEqual(['2029-01-02']);
    expect(beyond.map(({ date }) => date)).toEqual(['2033-01-04']);
  });

  it('states both when the first lies beyond as well', () => {
    const { checkIns, beyond } = schedule({ n: 1000 });
    expect(checkIns).toEqual([]);
    expect(beyond.map(({ meeting }) => meeting)).toEqual([1000, 2000]);
  });

  it('says nothing of dates after the year 9999', () => {
    expect(schedule({ rhythm: everyMonths(24), n: 9999 })).toMatchObject({ checkIns: [], beyond: [] });
    expect(schedule({ next: '9999-12-31', n: 1 }).checkIns.map(({ date }) => date)).toEqual(['9999-12-31']);
  });
});

describe('any pair', () => {
  const every = (then: (basis: ScheduleBasis, schedule: Schedule) => void, numRuns = 300) =>
    fc.assert(
      fc.property(anyBasis, (basis) => then(basis, scheduleOf(basis))),
      { numRuns },
    );

  it('has dates that rise strictly, all on meetings', () => {
    every(({ rhythm, next }, { checkIns, beyond }) => {
      const { dayOf } = meetingsOf(rhythm, next);
      const all = [...checkIns, ...beyond];
      for (const [at, { meeting, date }] of all.entries()) {
        expect(meeting).toBeGreaterThanOrEqual(1);
        expect(isoDate(dayOf(meeting))).toBe(date);
        if (at > 0) expect(date > all[at - 1]!.date).toBe(true);
      }
    });
  });

  it('has none in an away range', () => {
    every(({ rhythm, away }, { checkIns, beyond }) => {
      for (const { date, weekOf } of [...checkIns, ...beyond]) {
        if (rhythm.every !== 'about') {
          expect(away.some(({ from, to }) => from <= date && date <= to)).toBe(false);
        } else {
          const week = Array.from({ length: 7 }, (_, at) => plus(weekOf!, at));
          const isAway = (day: string) => away.some(({ from, to }) => from <= day && day <= to);
          expect(week.every(isAway)).toBe(false);
        }
      }
    });
  });

  it('has none after the end, and its closing review last', () => {
    every(({ ends }, { checkIns, beyond, closing }) => {
      const all = [...checkIns, ...beyond];
      if (ends !== undefined) expect(all.every(({ date }) => date <= ends)).toBe(true);
      expect(all.findIndex(({ kind }) => kind === 'closing-review')).toBe(
        closing === 'planned' ? all.length - 1 : -1,
      );
    });
  });

  it('has no two too close, but for what was moved away from its following by choice of n', () => {
    every(({ n }, { checkIns }) => {
      for (const [at, { meeting }] of checkIns.entries()) {
        if (at > 0) expect(meeting - checkIns[at - 1]!.meeting).toBeGreaterThan(n / 2);
      }
    });
  });

  it('has a list that ends within five years, and states at most three more', () => {
    every(({ next }, { checkIns, beyond }) => {
      const last = plus(next, 5 * 366 + 7);
      expect(checkIns.every(({ date }) => date < last)).toBe(true);
      expect(beyond.length).toBeLessThanOrEqual(3);
    });
  });

  it('has its first check-in after an earlier one at the meeting nearest to n steps on', () => {
    every(({ ends: _, away: __, ...rest }) => {
      if (rest.lastCheckIn === undefined) return;
      const { checkIns, beyond } = scheduleOf({ ...rest, away: [] });
      const goal = stepped(rest.rhythm, dayNumber(rest.lastCheckIn), rest.n);
      const first = [...checkIns, ...beyond][0]!;
      const off = Math.abs(dayNumber(first.date) - goal);
      const { dayOf } = meetingsOf(rest.rhythm, rest.next);
      for (let k = 1; k <= first.meeting + 3; k++) {
        const other = Math.abs(dayOf(k) - goal);
        expect(k > first.meeting ? other > off : other >= off).toBe(true);
      }
    }, 600);
  });

  it('is not changed by ranges in another order, or cut in two', () => {
    every(({ away, ...rest }, before) => {
      const cut = [...away].reverse().flatMap(({ from, to }) => {
        const middle = plus(from, Math.floor((dayNumber(to) - dayNumber(from)) / 2));
        return middle < to
          ? [
              { from: plus(middle, 1), to },
              { from, to: middle },
            ]
          : [{ from, to }];
      });
      expect(scheduleOf({ ...rest, away: cut })).toEqual(before);
    }, 100);
  });
});

it('a year away with check-ins planned daily until 9999 is no trouble', () => {
  const { checkIns, beyond } = schedule({
    rhythm: everyDays(1),
    n: 1,
    next: NEXT,
    away: [{ from: '2027-02-01', to: '9990-01-01' }],
    ends: '9999-12-31',
  });
  expect(checkIns).toHaveLength(27);
  expect(beyond.map(({ date }) => date)).toEqual(['9990-01-02', '9999-12-31']);
});
