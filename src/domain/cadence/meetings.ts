import {
  dayInMonth,
  dayNumber,
  dayOfMonth,
  LAST_DAY,
  merged,
  mondayOf,
  monthOf,
  monthStart,
  sundayOf,
  weekdayOf,
  type DateRange,
  type DayNumber,
  type IsoDate,
} from './dates';
import { daysBetween, type MonthlyBy, type Rhythm } from './rhythm';

/** The meetings of a pair. Each is computed when asked for, so that far ones cost no more than near ones. */
export interface Meetings {
  /** The day of a meeting; meeting 1 is the next one. Those in away ranges keep their numbers. */
  readonly dayOf: (meeting: number) => DayNumber;
  /** The last meeting on or before a day; less than 1 when there is none. */
  readonly lastBy: (day: DayNumber) => number;
  /** The meeting nearest to a day, the later of two, not before meeting 1. */
  readonly nearest: (day: DayNumber) => number;
  /** This meeting, or the next outside every away range; undefined when there is none up to the year 9999. */
  readonly openFrom: (meeting: number) => number | undefined;
  /** This meeting, or the last before it outside every away range; undefined when there is none. */
  readonly openBefore: (meeting: number) => number | undefined;
}

/**
 * The meetings of a rhythm from the next one on, by the calendar alone.
 *
 * @param next the date of the next meeting; twice a week, the first of the two weekdays from it on counts
 * @param away ranges without meetings, in any order. "About n in three months" is away only for whole weeks
 */
export function meetingsOf(rhythm: Rhythm, next: IsoDate, away: readonly DateRange[] = []): Meetings {
  const first = dayNumber(next);
  const d = daysBetween(rhythm);
  const ranges = merged(away).map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) }));
  const byWeek = rhythm.every === 'about';

  const dayOf = (meeting: number): DayNumber => stepped(rhythm, first, meeting - 1);

  function lastBy(day: DayNumber): number {
    // No meeting strays more than a month from where the average has it, so a few steps find it.
    let meeting = Math.max(0, Math.floor((day - first) / d) + 1);
    while (meeting > 0 && dayOf(meeting) > day) meeting -= 1;
    while (dayOf(meeting + 1) <= day) meeting += 1;
    return meeting;
  }

  /** The away range that a meeting falls into. */
  function rangeAt(meeting: number) {
    if (ranges.length === 0) return undefined;
    const day = dayOf(meeting);
    const from = byWeek ? mondayOf(day) : day;
    const to = byWeek ? sundayOf(day) : day;
    return ranges.find((range) => range.from <= from && to <= range.to);
  }

  return {
    dayOf,
    lastBy,
    nearest(day) {
      const before = lastBy(day);
      if (before < 1) return 1;
      return dayOf(before + 1) - day <= day - dayOf(before) ? before + 1 : before;
    },
    openFrom(meeting) {
      let open = meeting;
      for (let range = rangeAt(open); range; range = rangeAt(open)) {
        // In a week that ends after the range, meetings are on; the last whole week of it is the one to pass.
        open = lastBy(byWeek ? mondayOf(range.to + 1) - 1 : range.to) + 1;
      }
      return dayOf(open) <= LAST_DAY ? open : undefined;
    },
    openBefore(meeting) {
      let open = meeting;
      while (open >= 1) {
        const range = rangeAt(open);
        if (!range) return open;
        open = lastBy(byWeek ? sundayOf(range.from - 1) : range.from - 1);
      }
      return undefined;
    },
  };
}

/**
 * The day some meetings after another, by the rhythm's own steps: days and weeks add days, months keep the weekday's
 * place or the day. A day that is no meeting may be stepped from as well, as that of an earlier check-in.
 *
 * @param steps a whole number from 0 up
 */
export function stepped(rhythm: Rhythm, from: DayNumber, steps: number): DayNumber {
  switch (rhythm.every) {
    case 'days':
    case 'weeks':
      return from + steps * daysBetween(rhythm);
    case 'about':
      return from + Math.round(steps * daysBetween(rhythm));
    case 'twice-a-week':
      return steppedTwiceAWeek(rhythm.weekdays, from, steps);
    case 'months':
      return steppedMonths(rhythm.by, from, steps * rhythm.n);
  }
}

function steppedTwiceAWeek(weekdays: readonly number[], from: DayNumber, steps: number): DayNumber {
  const [one = 0, other = 0] = weekdays.map((weekday) => (weekday - weekdayOf(from) + 7) % 7);
  const [sooner, later] = one < other ? [one, other] : [other, one];
  return from + Math.floor(steps / 2) * 7 + (steps % 2 === 0 ? sooner : later);
}

function steppedMonths(by: MonthlyBy, from: DayNumber, months: number): DayNumber {
  const month = monthOf(from) + months;
  if (by === 'day') return dayInMonth(month, dayOfMonth(from));
  const start = monthStart(month);
  const first = start + ((weekdayOf(from) - weekdayOf(start) + 7) % 7);
  const place = Math.ceil(dayOfMonth(from) / 7);
  const inPlace = first + (place - 1) * 7;
  // There is a fifth in some months only: whoever begins on one means the last.
  return inPlace < monthStart(month + 1) ? inPlace : inPlace - 7;
}
