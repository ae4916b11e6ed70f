import { RHYTHMS, type Rhythm as NamedRhythm } from '../records/mentorship';
import type { PlanInputs } from './inputs';
import { PREFERENCES } from './recommendation';
import type { Rhythm } from './rhythm';

/** The answers to "how often do you meet"; all but the last have a name everywhere. */
export const HOW_OFTEN = [...RHYTHMS, 'other'] as const;
export type HowOften = (typeof HOW_OFTEN)[number];

/** What a rhythm of one's own is counted in. */
export const UNITS = ['days', 'weeks', 'months', 'about'] as const;

export const CHOICES = [...PREFERENCES, 'own'] as const;
export const WAYS = ['in-person', 'remote', 'both'] as const;

/** The form as it stands: a text for each of its controls, empty where nothing is written or ticked. */
export interface FormValues {
  readonly howOften: string;
  readonly weekday1: string;
  readonly weekday2: string;
  readonly n: string;
  readonly unit: string;
  /** Ticked when a monthly rhythm keeps the day of the month, and not the weekday's place. */
  readonly sameDay: string;
  readonly next: string;
  readonly how: string;
  readonly newPair: string;
  readonly earlyLook: string;
  readonly meetingMinutes: string;
  readonly checkInMinutes: string;
  readonly lastCheckIn: string;
  readonly ends: string;
  readonly choice: string;
  readonly own: string;
  readonly time: string;
  /** Ranges without meetings; one that is wholly empty is none. */
  readonly away: readonly { readonly from: string; readonly to: string }[];
}
export type FormField = Exclude<keyof FormValues, 'away'>;

type Counted = { readonly every: 'weeks' | 'months'; readonly n: number };
const NAMED: Readonly<Record<Exclude<NamedRhythm, 'twice-a-week'>, Counted>> = {
  weekly: { every: 'weeks', n: 1 },
  'every-two-weeks': { every: 'weeks', n: 2 },
  monthly: { every: 'months', n: 1 },
  'every-two-months': { every: 'months', n: 2 },
  quarterly: { every: 'months', n: 3 },
  'half-yearly': { every: 'months', n: 6 },
};

/** What stands in the form before anyone has typed: weekly, from today on. */
export const firstValues = (today: string): FormValues => ({
  howOften: 'weekly',
  weekday1: '2',
  weekday2: '4',
  n: '10',
  unit: 'days',
  sameDay: '',
  next: today,
  how: '',
  newPair: '',
  earlyLook: '',
  meetingMinutes: '60',
  checkInMinutes: '30',
  lastCheckIn: '',
  ends: '',
  choice: 'balanced',
  own: '',
  time: '',
  away: [],
});

/** What the form says, for `readInputs` to judge. */
export function typedIn(values: FormValues): unknown {
  const { how, newPair, earlyLook, choice, own } = values;
  const { meetingMinutes, checkInMinutes, next, time, lastCheckIn, ends } = values;
  return {
    rhythm: rhythmIn(values),
    how,
    pair: newPair === '' ? 'established' : 'new',
    meetingMinutes,
    checkInMinutes,
    choice: choice === 'own' ? { kind: 'own', n: own } : { kind: choice },
    next,
    time,
    lastCheckIn,
    ends,
    away: filled(values.away).map(({ from, to }) => ({ from, to })),
    earlyLook: earlyLook !== '',
  };
}

function rhythmIn({ howOften, weekday1, weekday2, n, unit, sameDay }: FormValues): unknown {
  const by = sameDay === '' ? 'weekday' : 'day';
  if (howOften === 'twice-a-week') return { every: howOften, weekdays: [weekday1, weekday2] };
  const named = namedIn(howOften);
  return named ? { ...named, by } : { every: unit, n, by };
}

/** Whether the form's rhythm is counted in months, so that it may keep to a day of the month. */
export function countsMonths({ howOften, unit }: FormValues): boolean {
  const named = namedIn(howOften);
  return (named ? named.every : howOften === 'other' && unit) === 'months';
}

const namedIn = (howOften: string): Counted | undefined =>
  Object.hasOwn(NAMED, howOften) ? NAMED[howOften as keyof typeof NAMED] : undefined;

/** The ranges in which something is written, each with its place in the form. */
const filled = (away: FormValues['away']) =>
  away.map((range, row) => ({ ...range, row })).filter(({ from, to }) => from !== '' || to !== '');

/** The form that says what a plan is made from. What the plan does not say is as in a new form. */
export function valuesOf(inputs: PlanInputs): FormValues {
  const { rhythm, choice } = inputs;
  const first = firstValues(inputs.next);
  return {
    ...first,
    ...(rhythm.every === 'twice-a-week'
      ? { weekday1: String(rhythm.weekdays[0]), weekday2: String(rhythm.weekdays[1]) }
      : { n: String(rhythm.n), unit: rhythm.every }),
    howOften: howOftenOf(rhythm),
    sameDay: rhythm.every === 'months' && rhythm.by === 'day' ? 'on' : '',
    how: inputs.how ?? '',
    newPair: inputs.pair === 'new' ? 'on' : '',
    earlyLook: inputs.earlyLook ? 'on' : '',
    meetingMinutes: String(inputs.meetingMinutes),
    checkInMinutes: String(inputs.checkInMinutes),
    lastCheckIn: inputs.lastCheckIn ?? '',
    ends: inputs.ends ?? '',
    choice: choice.kind,
    own: choice.kind === 'own' ? String(choice.n) : '',
    time: inputs.time ?? '',
    away: inputs.away,
  };
}

/** The name of a rhythm, where it has one. */
export function howOftenOf(rhythm: Rhythm): HowOften {
  if (rhythm.every === 'twice-a-week') return rhythm.every;
  const named = RHYTHMS.find((name) => {
    if (name === 'twice-a-week') return false;
    return NAMED[name].every === rhythm.every && NAMED[name].n === rhythm.n;
  });
  return named ?? 'other';
}

/** The control that a remark of `readInputs` belongs to; of a range, its row in the form and which end. */
export type Place =
  { readonly field: FormField | 'away' } | { readonly row: number; readonly end: 'from' | 'to' };

/** Where a remark belongs: `rhythm.weekdays.1` is the second weekday, `away.0` the end of the first range. */
export function placeIn(values: FormValues, remark: string): Place {
  const [first = '', second, third] = remark.split('.');
  if (first === 'rhythm') {
    if (second === 'weekdays') return { field: third === '0' ? 'weekday1' : 'weekday2' };
    return { field: second === 'n' ? 'n' : 'howOften' };
  }
  if (first === 'choice') return { field: second === 'n' ? 'own' : 'choice' };
  if (first === 'pair') return { field: 'newPair' };
  const range = second === undefined ? undefined : filled(values.away)[Number(second)];
  if (range) return { row: range.row, end: third === 'from' ? 'from' : 'to' };
  return { field: first in values ? (first as FormField | 'away') : 'howOften' };
}
