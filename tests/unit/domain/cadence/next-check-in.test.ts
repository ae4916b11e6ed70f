import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agreedAtLast,
  nearestFirst,
  nextCheckIn,
  heldIn,
  type NextCheckIn,
} from '../../../../src/domain/cadence/next-check-in';
import { cadenceOf, type Plan } from '../../../../src/domain/cadence/plan';
import type { Sheet } from '../../../../src/domain/records/sheet';
import { anyDate, plus, tuesday } from './samples';
import { planOf } from '../parcels/arbitrary';

/** A new pair that meets every Tuesday from 5 January 2027 on and checks in at every tenth meeting: 9 March, 18 May … */
const plan = (inputs: Partial<Plan['inputs']> = {}, more: Partial<Plan> = {}): Plan => ({
  id: 'p',
  mentorship: 'm',
  made: '2026-12-20T09:00:00.000Z',
  inputs: {
    rhythm: { every: 'weeks', n: 1 },
    pair: 'new',
    meetingMinutes: 60,
    checkInMinutes: 30,
    choice: { kind: 'own', n: 10 },
    next: '2027-01-05',
    away: [],
    earlyLook: false,
    ...inputs,
  },
  shifts: {},
  calendarRemembers: false,
  ...more,
});
const MARCH = tuesday(10);
const MAY = tuesday(20);
const upcoming = (date: string, days: number) => ({ state: 'upcoming', date, days });

describe('the next check-in', () => {
  it('is the plan’s first date ahead, with the days to it', () => {
    expect([MARCH, MAY]).toEqual(['2027-03-09', '2027-05-18']);
    expect(nextCheckIn(plan(), [], '2027-02-25')).toEqual(upcoming(MARCH, 12));
    expect(nextCheckIn(plan(), [], '2026-12-25')).toEqual(upcoming(MARCH, 74));
    expect(nextCheckIn(plan(), [], '2027-03-08')).toEqual(upcoming(MARCH, 1));
  });

  it('is the day that both wrote down at the last one, before what the plan counts', () => {
    const held = ['2027-03-09'];
    expect(nextCheckIn(plan(), held, '2027-04-01', '2027-06-20')).toEqual(upcoming('2027-06-20', 80));
    expect(nextCheckIn(plan(), held, '2027-06-20', '2027-06-20').state).toBe('today');
    expect(nextCheckIn(plan(), held, '2027-06-21', '2027-06-20')).toMatchObject({
      state: 'overdue',
      date: '2027-06-20',
    });
    // Skipped, or planned anew since: the plan counts again.
    expect(nextCheckIn(plan({}, { skipped: '2027-06-20' }), held, '2027-06-21', '2027-06-20').state).toBe(
      'upcoming',
    );
    const anew = plan({ pair: 'established', lastCheckIn: '2027-03-09' });
    expect(nextCheckIn(anew, held, '2027-04-01', '2027-06-20')).toEqual(
      nextCheckIn(anew, held, '2027-04-01'),
    );
  });

  it('knows that day from the check-in that was called done last, unless it is private', () => {
    const talk = (done: string, date: string, more: object = {}): Sheet => ({
      id: done,
      worksheet: 'how-are-we-doing',
      mentorship: 'm',
      started: done,
      done,
      answers: { 'next-date': { asked: 'When?', value: date, ...more } },
      nudged: [],
    });
    const first = talk('2027-01-05T10:00:00.000Z', '2027-03-09');
    const last = talk('2027-03-09T10:00:00.000Z', '2027-06-20');
    expect(agreedAtLast([last, first], 'm')).toBe('2027-06-20');
    expect(agreedAtLast([first], 'm')).toBe('2027-03-09');
    expect(agreedAtLast([last], 'other')).toBeUndefined();
    expect(agreedAtLast([talk('2027-03-09T10:00:00.000Z', '2027-03-09')], 'm')).toBeUndefined();
    expect(
      agreedAtLast([talk('2027-03-09T10:00:00.000Z', '2027-06-20', { private: true })], 'm'),
    ).toBeUndefined();
  });

  it('is due on its day', () => {
    expect(nextCheckIn(plan(), [], MARCH)).toEqual({ state: 'today', date: MARCH, days: 0 });
  });

  it('is overdue from the day after, until one is held, and says what follows', () => {
    expect(nextCheckIn(plan(), [], plus(MARCH, 1))).toEqual({
      state: 'overdue',
      date: MARCH,
      following: MAY,
    });
    expect(nextCheckIn(plan(), [], plus(MAY, -1))).toMatchObject({ state: 'overdue', date: MARCH });
    expect(nextCheckIn(plan(), [plus(MARCH, 1)], plus(MARCH, 1))).toEqual(upcoming(MAY, 69));
    expect(nextCheckIn(plan(), ['2026-06-01'], plus(MARCH, 1)).state).toBe('overdue');
    // Of two that passed, the later.
    expect(nextCheckIn(plan(), [], plus(MAY, 1))).toMatchObject({ date: MAY, following: tuesday(30) });
  });

  it('moves on at once when it was held earlier, by less than half a gap', () => {
    // Half a gap is 35 days.
    expect(nextCheckIn(plan(), [plus(MARCH, -34)], plus(MARCH, -34))).toEqual(upcoming(MAY, 104));
    expect(nextCheckIn(plan(), [plus(MARCH, -35)], plus(MARCH, -35))).toEqual(upcoming(MARCH, 35));
    expect(nextCheckIn(plan(), [MARCH], MARCH)).toEqual(upcoming(MAY, 70));
    expect(nextCheckIn(plan(), [plus(MARCH, -20)], plus(MARCH, 3))).toMatchObject(upcoming(MAY, 67));
  });

  it('takes the last check-in that was typed for one that was held', () => {
    const since = plan({ lastCheckIn: '2026-12-22' });
    const [first] = cadenceOf(since.inputs).schedule.checkIns;
    expect(nextCheckIn(since, [], '2027-01-02')).toMatchObject({ state: 'upcoming', date: first?.date });
    expect(nextCheckIn(plan({ lastCheckIn: MARCH, next: tuesday(11) }), [], tuesday(11)).state).toBe(
      'upcoming',
    );
  });

  it('that was skipped is not overdue, and the one after it is again', () => {
    const skipped = plan({}, { skipped: MARCH });
    expect(nextCheckIn(skipped, [], plus(MARCH, 1))).toEqual(upcoming(MAY, 69));
    expect(nextCheckIn(skipped, [], plus(MAY, 1))).toMatchObject({ state: 'overdue', date: MAY });
  });

  it('is never overdue by a date from before the plan was made', () => {
    const made = (day: string) => plan({}, { made: `${day}T09:00:00.000Z` });
    expect(nextCheckIn(made(plus(MARCH, 1)), [], plus(MARCH, 2))).toEqual(upcoming(MAY, 68));
    expect(nextCheckIn(made(MARCH), [], plus(MARCH, 2)).state).toBe('overdue');
  });

  it('that knows its week only is due all that week, and overdue when it is past', () => {
    const about = plan({ rhythm: { every: 'about', n: 6 }, choice: { kind: 'own', n: 6 } });
    const [first] = cadenceOf(about.inputs).schedule.checkIns;
    const monday = first!.weekOf!;
    expect(nextCheckIn(about, [], plus(monday, -1))).toEqual({
      state: 'upcoming',
      date: first!.date,
      weekOf: monday,
      days: 1,
    });
    for (const day of [0, 3, 6]) {
      expect(nextCheckIn(about, [], plus(monday, day))).toMatchObject({ state: 'today', weekOf: monday });
    }
    expect(nextCheckIn(about, [], plus(monday, 7)).state).toBe('overdue');
  });

  it('is none when all that the plan has is past and held', () => {
    const short = plan({ ends: plus(MARCH, 3) });
    expect(nextCheckIn(short, [plus(MARCH, 1)], plus(MARCH, 4))).toEqual({ state: 'none' });
    expect(nextCheckIn(short, [], plus(MARCH, 4))).toEqual({ state: 'overdue', date: MARCH });
    const away = plan({ away: [{ from: '2026-01-01', to: '2040-01-01' }], ends: '2028-01-01' });
    expect(nextCheckIn(away, [], MARCH)).toEqual({ state: 'none' });
  });

  it('is one of the plan’s dates for any plan and day: ahead, today or past as its state says', () => {
    fc.assert(
      fc.property(
        planOf('p', fc.constant('m')),
        fc.array(anyDate, { maxLength: 3 }),
        anyDate,
        (one, held, today) => {
          const next = nextCheckIn(one, held, today);
          if (next.state === 'none') return;
          const { checkIns, beyond } = cadenceOf(one.inputs, one.shifts).schedule;
          const dates = [...checkIns, ...beyond].map(({ date }) => date);
          expect(dates).toContain(next.date);
          if (next.state === 'upcoming') expect(next.date > today && next.days > 0).toBe(true);
          if (next.state === 'overdue') {
            expect(next.date < today).toBe(true);
            expect(held.some((day) => day >= next.date)).toBe(false);
            // Whoever says that it was skipped is led to what follows.
            const after = nextCheckIn({ ...one, skipped: next.date }, held, today);
            if (next.following === undefined) expect(after.state).toBe('none');
            else expect(after).toMatchObject({ date: next.following });
          }
        },
      ),
    );
  });
});

describe('of several pairs', () => {
  it('what is overdue comes first, then the nearest, and those without a date last', () => {
    const next: NextCheckIn[] = [
      { state: 'none' },
      { state: 'upcoming', date: '2027-05-01', days: 9 },
      { state: 'overdue', date: '2027-04-01' },
      { state: 'today', date: '2027-04-22', days: 0 },
      { state: 'overdue', date: '2027-03-01' },
    ];
    expect(nearestFirst(next.map((one) => ({ next: one }))).map(({ next }) => next)).toEqual(
      [4, 2, 3, 1, 0].map((at) => next[at]),
    );
  });
});

describe('what was held', () => {
  it('is every check-in that is done, of that pair alone, mine or theirs', () => {
    const sheet = (more: Partial<Sheet>): Sheet => ({
      id: 's',
      worksheet: 'how-are-we-doing',
      mentorship: 'm',
      started: '2027-03-09T09:00:00.000Z',
      done: '2027-03-09T10:00:00.000Z',
      answers: {},
      nudged: [],
      ...more,
    });
    const { done: _, ...open } = sheet({});
    const sheets = [
      sheet({}),
      open,
      sheet({ mentorship: 'other', done: '2027-03-10T10:00:00.000Z' }),
      sheet({ worksheet: 'before-we-talk', done: '2027-03-11T10:00:00.000Z' }),
      sheet({ done: '2027-05-18T10:00:00.000Z', from: { kit: 'k', at: '2027-05-19T10:00:00.000Z' } }),
    ];
    expect(heldIn(sheets, 'm')).toEqual(['2027-03-09T10:00:00.000Z', '2027-05-18T10:00:00.000Z']);
  });
});
