import { dayNumber, dayOfMonth, isoDate, merged, monthOf, monthStart, type IsoDate } from './dates';
import { meetingsOf } from './meetings';
import type { CheckIn, Schedule, ScheduleBasis } from './schedule';

/** Ours: a picture of a year, of up to two when the second check-in is that far, or of whole quarters to a near end. */
const YEAR = 12;
const HALF = 6;
const QUARTER = 3;

/** One month of the coming time, as it is drawn. Days are days of the month. */
export interface MonthShown {
  /** Its first day. */
  readonly month: IsoDate;
  readonly days: number;
  /** Meetings that are held and are no check-in. */
  readonly meetings: readonly number[];
  readonly away: readonly {
    readonly from: number;
    readonly to: number;
    readonly range: { readonly from: IsoDate; readonly to: IsoDate };
  }[];
  readonly checkIns: readonly { readonly day: number; readonly checkIn: CheckIn }[];
}

/**
 * The months to draw, from that of the next meeting on, or of today when that one has been.
 *
 * @param today the day it is where the person is
 */
export function monthsOf(
  basis: ScheduleBasis,
  { checkIns, closing }: Schedule,
  today: IsoDate,
): MonthShown[] {
  const meetings = meetingsOf(basis.rhythm, basis.next, basis.away);
  const start = Math.max(meetings.dayOf(1), dayNumber(today));
  const from = monthOf(start);
  const ahead = checkIns.filter(({ date }) => dayNumber(date) >= start);
  const last = closing === 'open-ended' ? ahead[1] : ahead.at(-1);
  const wanted = last === undefined ? YEAR : monthOf(dayNumber(last.date)) - from + 1;
  const count =
    closing !== 'open-ended' && wanted <= YEAR
      ? Math.max(QUARTER, Math.ceil(wanted / QUARTER) * QUARTER)
      : wanted <= YEAR
        ? YEAR
        : Math.min(2 * YEAR, Math.ceil(wanted / HALF) * HALF);

  const taken = new Map(checkIns.map((checkIn) => [dayNumber(checkIn.date), checkIn]));
  const away = merged(basis.away).map((range) => ({
    range,
    from: dayNumber(range.from),
    to: dayNumber(range.to),
  }));
  const end = basis.ends === undefined ? Infinity : dayNumber(basis.ends);
  let meeting = Math.max(1, meetings.lastBy(monthStart(from) - 1) + 1);
  return Array.from({ length: count }, (_, at) => {
    const first = monthStart(from + at);
    const after = monthStart(from + at + 1);
    const held: number[] = [];
    const marked: MonthShown['checkIns'][number][] = [];
    for (let day = meetings.dayOf(meeting); day < after && day <= end; day = meetings.dayOf(meeting)) {
      const checkIn = taken.get(day);
      if (checkIn) marked.push({ day: dayOfMonth(day), checkIn });
      else if (away.length === 0 || meetings.openFrom(meeting) === meeting) held.push(dayOfMonth(day));
      meeting += 1;
    }
    return {
      month: isoDate(first),
      days: after - first,
      meetings: held,
      away: away
        .filter((one) => one.from < after && one.to >= first)
        .map((one) => ({
          from: dayOfMonth(Math.max(one.from, first)),
          to: dayOfMonth(Math.min(one.to, after - 1)),
          range: one.range,
        })),
      checkIns: marked,
    };
  });
}
