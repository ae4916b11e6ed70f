import { meetingsBetween, type Plan } from '../../domain/cadence/plan';
import type { SharedPlan } from '../../domain/parcels/plan';
import { counted } from '../../domain/words/count';
import { fill } from '../../domain/words/fill';
import type { PlanWords } from '../../domain/words/interface';
import { dateText } from '../worksheets/dates';

type Inputs = SharedPlan['inputs'];

/** One thing that a plan says, with its name. */
export interface PlanRow {
  readonly what: string;
  readonly said: string;
}

/** What matters most of a plan: how often they meet, when next, every how many meetings they check in, how long. */
export const mainRows = ({ inputs }: Pick<SharedPlan, 'inputs'>, words: PlanWords): PlanRow[] => [
  { what: words.rhythm, said: rhythmText(inputs.rhythm, words) },
  { what: words.nextMeeting, said: [dateText(inputs.next), inputs.time ?? ''].filter(Boolean).join(', ') },
  { what: words.checkIns, said: counted(meetingsBetween(inputs), words.everyNth) },
  { what: words.checkInMinutes, said: counted(inputs.checkInMinutes, words.minutes) },
];

/** All that a plan says, in one order, so that two can be set beside each other row by row. */
export function allRows(plan: Plan, words: PlanWords): PlanRow[] {
  const { inputs, shifts } = plan;
  const day = (date: string | undefined) => (date === undefined ? words.nothing : dateText(date));
  const yes = (is: boolean) => (is ? words.yes : words.no);
  const away = inputs.away.map(({ from, to }) =>
    fill(words.range, { from: dateText(from), to: dateText(to) }),
  );
  const moved = Object.values(shifts).map(({ planned }) => dateText(planned));
  return [
    ...mainRows(plan, words),
    { what: words.meetingMinutes, said: counted(inputs.meetingMinutes, words.minutes) },
    { what: words.how, said: inputs.how ? words.hows[inputs.how] : words.nothing },
    { what: words.pair, said: words.pairs[inputs.pair] },
    { what: words.lastCheckIn, said: day(inputs.lastCheckIn) },
    { what: words.ends, said: day(inputs.ends) },
    { what: words.away, said: away.join('\n') || words.nothing },
    { what: words.earlyLook, said: yes(inputs.earlyLook) },
    { what: words.moved, said: moved.join('\n') || words.nothing },
    { what: words.remembers, said: yes(plan.calendarRemembers) },
    { what: words.made, said: dateText(plan.made) },
  ];
}

function rhythmText(rhythm: Inputs['rhythm'], words: PlanWords): string {
  switch (rhythm.every) {
    case 'twice-a-week': {
      const [one, other] = [...rhythm.weekdays].sort((a, b) => a - b).map(weekdayText);
      return fill(words.twiceAWeek, { one: one ?? '', other: other ?? '' });
    }
    case 'months':
      return fill(words.monthlyBy[rhythm.by], { every: counted(rhythm.n, words.every.months) });
    default:
      return counted(rhythm.n, words.every[rhythm.every]);
  }
}

/** A weekday's name. The first of January 2024 was a Monday. */
const weekdayText = (weekday: number): string =>
  new Intl.DateTimeFormat(undefined, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));
