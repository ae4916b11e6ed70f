// The rule of check-ins once more, as slowly as it reads: all meetings in a list, sentence by sentence. It says nothing
// new; it is written apart from the schedule, so that both would have to be wrong in the same way.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayNumber, isoDate, yearsAfter } from '../../../../src/domain/cadence/dates';
import { stepped } from '../../../../src/domain/cadence/meetings';
import { daysBetween } from '../../../../src/domain/cadence/rhythm';
import { scheduleOf, type ScheduleBasis } from '../../../../src/domain/cadence/schedule';
import { anyBasis, plus } from './samples';

interface Slow {
  readonly kind: string;
  readonly meeting: number;
}

function slowly({ rhythm, n, next, pair, lastCheckIn, away, ends, earlyLook }: ScheduleBasis) {
  const first = stepped(rhythm, dayNumber(next), 0);
  const farEnough = first + 3 * n * daysBetween(rhythm) + 12 * 366;
  // Meetings are numbered from the next one, which is 1.
  const days = [NaN];
  for (let k = 1; (days.at(-1) ?? 0) <= farEnough || k < 5; k++) days.push(stepped(rhythm, first, k - 1));
  const day = (meeting: number) => days[meeting]!;
  const isDayAway = (at: number) => away.some(({ from, to }) => from <= isoDate(at) && isoDate(at) <= to);
  const isAway = (meeting: number) => {
    if (rhythm.every !== 'about') return isDayAway(day(meeting));
    const monday = day(meeting) - ((((day(meeting) + 3) % 7) + 7) % 7);
    return [0, 1, 2, 3, 4, 5, 6].every((at) => isDayAway(monday + at));
  };
  const outside = (meeting: number) => {
    let at = meeting;
    while (isAway(at)) at++;
    return at;
  };
  const isTooClose = (one: number, following: number) => 2 * (following - one) <= n;

  // A new pair: n, 2n, 3n …; an established one: 2, or 1 when n is 1; after an earlier one the nearest to n steps on.
  let start = n;
  if (lastCheckIn !== undefined) {
    const goal = stepped(rhythm, dayNumber(lastCheckIn), n);
    start = 1;
    for (let k = 2; k < days.length; k++) {
      if (Math.abs(day(k) - goal) <= Math.abs(day(start) - goal)) start = k;
    }
  } else if (pair === 'established') start = n === 1 ? 1 : 2;
  const planned: number[] = [];
  for (let k = start; k < days.length; k += n) planned.push(k);

  // Those in an away range move; one that moved replaces what it came too close to.
  const left = planned.map((from) => ({ from, meeting: outside(from) }));
  for (let at = 0; at < left.length; at++) {
    const { from, meeting } = left[at]!;
    while (from !== meeting && left[at + 1] && isTooClose(meeting, left[at + 1]!.meeting))
      left.splice(at + 1, 1);
  }
  let list: Slow[] = left.map(({ meeting }) => ({ kind: 'check-in', meeting }));

  // The closing review, before which one gives way and after which all do.
  if (ends !== undefined) {
    let closing = 0;
    for (let k = 1; k < days.length; k++) if (day(k) <= dayNumber(ends) && !isAway(k)) closing = k;
    if (closing === 0) return { listed: [], beyond: [] };
    list = list.filter(({ meeting }) => meeting < closing && !isTooClose(meeting, closing));
    list.push({ kind: 'closing-review', meeting: closing });
  }

  // The horizon.
  const regular = [...list];
  let last = day(regular.at(-1)!.meeting);
  if (ends === undefined) last = Math.max(yearsAfter(first, 1), day(regular[1]!.meeting));

  if (earlyLook && pair === 'new' && lastCheckIn === undefined && n >= 9) {
    const early = outside(4);
    const following = regular.find(({ meeting }) => meeting >= early);
    if (following && !isTooClose(early, following.meeting)) {
      list = [...regular, { kind: 'early-look', meeting: early }].sort((a, b) => a.meeting - b.meeting);
    }
  }
  const fiveYears = yearsAfter(first, 5);
  const within = list.filter(({ meeting }) => day(meeting) <= last);
  return {
    listed: within.filter(({ meeting }) => day(meeting) <= fiveYears),
    beyond: within.filter(({ meeting }) => day(meeting) > fiveYears),
  };
}

it('the schedule is what a slow reading of the rule gives', () => {
  fc.assert(
    fc.property(anyBasis, (basis) => {
      const { checkIns, beyond } = scheduleOf(basis);
      const slow = slowly(basis);
      const short = ({ kind, meeting }: Slow) => `${kind} ${meeting}`;
      expect(checkIns.map(short)).toEqual(slow.listed.map(short));
      // Of what lies beyond, the next check-in and the closing review are stated; without an end, all of it.
      const stated =
        basis.ends === undefined
          ? slow.beyond
          : slow.beyond.filter(
              ({ kind }, at) =>
                kind !== 'check-in' || at === slow.beyond.findIndex((one) => one.kind === 'check-in'),
            );
      expect(beyond.map(short)).toEqual(stated.map(short));
    }),
    { numRuns: 400 },
  );
});

it('and of daily and weekly pairs with many short ranges away, where most moves come together', () => {
  const dense = fc
    .tuple(
      anyBasis,
      fc.integer({ min: 1, max: 14 }),
      fc.constantFrom('days', 'weeks'),
      fc.array(fc.tuple(fc.nat(500), fc.nat(60)), { maxLength: 9 }),
      fc.option(fc.integer({ min: 0, max: 600 }), { nil: undefined }),
    )
    .map(([basis, n, every, gaps, length]): ScheduleBasis => {
      const { ends: _, ...rest } = basis;
      const away = gaps.map(([at, days]) => ({ from: plus(rest.next, at), to: plus(rest.next, at + days) }));
      const ends = length === undefined ? {} : { ends: plus(rest.next, length) };
      return { ...rest, ...ends, n, away, rhythm: { every, n: 1 } };
    });
  fc.assert(
    fc.property(dense, (basis) => {
      const slow = slowly(basis);
      expect(scheduleOf(basis).checkIns.map(({ kind, meeting }) => ({ kind, meeting }))).toEqual(slow.listed);
    }),
    { numRuns: 300 },
  );
});
