import * as v from 'valibot';
import { day, id } from '../records/envelope';
import { escaped, linesToFile } from './calendar-text';
import { dayNumber, isoDate, type IsoDate } from './dates';
import type { CheckIn } from './schedule';

/** Every word of the file; all of it is content. */
export interface CalendarWords {
  readonly summary: Readonly<Record<CheckIn['kind'], string>>;
  readonly description: Readonly<Record<CheckIn['kind'], string>>;
  /** What the alarm a week before says, and the one a day before. */
  readonly weekBefore: string;
  readonly dayBefore: string;
  /** Title of a date that is off. */
  readonly cancelled: string;
}

/** An event as it was last exported, kept with the plan so that the next file updates it instead of doubling it. */
const exported = v.object({
  uid: id,
  kind: v.picklist(['check-in', 'early-look', 'closing-review'] satisfies CheckIn['kind'][]),
  sequence: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** Its first and last day. */
  date: day,
  until: day,
  /** Tells whether anything in the event has changed. */
  fingerprint: v.string(),
  cancelled: v.exactOptional(v.literal(true)),
});
export type Exported = v.InferOutput<typeof exported>;

/** All events of a plan that any file has held. */
export const exportSchema = v.array(exported);

export interface CalendarRequest {
  /** Id of the plan, the beginning of every event's own. */
  readonly plan: string;
  readonly checkIns: readonly CheckIn[];
  /** What is past is neither written nor taken back: before today, or up to the last check-in that was held. */
  readonly today: IsoDate;
  readonly lastCheckIn?: IsoDate;
  readonly now: Date;
  /** The hour, "17:30", wherever they are, and the length in minutes; without, events last the day. */
  readonly at?: { readonly time: string; readonly minutes: number };
  readonly words: CalendarWords;
  /** Address of the worksheet that each is held with, for the description. */
  readonly worksheets: Readonly<Record<CheckIn['kind'], string>>;
  /** What both agreed that the calendar remembers; it goes into the next event only. Nothing private. */
  readonly remembers?: string;
  readonly before?: readonly Exported[];
}

export interface CalendarFile {
  /** The file; undefined when there is nothing to write, as a calendar without events is none. */
  readonly text: string | undefined;
  /** To be kept with the plan, and passed in as `before` the next time. */
  readonly record: readonly Exported[];
}

/** An event without what changes from file to file. */
interface Event {
  readonly uid: string;
  readonly kind: CheckIn['kind'];
  readonly date: IsoDate;
  readonly until: IsoDate;
  readonly lines: readonly string[];
}

/**
 * The calendar file of a plan (RFC 5545): one event a check-in, with an alarm a week and a day before. An event is known
 * by the plan and its place in the count, not by its date, so that a second import moves it; events that are no more
 * are written as cancelled. There is no METHOD: the file tells what is, and invites nobody.
 */
export function calendarFile(request: CalendarRequest): CalendarFile {
  const { before = [], now } = request;
  const isPast = ({ date, until }: Pick<Exported, 'date' | 'until'>) =>
    until < request.today || (request.lastCheckIn !== undefined && date <= request.lastCheckIn);

  const events = eventsOf(request, isPast);
  const known = new Map(before.map((one) => [one.uid, one]));
  const planned = events.map((event): { entry: Exported; lines: readonly string[] } => {
    const { uid, kind, date, until, lines } = event;
    const fingerprint = fingerprintOf(lines);
    const was = known.get(uid);
    const isSame = was !== undefined && was.fingerprint === fingerprint && !was.cancelled;
    const sequence = was === undefined ? 0 : isSame ? was.sequence : was.sequence + 1;
    return { entry: { uid, kind, sequence, date, until, fingerprint }, lines };
  });
  const taken = new Set(events.map(({ uid }) => uid));
  const others = before.filter(({ uid }) => !taken.has(uid));
  const off = others
    .filter((one) => !isPast(one))
    .map((one) => ({
      entry: one.cancelled ? one : { ...one, sequence: one.sequence + 1, cancelled: true as const },
      lines: [...wholeDays(one), 'STATUS:CANCELLED', `SUMMARY:${escaped(request.words.cancelled)}`],
    }));

  const written = [...planned, ...off];
  const record = [...others.filter(isPast), ...written.map(({ entry }) => entry)];
  if (written.length === 0) return { text: undefined, record };
  const text = linesToFile([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//How Are We Doing//Cadence//EN',
    ...written.flatMap(({ entry, lines }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(entry.uid)}`,
      `DTSTAMP:${stamp(now)}`,
      `SEQUENCE:${entry.sequence}`,
      ...lines,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]);
  return { text, record };
}

/** The events that lie ahead, numbered within their kind after those that are past. */
function eventsOf(
  request: CalendarRequest,
  isPast: (event: Pick<Exported, 'date' | 'until'>) => boolean,
): Event[] {
  const { plan, checkIns, words, worksheets, remembers, before = [] } = request;
  const held = before.filter((one) => isPast(one) && !one.cancelled);
  const count = new Map<CheckIn['kind'], number>();
  const ahead = checkIns.map((one) => ({ ...one, ...daysOf(one) })).filter((one) => !isPast(one));
  return ahead.map(({ kind, date, until, weekOf }, index) => {
    const place = (count.get(kind) ?? held.filter((one) => one.kind === kind).length) + 1;
    count.set(kind, place);
    const at = weekOf === undefined ? request.at : undefined;
    const description = [
      words.description[kind],
      worksheets[kind],
      ...(remembers !== undefined && index === 0 ? [remembers] : []),
    ];
    const lines = [
      ...(at ? hours(date, at) : wholeDays({ date, until })),
      'STATUS:CONFIRMED',
      `SUMMARY:${escaped(words.summary[kind])}`,
      `DESCRIPTION:${escaped(description.join('\n\n'))}`,
      // Alarms of whole days count from midnight, when nobody wants one: they ring at nine.
      ...alarm(at ? '-P7D' : '-P6DT15H', words.weekBefore),
      ...alarm(at ? '-P1D' : '-PT15H', words.dayBefore),
    ];
    return { uid: `${plan}-${kind}-${place}`, kind, date, until, lines };
  });
}

const daysOf = ({ date, weekOf }: CheckIn): { date: IsoDate; until: IsoDate } =>
  weekOf === undefined ? { date, until: date } : { date: weekOf, until: isoDate(dayNumber(weekOf) + 6) };

/** An event of whole days leaves the person free; its end is the day after the last. */
const wholeDays = ({ date, until }: { date: IsoDate; until: IsoDate }): string[] => [
  `DTSTART;VALUE=DATE:${compact(date)}`,
  `DTEND;VALUE=DATE:${compact(isoDate(dayNumber(until) + 1))}`,
  'TRANSP:TRANSPARENT',
];

/** Floating time: the hour of the clock on the wall, whatever zone the person is in. */
function hours(date: IsoDate, { time, minutes }: { time: string; minutes: number }): string[] {
  const start = Date.parse(`${date}T${time}Z`);
  const local = (at: number) => stamp(new Date(at)).slice(0, -1);
  return [`DTSTART:${local(start)}`, `DTEND:${local(start + minutes * 60_000)}`];
}

const alarm = (trigger: string, text: string): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `TRIGGER:${trigger}`,
  `DESCRIPTION:${escaped(text)}`,
  'END:VALARM',
];

const compact = (date: string): string => date.replaceAll('-', '');

/** A time in UTC as calendars write it, "20270214T173000Z". */
const stamp = (time: Date): string => time.toISOString().replace(/[-:]|\.\d+/g, '');

/** A short mark of an event's lines (FNV-1a): another one means that something has changed. */
function fingerprintOf(lines: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const character of lines.join('\n')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(16);
}
