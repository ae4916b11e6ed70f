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

// Only those parts of the schema library are used that other records use too: all of them travel to every worksheet.
const code = (problem: ProblemCode) => problem;

const whole = (most: number) =>
  v.pipe(
    v.number(code('not-a-number')),
    v.minValue(1, code('too-small')),
    v.check((n) => n <= most, code('too-large')),
    v.check((n) => Number.isInteger(n), code('not-whole')),
  );

const date = v.pipe(
  v.string(code('not-a-date')),
  v.check((text) => v.is(day, text), code('not-a-date')),
  v.minValue(EARLIEST, code('too-early')),
);

const weekday = v.picklist([1, 2, 3, 4, 5, 6, 7] satisfies Weekday[], ({ input }) =>
  code(input === undefined ? 'missing' : 'unknown'),
);

/** Its checks make it two different weekdays. */
const weekdayPair = v.pipe(
  v.array(weekday, code('missing')),
  v.check((all) => all.length === 2, code('missing')),
  v.check(([one, other]) => one !== other, code('same-weekday')),
) as unknown as v.GenericSchema<unknown, WeekdayPair>;

/** Every kind of rhythm, and of choice, by the word that tells it. */
const rhythms = {
  'twice-a-week': v.object({ every: v.literal('twice-a-week'), weekdays: weekdayPair }, code('missing')),
  days: v.object({ every: v.literal('days'), n: whole(MOST.days) }, code('missing')),
  weeks: v.object({ every: v.literal('weeks'), n: whole(MOST.weeks) }, code('missing')),
  months: v.object(
    { every: v.literal('months'), n: whole(MOST.months), by: v.picklist(MONTHLY_BY, code('unknown')) },
    code('missing'),
  ),
  about: v.object({ every: v.literal('about'), n: whole(MOST.about) }, code('missing')),
};
const own = v.object({ kind: v.literal('own'), n: whole(MOST.meetings) }, code('missing'));
const preferred = v.object({ kind: v.picklist(PREFERENCES, code('unknown')) }, code('missing'));
/** Takes nothing: no word tells what it should be. */
const nothing = (key: string) =>
  v.object({ [key]: v.picklist([], code('unknown')) }, code('unknown')) as unknown as v.GenericSchema<
    unknown,
    never
  >;

const entries = {
  rhythm: v.union(Object.values(rhythms)),
  /** In person, remote or both. Kept for the person's own record: it never changes the answer. */
  how: v.exactOptional(v.picklist(['in-person', 'remote', 'both'], code('unknown'))),
  pair: v.picklist(['new', 'established'], code('unknown')),
  meetingMinutes: whole(MOST.minutes),
  checkInMinutes: whole(MOST.minutes),
  /** A preference within the window, or one's own number of meetings from one check-in to the next. */
  choice: v.union([preferred, own]),
  /** The next meeting, and the hour of meetings where the calendar should know it. */
  next: date,
  time: v.exactOptional(
    v.pipe(
      v.string(code('not-a-time')),
      v.check((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), code('not-a-time')),
    ),
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
    v.check((ranges) => ranges.length <= MOST.ranges, code('too-many')),
  ),
  earlyLook: v.boolean(code('unknown')),
};

const fields = v.object(entries);
export type PlanInputs = v.InferOutput<typeof fields>;

/** What a plan is made from, as it is stored. It stays readable whatever day it is. */
export const inputsSchema = v.pipe(
  fields,
  v.check((inputs) => acrossFields(inputs).length === 0),
);

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
  const given = asFields(plain(typed));
  const { rhythm, choice } = given;
  const read = v.safeParse(
    v.object({ ...entries, rhythm: rhythmOf(rhythm), choice: choiceOf(choice) }, code('missing')),
    { ...given, ...(isFields(rhythm) && { rhythm: withTwoWeekdays(rhythm) }) },
    { abortPipeEarly: true },
  );
  const problems = new Map<string, ProblemCode>();
  for (const issue of read.issues ?? []) {
    const field = issue.path?.map(({ key }) => String(key)).join('.') ?? '';
    // Every message above is a code.
    if (!problems.has(field)) problems.set(field, issue.message as ProblemCode);
  }
  // Of what is wrong by itself, nothing more is said.
  const sound = Object.fromEntries(Object.entries(given).filter(([field]) => !problems.has(field)));
  for (const remark of [...acrossFields(sound), ...againstToday(sound, today)])
    if (!problems.has(remark.field)) problems.set(remark.field, remark.code);
  if (!read.success || problems.size > 0)
    return { state: 'problems', problems: [...problems].map(([field, code]) => ({ field, code })) };
  const inputs = read.output;
  const notes: Remark<NoteCode>[] = [];
  if (inputs.next < today) notes.push({ field: 'next', code: 'in-the-past' });
  if (isAllAway(inputs)) notes.push({ field: 'away', code: 'covers-everything' });
  return { state: 'ok', inputs, notes };
}

/** What two fields say against each other; a field that is not there says nothing. */
function acrossFields(fields: Partial<PlanInputs>): Remark<ProblemCode>[] {
  const { meetingMinutes, checkInMinutes, next, ends } = fields;
  const found: Remark<ProblemCode>[] = [];
  if (meetingMinutes !== undefined && checkInMinutes !== undefined && checkInMinutes > meetingMinutes)
    found.push({ field: 'checkInMinutes', code: 'longer-than-meeting' });
  if (next !== undefined && ends !== undefined && ends < next)
    found.push({ field: 'ends', code: 'before-next-meeting' });
  return found;
}

/** What today has to say; it is asked when something is typed, not when a stored plan is read. */
function againstToday({ next, lastCheckIn }: Partial<PlanInputs>, today: IsoDate): Remark<ProblemCode>[] {
  const around = (years: number) => isoDate(Math.min(LAST_DAY, yearsAfter(dayNumber(today), years)));
  const found: Remark<ProblemCode>[] = [];
  if (lastCheckIn !== undefined && lastCheckIn > today)
    found.push({ field: 'lastCheckIn', code: 'after-today' });
  if (next !== undefined && next < around(-YEARS_AROUND)) found.push({ field: 'next', code: 'too-early' });
  if (next !== undefined && next > around(YEARS_AROUND)) found.push({ field: 'next', code: 'too-late' });
  return found;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const asFields = (value: unknown): Fields => (isFields(value) ? value : {});

function rhythmOf(rhythm: unknown): v.GenericSchema<unknown, PlanInputs['rhythm']> {
  const { every } = asFields(rhythm);
  const isKnown = (word: unknown): word is keyof typeof rhythms =>
    typeof word === 'string' && Object.hasOwn(rhythms, word);
  return isKnown(every) ? rhythms[every] : nothing('every');
}

function choiceOf(choice: unknown): v.GenericSchema<unknown, PlanInputs['choice']> {
  const { kind } = asFields(choice);
  if (kind === 'own') return own;
  return PREFERENCES.some((preference) => preference === kind) ? preferred : nothing('kind');
}

/** A weekday that was not chosen is missing at its own place. */
const withTwoWeekdays = (rhythm: Fields): Fields =>
  Array.isArray(rhythm['weekdays'])
    ? { ...rhythm, weekdays: [0, 1].map((at) => (rhythm['weekdays'] as unknown[])[at]) }
    : rhythm;

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
