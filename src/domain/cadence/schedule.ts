import {
  dayNumber,
  isoDate,
  LAST_DAY,
  mondayOf,
  yearsAfter,
  type DateRange,
  type DayNumber,
  type IsoDate,
} from './dates';
import { meetingsOf, stepped, type Meetings } from './meetings';
import type { Rhythm } from './rhythm';
import { withShifts, type Held, type Placed, type Shifts } from './shifts';

/** Ours: a new pair that checks in at every ninth meeting or more rarely may add a look at its fourth. */
const EARLY_LOOK_FROM = 9;
const EARLY_LOOK_MEETING = 4;

/** Ours: an established pair need not wait long for its first check-in. */
const FIRST_OF_ESTABLISHED = 2;

/** Ours: how far the list runs, from the next meeting on. */
const YEARS_LISTED = 1;
const CHECK_INS_LISTED = 2;
const YEARS_AT_MOST = 5;

/** What the dates follow from. All numbers are whole and from 1 up; `readInputs` sees to that. */
export interface ScheduleBasis {
  readonly rhythm: Rhythm;
  /** Every how many meetings there is a check-in. */
  readonly n: number;
  /** The next meeting, which is number 1. */
  readonly next: IsoDate;
  readonly pair: 'new' | 'established';
  /** The last check-in, where there was one; the pair then counts as established. */
  readonly lastCheckIn?: IsoDate;
  /** Ranges without meetings, both ends included, in any order. */
  readonly away: readonly DateRange[];
  /** The last day of the mentorship, where it has one. */
  readonly ends?: IsoDate;
  /** Whether a new pair would like an early look. */
  readonly earlyLook: boolean;
  /** Check-ins that the person has moved. */
  readonly shifts: Shifts;
}

export interface CheckIn {
  /** "early", "closing", or the number of the meeting it was planned at; shifts go by it. */
  readonly key: string;
  readonly kind: 'check-in' | 'early-look' | 'closing-review';
  /** Number of the meeting it takes place at; the next meeting is 1. */
  readonly meeting: number;
  readonly date: IsoDate;
  /** "About n in three months" knows the week only: its Monday, to be shown as "week of …". */
  readonly weekOf?: IsoDate;
  /** Where the count had it, before an away range or the person moved it. */
  readonly planned: IsoDate;
  readonly movedBy?: 'away' | 'person';
}

export interface Schedule {
  /** In the order of their dates, no two on one meeting. */
  readonly checkIns: readonly CheckIn[];
  /** What would follow, but lies more than five years after the next meeting: to be stated, not listed. */
  readonly beyond: readonly CheckIn[];
  /** Whether there is a closing review; "none" when no meeting is left for it before the end. */
  readonly closing: 'open-ended' | 'planned' | 'none';
  /** The shifts that hold. The others no longer make sense and may be forgotten. */
  readonly shifts: Shifts;
}

/**
 * The dates of all check-ins, by the cadence rule; all of it is ours. Total for any basis of sound numbers and dates:
 * where away ranges leave no meeting there are no check-ins. Five years of daily check-ins take some milliseconds.
 */
export function scheduleOf(basis: ScheduleBasis): Schedule {
  const { n, rhythm, ends } = basis;
  const meetings = meetingsOf(rhythm, basis.next, basis.away);
  const first = meetings.dayOf(1);
  const farthest = Math.min(yearsAfter(first, YEARS_AT_MOST), LAST_DAY);
  const closing = ends === undefined ? undefined : meetings.openBefore(meetings.lastBy(dayNumber(ends)));

  let placed: Placed[] = [];
  /** How many of them are shown; one more is known, so that nothing is moved onto it. */
  let shown = 0;
  if (ends === undefined) {
    const yearOn = yearsAfter(first, YEARS_LISTED);
    for (const one of checkInsOf(meetings, firstCheckIn(basis, meetings), n)) {
      placed.push(one);
      if (placed.length > CHECK_INS_LISTED && meetings.dayOf(one.meeting) > yearOn) break;
      shown += 1;
    }
  } else if (closing !== undefined) {
    for (const one of checkInsOf(meetings, firstCheckIn(basis, meetings), n)) {
      if (one.meeting >= closing || isTooClose(one.meeting, closing, n)) break;
      placed.push(one);
      if (meetings.dayOf(one.meeting) > farthest) break;
    }
    placed.push({ key: 'closing', kind: 'closing-review', planned: closing, meeting: closing });
    shown = placed.length;
  }

  const early = earlyLookOf(basis, meetings, placed);
  if (early) {
    placed = [...placed, early].sort((a, b) => a.meeting - b.meeting);
    shown += 1;
  }

  const end = Math.min(closing ?? Infinity, meetings.lastBy(farthest));
  const { held, shifts } = withShifts(placed, basis.shifts, meetings, { end, n, rhythm });
  const all = held.slice(0, shown).map((one) => ({ one, day: meetings.dayOf(one.meeting) }));
  const stated = (from: (day: DayNumber) => boolean) =>
    all.filter(({ day }) => from(day)).map(({ one }) => checkIn(one, meetings, rhythm));
  return {
    checkIns: stated((day) => day <= farthest),
    beyond: stated((day) => day > farthest),
    closing: ends === undefined ? 'open-ended' : closing === undefined ? 'none' : 'planned',
    shifts,
  };
}

/** The meeting at which the count begins. */
function firstCheckIn({ rhythm, n, pair, lastCheckIn }: ScheduleBasis, meetings: Meetings): number {
  if (lastCheckIn !== undefined) return meetings.nearest(stepped(rhythm, dayNumber(lastCheckIn), n));
  return pair === 'new' ? n : Math.min(n, FIRST_OF_ESTABLISHED);
}

/** Every n-th meeting, moved out of away ranges; one that was moved replaces those it came too close to. */
function* checkInsOf(meetings: Meetings, first: number, n: number): Generator<Placed> {
  let last: Placed | undefined;
  let planned = first;
  for (;;) {
    const meeting = meetings.openFrom(planned);
    if (meeting === undefined) return;
    // Only one that was moved can be too close to the following: the others are n apart.
    if (!last || !isTooClose(last.meeting, meeting, n)) {
      last = { key: String(planned), kind: 'check-in', planned, meeting };
      yield last;
    }
    // All that were planned before the meeting it moved to lie in the same range, and are replaced.
    planned += n * Math.max(1, Math.ceil((meeting - planned) / n));
  }
}

/** Ours: at most half the usual number of meetings apart. */
const isTooClose = (meeting: number, following: number, n: number): boolean => following - meeting <= n / 2;

function earlyLookOf(
  basis: ScheduleBasis,
  meetings: Meetings,
  placed: readonly Placed[],
): Placed | undefined {
  const { earlyLook, pair, lastCheckIn, n } = basis;
  if (!earlyLook || pair !== 'new' || lastCheckIn !== undefined || n < EARLY_LOOK_FROM) return undefined;
  const meeting = meetings.openFrom(EARLY_LOOK_MEETING);
  const following = placed.find((one) => meeting !== undefined && one.meeting >= meeting);
  if (meeting === undefined || !following || isTooClose(meeting, following.meeting, n)) return undefined;
  return { key: 'early', kind: 'early-look', planned: EARLY_LOOK_MEETING, meeting };
}

function checkIn({ key, kind, planned, meeting, by }: Held, meetings: Meetings, rhythm: Rhythm): CheckIn {
  const day = meetings.dayOf(meeting);
  const date = isoDate(day);
  const movedBy = by !== 0 ? 'person' : meeting !== planned ? 'away' : undefined;
  return {
    key,
    kind,
    meeting,
    date,
    ...(rhythm.every === 'about' && { weekOf: isoDate(mondayOf(day)) }),
    planned: meeting === planned ? date : isoDate(meetings.dayOf(planned)),
    ...(movedBy && { movedBy }),
  };
}

/**
 * The shifts after one check-in of the list is moved to the meeting before or after, those in away ranges passed over;
 * undefined when it cannot go there: past the end, before the next meeting, onto or over a neighbour. Moving it back
 * takes its shift away.
 */
export function shiftedBy(
  basis: ScheduleBasis,
  key: string,
  to: 'meeting-before' | 'meeting-after',
): Shifts | undefined {
  const { checkIns, shifts } = scheduleOf(basis);
  const one = checkIns.find((checkIn) => checkIn.key === key);
  if (!one) return undefined;
  const by = (shifts[key]?.by ?? 0) + (to === 'meeting-after' ? 1 : -1);
  const rest = withoutShift(shifts, key);
  const wished = by === 0 ? rest : { ...rest, [key]: { by, planned: one.planned } };
  const holds = scheduleOf({ ...basis, shifts: wished }).shifts;
  return Object.keys(wished).every((name) => Object.hasOwn(holds, name)) ? wished : undefined;
}

/** The shifts without that of one check-in, which stands where the rule has it again. */
export function withoutShift(shifts: Shifts, key: string): Shifts {
  const { [key]: _, ...rest } = shifts;
  return rest;
}
