// @ts-check
// Whether the tests of the cadence rule notice when it is changed: `node tools/mutate-cadence.mjs` changes one number or
// one comparison at a time, in a copy, and runs the tests on it. Takes some minutes, so `npm test` leaves it out; run it
// after changing the rule or its tests. A change that no test notices is listed at the end.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** How long the tests may take, in ms. */
const LONGEST = 60_000;
const TESTS = ['recommendation', 'meetings', 'schedule', 'shifts', 'inputs', 'calendar'];

/** File, what stands there once, and what is put in its place. @type {[string, string, string][]} */
export const CHANGES = [
  ['recommendation', 'meetingDays: 7', 'meetingDays: 7.1'],
  ['recommendation', 'fromMonths: 2', 'fromMonths: 2.1'],
  ['recommendation', 'toMonths: 3', 'toMonths: 3.1'],
  ['recommendation', 'NEAREST = 28', 'NEAREST = 27'],
  ['recommendation', 'NEAREST = 28', 'NEAREST = 29'],
  ['recommendation', 'FARTHEST = 365', 'FARTHEST = 364'],
  ['recommendation', 'FARTHEST = 365', 'FARTHEST = 366'],
  ['recommendation', 'YEAR_DAYS = 366', 'YEAR_DAYS = 365'],
  ['recommendation', 'YEAR_DAYS = 366', 'YEAR_DAYS = 367'],
  ['recommendation', 'FEWEST_MEETINGS = 2', 'FEWEST_MEETINGS = 1'],
  ['recommendation', 'FEWEST_MEETINGS = 2', 'FEWEST_MEETINGS = 3'],
  ['recommendation', 'Math.round(days / d)', 'Math.floor(days / d)'],
  ['recommendation', 'Math.round(days / d)', 'Math.ceil(days / d)'],
  ['recommendation', 'Math.sqrt(from * to)', '((from + to) / 2)'],
  ['recommendation', 'Math.sqrt(d / ARTICLE.meetingDays)', '(d / ARTICLE.meetingDays)'],
  ['recommendation', 'n * d > YEAR_DAYS', 'n * d >= YEAR_DAYS'],
  ['recommendation', 'n < meetings.closer', 'n <= meetings.closer'],
  ['recommendation', 'n > meetings.lighter', 'n >= meetings.lighter'],
  ['rhythm', 'MONTH_DAYS = 30.436875', 'MONTH_DAYS = 30.436'],
  ['rhythm', 'MONTH_DAYS = 30.436875', 'MONTH_DAYS = 30.44'],
  ['rhythm', '(3 * MONTH_DAYS)', '(4 * MONTH_DAYS)'],
  ['rhythm', 'WEEK_DAYS / 2', 'WEEK_DAYS / 3'],
  ['share', 'LIGHT = 8', 'LIGHT = 7.99'],
  ['share', 'LIGHT = 8', 'LIGHT = 8.01'],
  ['share', 'NOTICEABLE = 15', 'NOTICEABLE = 14.99'],
  ['share', 'NOTICEABLE = 15', 'NOTICEABLE = 15.01'],
  ['share', 'STEP = 5', 'STEP = 4'],
  ['share', 'STEP = 5', 'STEP = 6'],
  ['share', 'SHORTEST = 10', 'SHORTEST = 9'],
  ['share', 'SHORTEST = 10', 'SHORTEST = 11'],
  ['share', '* 100 <= percent', '* 100 < percent'],
  ['share', 'isOwnChoice ? undefined : shorterFor(load)', 'shorterFor(load)'],
  ['meetings', '<= day - dayOf(before)', '< day - dayOf(before)'],
  ['meetings', 'if (before < 1) return 1;', 'if (before < 1) return 2;'],
  ['meetings', 'range.from <= from', 'range.from < from'],
  ['meetings', 'to <= range.to', 'to < range.to'],
  ['meetings', 'Math.round(steps * daysBetween(rhythm))', 'Math.floor(steps * daysBetween(rhythm))'],
  ['meetings', 'inPlace < monthStart(month + 1) ? inPlace : inPlace - 7', 'inPlace'],
  ['meetings', 'const from = byWeek ? mondayOf(day) : day', 'const from = day'],
  ['dates', 'dayNumber(last.to) + 1', 'dayNumber(last.to)'],
  ['dates', '(day + 3) % WEEK', '(day + 4) % WEEK'],
  ['schedule', 'EARLY_LOOK_FROM = 9', 'EARLY_LOOK_FROM = 8'],
  ['schedule', 'EARLY_LOOK_FROM = 9', 'EARLY_LOOK_FROM = 10'],
  ['schedule', 'EARLY_LOOK_MEETING = 4', 'EARLY_LOOK_MEETING = 3'],
  ['schedule', 'EARLY_LOOK_MEETING = 4', 'EARLY_LOOK_MEETING = 5'],
  ['schedule', 'FIRST_OF_ESTABLISHED = 2', 'FIRST_OF_ESTABLISHED = 1'],
  ['schedule', 'FIRST_OF_ESTABLISHED = 2', 'FIRST_OF_ESTABLISHED = 3'],
  ['schedule', 'YEARS_LISTED = 1', 'YEARS_LISTED = 2'],
  ['schedule', 'CHECK_INS_LISTED = 2', 'CHECK_INS_LISTED = 1'],
  ['schedule', 'CHECK_INS_LISTED = 2', 'CHECK_INS_LISTED = 3'],
  ['schedule', 'YEARS_AT_MOST = 5', 'YEARS_AT_MOST = 4'],
  ['schedule', 'YEARS_AT_MOST = 5', 'YEARS_AT_MOST = 6'],
  ['schedule', '<= n / 2', '< n / 2'],
  ['schedule', '<= n / 2', '<= n / 3'],
  ['schedule', '<= n / 2', '<= n / 2 + 0.5'],
  ['schedule', '> yearOn', '>= yearOn'],
  ['schedule', 'day <= farthest', 'day < farthest'],
  ['schedule', '!isTooClose(last.meeting, meeting, n)', 'last.meeting < meeting'],
  ['schedule', 'one.meeting >= closing || isTooClose(one.meeting, closing, n)', 'one.meeting >= closing'],
  ['schedule', "pair !== 'new' || lastCheckIn !== undefined || ", "pair !== 'new' || "],
  ['shifts', '> halfAGap', '>= halfAGap'],
  ['shifts', '* daysBetween(rhythm)) / 2', '* daysBetween(rhythm)) / 3'],
  ['shifts', 'at > end', 'at >= end'],
  ['calendar', 'was.sequence + 1', 'was.sequence'],
  ['calendar', 'one.sequence + 1', 'one.sequence'],
  ['calendar', "'-P7D'", "'-P8D'"],
  ['calendar', "'-P1D'", "'-P2D'"],
  ['calendar', 'until < request.today', 'until <= request.today'],
  ['calendar', 'date <= request.lastCheckIn', 'date < request.lastCheckIn'],
  ['calendar', 'index === 0', 'index <= 1'],
  ['calendar-text', 'LINE = 75', 'LINE = 76'],
  ['calendar-text', 'octets = 1', 'octets = 0'],
  ['inputs', 'checkInMinutes > meetingMinutes', 'checkInMinutes >= meetingMinutes'],
  ['inputs', 'ends < next', 'ends <= next'],
  ['inputs', 'lastCheckIn > today', 'lastCheckIn >= today'],
];

const RULE = join(ROOT, 'src/domain/cadence');
/** What the tests of the rule need, beside the installed packages. */
const PARTS = [
  'src/domain',
  'tests/unit/domain/cadence',
  'tests/unit/support',
  'vitest.config.ts',
  'package.json',
];

/** Changes whose text no longer stands once in its file, so that they change nothing or too much. */
export function stale() {
  return CHANGES.filter(([name, from]) => {
    const text = readFileSync(join(RULE, `${name}.ts`), 'utf8');
    return text.split(from).length !== 2;
  });
}

/**
 * Runs the tests on a copy. A change that makes them run for ever is noticed as well; then their workers are ended too.
 * @param {string} copy
 */
function passes(copy) {
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const files = TESTS.map((name) => `tests/unit/domain/cadence/${name}.test.ts`);
  const args = [vitest, 'run', '--bail=1', '--reporter=dot', ...files];
  const child = spawn(process.execPath, args, { cwd: copy, stdio: 'ignore', detached: true });
  const late = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), LONGEST);
  return new Promise((resolve) => {
    child.on('exit', (status) => {
      clearTimeout(late);
      resolve(status === 0);
    });
  });
}

async function main() {
  if (stale().length > 0) throw new Error(`These do not stand once in their files:\n${stale().join('\n')}`);
  const copy = mkdtempSync(join(tmpdir(), 'cadence-'));
  try {
    for (const path of PARTS) cpSync(join(ROOT, path), join(copy, path), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    if (!(await passes(copy))) throw new Error('The tests fail before anything is changed.');
    const unnoticed = [];
    for (const [name, from, to] of CHANGES) {
      const path = join(copy, 'src/domain/cadence', `${name}.ts`);
      const text = readFileSync(path, 'utf8');
      writeFileSync(
        path,
        text.replace(from, () => to),
      );
      const change = `${name}: ${from} → ${to}`;
      const isNoticed = !(await passes(copy));
      console.log(`${isNoticed ? 'noticed' : 'MISSED '}  ${change}`);
      if (!isNoticed) unnoticed.push(change);
      writeFileSync(path, text);
    }
    console.log(`${CHANGES.length - unnoticed.length} of ${CHANGES.length} changes noticed`);
    if (unnoticed.length > 0) console.log(`missed:\n${unnoticed.join('\n')}`);
    process.exitCode = unnoticed.length > 0 ? 1 : 0;
  } finally {
    rmSync(copy, { recursive: true });
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
