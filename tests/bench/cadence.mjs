// @ts-check
// The dates of five years of daily meetings, with a check-in at each: the most that a plan can ask for.
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { BARS } from './bars.mjs';
import { median, spread } from './stats.mjs';
import { ms, table } from './table.mjs';

const TIMES = 31;
const SCHEDULE = join(import.meta.dirname, '../../src/domain/cadence/schedule.ts');

/** Three weeks away each spring and each summer. */
const AWAY = [2027, 2028, 2029, 2030, 2031].flatMap((year) => [
  { from: `${year}-03-01`, to: `${year}-03-21` },
  { from: `${year}-07-10`, to: `${year}-07-30` },
]);

const DAILY = {
  rhythm: { every: 'days', n: 1 },
  n: 1,
  next: '2027-01-05',
  pair: 'new',
  away: [],
  ends: '2032-01-05',
  earlyLook: false,
  shifts: {},
};

const PAIRS = [
  { name: 'every day', basis: DAILY },
  { name: 'every day, with ten ranges away', basis: { ...DAILY, away: AWAY } },
  { name: 'every eleventh', basis: { ...DAILY, n: 11 } },
];

export async function cadence() {
  /** @type {{ module: typeof import('../../src/domain/cadence/schedule.ts') }} */
  const { module } = await runnerImport(SCHEDULE);
  const measured = PAIRS.map(({ name, basis }) => {
    /** @type {number[]} */
    const times = [];
    let dates = 0;
    for (let n = 0; n < TIMES; n++) {
      const began = performance.now();
      dates = module.scheduleOf(
        /** @type {import('../../src/domain/cadence/schedule.ts').ScheduleBasis} */ (basis),
      ).checkIns.length;
      times.push(performance.now() - began);
    }
    return { name, dates, first: times[0] ?? 0, middle: median(times), around: spread(times) };
  });
  return {
    title: `Check-ins of five years of daily meetings (${TIMES} times, in Node)`,
    tables: [
      table(
        ['a check-in', 'dates', 'the first time', 'median', '± spread'],
        measured.map(({ name, dates, first, middle, around }) => [
          name,
          String(dates),
          ms(first),
          ms(middle),
          ms(around),
        ]),
      ),
    ],
    results: measured.map(({ name, middle, around }) => ({
      what: `all check-ins, ${name}`,
      figure: `${ms(middle)} ± ${ms(around)}`,
      bar: `at most ${ms(BARS.schedule)}`,
      met: middle - around <= BARS.schedule,
    })),
    notes: ['The first time has the engine’s own work in it, and whatever it tidies up after starting.'],
  };
}
