import { nextDay } from '../records/overview';
import type { Sheet } from '../records/sheet';
import { dayNumber, isoDate, sundayOf, type IsoDate } from './dates';
import { cadenceOf, type Plan } from './plan';
import { daysBetween } from './rhythm';
import type { CheckIn } from './schedule';

/** The worksheet that is the check-in itself. */
export const CHECK_IN = 'how-are-we-doing';

/** When two people check in next. */
export type NextCheckIn =
  | {
      readonly state: 'upcoming' | 'today';
      readonly date: IsoDate;
      /** "About n in three months" knows the week only: its Monday. Then `today` is any day of that week. */
      readonly weekOf?: IsoDate;
      /** Days from today. */
      readonly days: number;
    }
  /** The date passed, and none was held for it. `following`: the one after it, where the plan has one. */
  | { readonly state: 'overdue'; readonly date: IsoDate; readonly following?: IsoDate }
  /** All that the plan has is past. */
  | { readonly state: 'none' };

type Planned = Pick<Plan, 'inputs' | 'shifts' | 'made' | 'skipped'>;

/**
 * Ours: what two people agreed at their last check-in comes before what the plan counts. Else a check-in is held when one was held after it, or before it by less than half a gap. A date that lay before the
 * plan was made, or up to which the person skipped, is never overdue.
 *
 * @param held days on which a check-in was held, in any order
 * @param agreed what the last of them ended with, if with a day
 * @param today the day it is where the person is
 */
export function nextCheckIn(
  plan: Planned,
  held: readonly IsoDate[],
  today: IsoDate,
  agreed?: IsoDate,
): NextCheckIn {
  const { inputs, shifts, made, skipped = '' } = plan;
  const { n, schedule } = cadenceOf(inputs, shifts);
  const halfAGap = (n * daysBetween(inputs.rhythm)) / 2;
  const last = [...held, ...(inputs.lastCheckIn === undefined ? [] : [inputs.lastCheckIn])].sort().at(-1);
  const isHeld = ({ date }: CheckIn) => last !== undefined && dayNumber(last) > dayNumber(date) - halfAGap;
  const isPast = (one: CheckIn) => lastDayOf(one) < today;
  const all = [...schedule.checkIns, ...schedule.beyond];
  const ahead = all.find((one) => !isPast(one) && !isHeld(one) && one.date > skipped);
  // A plan that was made anew after that check-in knows better.
  const { lastCheckIn } = inputs;
  const isPlannedSince = lastCheckIn !== undefined && held.every((day) => day <= lastCheckIn);
  if (agreed !== undefined && agreed > skipped && !isPlannedSince) {
    const days = dayNumber(agreed) - dayNumber(today);
    if (days > 0) return { state: 'upcoming', date: agreed, days };
    if (days === 0) return { state: 'today', date: agreed, days: 0 };
    return { state: 'overdue', date: agreed, ...(ahead && { following: ahead.date }) };
  }
  const passed = all.findLast(isPast);
  if (passed && !isHeld(passed) && passed.date > skipped && passed.date >= made.slice(0, 10)) {
    return { state: 'overdue', date: passed.date, ...(ahead && { following: ahead.date }) };
  }
  if (!ahead) return { state: 'none' };
  const { date, weekOf } = ahead;
  const days = dayNumber(weekOf ?? date) - dayNumber(today);
  const when = { date, ...(weekOf !== undefined && { weekOf }) };
  return days > 0 ? { state: 'upcoming', ...when, days } : { state: 'today', ...when, days: 0 };
}

/** The day of a check-in, or the Sunday of its week. */
const lastDayOf = ({ date, weekOf }: CheckIn): IsoDate =>
  weekOf === undefined ? date : isoDate(sundayOf(dayNumber(date)));

/** Of several pairs the one whose turn is nearest: what is overdue first, then by date; those without a date last. */
export function nearestFirst<One extends { readonly next: NextCheckIn }>(all: readonly One[]): One[] {
  const order = ({ next }: One) =>
    next.state === 'none' ? '9' : next.state === 'overdue' ? `0${next.date}` : `1${next.date}`;
  return [...all].sort((a, b) => order(a).localeCompare(order(b)));
}

/**
 * The times at which check-ins of a mentorship were held, as ISO times: a sheet of the check-in that is done says so,
 * whoever of the two wrote it.
 */
export const heldIn = (sheets: readonly Sheet[], mentorship: string): string[] =>
  sheets.flatMap(({ worksheet, mentorship: its, done }) =>
    worksheet === CHECK_IN && its === mentorship && done !== undefined ? [done] : [],
  );

/** The day that the last of them ended with, if it ended with one: the first that lies after it. Nothing private. */
export function agreedAtLast(sheets: readonly Sheet[], mentorship: string): IsoDate | undefined {
  const last = sheets
    .filter(({ worksheet, mentorship: its }) => worksheet === CHECK_IN && its === mentorship)
    .reduce<Sheet | undefined>(
      (latest, one) => ((one.done ?? '') > (latest?.done ?? '') ? one : latest),
      undefined,
    );
  if (last?.done === undefined) return undefined;
  const day = last.done.slice(0, 10);
  const next = nextDay(last, day);
  return next === day ? undefined : next;
}
