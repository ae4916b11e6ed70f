// Calendar files of forty plans that have little in common, for readers other than our own.
import { calendarFile, type CalendarRequest } from '../../../../src/domain/cadence/calendar';
import { recommend } from '../../../../src/domain/cadence/recommendation';
import { daysBetween, type Rhythm } from '../../../../src/domain/cadence/rhythm';
import { scheduleOf, type CheckIn, type ScheduleBasis } from '../../../../src/domain/cadence/schedule';
import { about, everyDays, everyMonths, NEXT, plus, tuesdaysAndFridays, weekly } from './samples';

const WORDS = {
  summary: {
    'check-in': 'Check-in: how are we doing?',
    'early-look': 'An early look',
    'closing-review': 'Closing review',
  },
  description: {
    'check-in': 'Half an hour; “fine” is not enough.',
    'early-look': 'Ten minutes.',
    'closing-review': 'What stays.',
  },
  weekBefore: 'Prepare alone, ten minutes',
  dayBefore: 'Check-in tomorrow',
  cancelled: 'Cancelled: check-in',
};

export const request = (
  checkIns: readonly CheckIn[],
  change: Partial<CalendarRequest> = {},
): CalendarRequest => ({
  plan: 'plan1',
  checkIns,
  today: '2026-11-25',
  now: new Date('2026-11-25T18:30:00.000Z'),
  words: WORDS,
  worksheets: {
    'check-in': 'https://example.org/worksheets/how-are-we-doing/',
    'early-look': 'https://example.org/worksheets/how-are-we-doing/',
    'closing-review': 'https://example.org/worksheets/ending-well/',
  },
  ...change,
});

const RHYTHMS: readonly [string, Rhythm][] = [
  ['twice a week', tuesdaysAndFridays],
  ['daily', everyDays(1)],
  ['every ten days', everyDays(10)],
  ['weekly', weekly],
  ['every two weeks', { every: 'weeks', n: 2 }],
  ['monthly', everyMonths(1)],
  ['monthly by the day', everyMonths(1, 'day')],
  ['quarterly', everyMonths(3)],
  ['half-yearly by the day', everyMonths(6, 'day')],
  ['about five times in three months', about(5)],
];

const LONG = `What we agreed; in short:\n${'notes, shorter — “Ωμέγα” 茶話 👩🏽‍🤝‍👨🏻 \\ '.repeat(12)}`;

const VARIANTS: readonly [string, Partial<ScheduleBasis>, Partial<CalendarRequest>][] = [
  ['plain', {}, {}],
  ['at an hour, with an early look', { earlyLook: true }, { at: { time: '23:30', minutes: 45 } }],
  ['with an end and away', { ends: '2028-02-29', away: [{ from: plus(NEXT, 50), to: plus(NEXT, 90) }] }, {}],
  ['with long words', { pair: 'established', next: '2027-01-29' }, { remembers: LONG, plan: 'plan;1,ü' }],
];

/** Name, file and the check-ins it was made from. Each file follows another that it partly takes back. */
export const variedFiles = (): [string, string, readonly CheckIn[]][] =>
  RHYTHMS.flatMap(([name, rhythm]) =>
    VARIANTS.map(([variant, basis, change]): [string, string, readonly CheckIn[]] => {
      const pair: ScheduleBasis = {
        rhythm,
        n: recommend(daysBetween(rhythm)).meetings.balanced,
        next: NEXT,
        pair: 'new',
        away: [],
        earlyLook: false,
        shifts: {},
        ...basis,
      };
      const older = calendarFile(
        request(scheduleOf({ ...pair, n: 2, pair: 'new' }).checkIns.slice(0, 9), change),
      );
      const { checkIns } = scheduleOf(pair);
      const { text = '' } = calendarFile(request(checkIns, { ...change, before: older.record }));
      return [`${name}, ${variant}`, text, checkIns];
    }),
  );
