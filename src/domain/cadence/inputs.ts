import * as v from 'valibot';
import { day } from '../records/envelope';
import { dayNumber, isoDate, LAST_DAY, yearsAfter, type IsoDate, type Weekday } from './dates';
import { meetingsOf } from './meetings';
import { PREFERENCES } from './recommendation';
import { MONTHLY_BY, type WeekdayPair } from './rhythm';

/** What may be wrong with a field; the words for each are content. */
export const PROBLEMS = [
  'missing',
  'unknown',
  'not-a-number',
  'not-whole',
  'too-small',
  'too-large',
  'not-a-date',
  'not-a-time',
  'too-early',
  'too-late',
  'too-many',
  'same-weekday',
  'longer-than-meeting',
  'after-today',
  'before-next-meeting',
  'reversed',
] as const;
export type ProblemCode = (typeof PROBLEMS)[number];

/** What is fine, but should be said. */
export type NoteCode = 'in-the-past' | 'covers-everything';

/** A field by its way from the top, "away.0.to", and what is to be said of it. */
export interface Remark<Code> {
  readonly field: string;
  readonly code: Code;
}

/** Ours: the largest numbers taken, far beyond what any pair does. Two years between meetings; three meetings a week. */
const MOST = { days: 730, weeks: 104, months: 24, about: 39, minutes: 1440, meetings: 9999, ranges: 100 };
const EARLIEST: IsoDate = '1900-01-01';

/** The next meeting lies at most so many years from today, either way: farther is a slip of the hand. */
const YEARS_AROUND = 5;

const code = (problem: ProblemCode) => problem;

const whole = (most: number) =>
  v.pipe(
    v.number(code('not-a-number')),
    v.minValue(1, code('too-small')),
    v.maxValue(most, code('too-large')),
    v.integer(code('not-whole')),
  );

const date = v.pipe(
  v.string(code('not-a-date')),
  v.check((text) => v.is(day, text), code('not-a-date')),
  v.minValue(EARLIEST, code('too-early')),
);

const weekday = v.picklist([1, 2, 3, 4, 5, 6, 7] satisfies Weekday[], ({ input }) =>
  code(input === undefined ? 'missing' : 'unknown'),
);

const rhythm = v.variant(
  'every',
  [
    v.object(
      {
        every: v.literal('twice-a-week'),
        weekdays: v.pipe(
          v.tuple([weekday, weekday], code('missing')),
          v.check(([one, other]) => one !== other, code('same-weekday')),
          // The line above has seen to it.
          v.transform((pair) => pair as WeekdayPair),
        ),
      },
      code('missing'),
    ),
    v.object({ every: v.literal('days'), n: whole(MOST.days) }, code('missing')),
    v.object({ every: v.literal('weeks'), n: whole(MOST.weeks) }, code('missing')),
    v.object(
      { every: v.literal('months'), n: whole(MOST.months), by: v.picklist(MONTHLY_BY, code('unknown')) },
      code('missing'),
    ),
    v.object({ every: v.literal('about'), n: whole(MOST.about) }, code('missing')),
  ],
  code('unknown'),
);

const entries = {
  rhythm,
  /** In person, remote or both. Kept for the person's own record: it never changes the answer. */
  how: v.exactOptional(v.picklist(['in-person', 'remote', 'both'], code('unknown'))),
  pair: v.picklist(['new', 'established'], code('unknown')),
  meetingMinutes: whole(MOST.minutes),
  checkInMinutes: whole(MOST.minutes),
  /** A preference within the window, or one's own number of meetings from one check-in to the next. */
  choice: v.variant(
    'kind',
    [
      v.object({ kind: v.picklist(PREFERENCES) }, code('missing')),
      v.object({ kind: v.literal('own'), n: whole(MOST.meetings) }, code('missing')),
    ],
    code('unknown'),
  ),
  /** The next meeting, and the hour of meetings where the calendar should know it. */
  next: date,
  time: v.exactOptional(
    v.pipe(v.string(code('not-a-time')), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, code('not-a-time'))),
  ),
  lastCheckIn: v.exactOptional(date),
  ends: v.exactOptional(date),
  /** Ranges without meetings, both ends included. They may overlap and touch. */
  away: v.pipe(
    v.array(
      v.pipe(
        v.object({ from: date, to: date }, code('missing')),
        v.check(({ from, to }) => from <= to, code('reversed')),
      ),
      code('unknown'),
    ),
    v.maxLength(MOST.ranges, code('too-many')),
  ),
  earlyLook: v.boolean(code('unknown')),
};

/** What a plan is made from, as it is stored. It stays readable whatever day it is. */
export const inputsSchema = v.pipe(
  v.object(entries, code('missing')),
  v.forward(
    v.partialCheck(
      [['meetingMinutes'], ['checkInMinutes']],
      ({ meetingMinutes, checkInMinutes }) => checkInMinutes <= meetingMinutes,
      code('longer-than-meeting'),
    ),
    ['checkInMinutes'],
  ),
  v.forward(
    v.partialCheck(
      [['next'], ['ends']],
      ({ next, ends }) => ends === undefined || ends >= next,
      code('before-next-meeting'),
    ),
    ['ends'],
  ),
);
export type PlanInputs = v.InferOutput<typeof inputsSchema>;

export type InputsReading =
  | { readonly state: 'ok'; readonly inputs: PlanInputs; readonly notes: readonly Remark<NoteCode>[] }
  | { readonly state: 'problems'; readonly problems: readonly Remark<ProblemCode>[] };

/**
 * Reads what a person typed: numbers may be texts, a comma may stand for the point, an empty field is a missing one.
 * Total on any value; a problem a field at most, and none that another field has caused.
 *
 * @param today the day it is where the person is
 */
export function readInputs(typed: unknown, today: IsoDate): InputsReading {
  const { success, output, issues } = v.safeParse(asOf(today), plain(typed) ?? {}, { abortPipeEarly: true });
  if (!success) {
    const problems = new Map<string, ProblemCode>();
    for (const issue of issues) {
      const field = v.getDotPath(issue) ?? '';
      // Every message above is a code.
      if (!problems.has(field)) problems.set(field, issue.message as ProblemCode);
    }
    return { state: 'problems', problems: [...problems].map(([field, code]) => ({ field, code })) };
  }
  const notes: Remark<NoteCode>[] = [];
  if (output.next < today) notes.push({ field: 'next', code: 'in-the-past' });
  if (isAllAway(output)) notes.push({ field: 'away', code: 'covers-everything' });
  return { state: 'ok', inputs: output, notes };
}

/** The stored schema, and what today has to say. */
function asOf(today: IsoDate) {
  const around = (years: number) => isoDate(Math.min(LAST_DAY, yearsAfter(dayNumber(today), years)));
  return v.pipe(
    inputsSchema,
    v.forward(
      v.partialCheck(
        [['lastCheckIn']],
        ({ lastCheckIn }) => lastCheckIn === undefined || lastCheckIn <= today,
        code('after-today'),
      ),
      ['lastCheckIn'],
    ),
    v.forward(
      v.partialCheck([['next']], ({ next }) => next >= around(-YEARS_AROUND), code('too-early')),
      ['next'],
    ),
    v.forward(
      v.partialCheck([['next']], ({ next }) => next <= around(YEARS_AROUND), code('too-late')),
      ['next'],
    ),
  );
}

/** Texts trimmed, those that are numbers made so, empty ones left out. */
function plain(typed: unknown): unknown {
  if (typed === null) return undefined;
  if (typeof typed === 'string') {
    const text = typed.trim();
    if (text === '') return undefined;
    if (!/^[+-]?\d+([.,]\d+)?$/.test(text)) return text;
    const number = Number(text.replace(',', '.'));
    // "1,000" may be one or a thousand: it stays a text, and is called no number.
    return Number.isInteger(number) && /[.,]/.test(text) ? text : number;
  }
  if (Array.isArray(typed)) return typed.map(plain);
  if (typeof typed !== 'object') return typed;
  const filled = Object.entries(typed)
    .map(([key, value]) => [key, plain(value)] as const)
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(filled);
}

/** Whether away ranges leave no meeting up to the end, or for as long as a plan can be. */
function isAllAway({ rhythm, next, away, ends }: PlanInputs): boolean {
  const all = meetingsOf(rhythm, next);
  const last = ends === undefined ? yearsAfter(all.dayOf(1), YEARS_AROUND) : dayNumber(ends);
  const until = all.lastBy(last);
  return until >= 1 && meetingsOf(rhythm, next, away).openBefore(until) === undefined;
}
