import { siteRoot } from '../../browser/address';
import { openKit } from '../../browser/kit';
import { calendarFile, type CalendarFile, type CalendarWords } from '../../domain/cadence/calendar';
import type { Plan } from '../../domain/cadence/plan';
import type { Mentorship } from '../../domain/records/mentorship';
import { agreedIn } from '../../domain/records/overview';
import type { Action } from '../../domain/records/sheet';
import { fill } from '../../domain/words/fill';
import { dayText } from './days';
import type { Page, View } from './view';

/** The worksheets that both fill in. */
const CHECK_IN = 'worksheets/how-are-we-doing/';
const CLOSING = 'worksheets/ending-well/';

/** The calendar file of a plan as the page shows it. */
export function fileFor(
  plan: Pick<Plan, 'id' | 'exported'>,
  view: View,
  words: CalendarWords,
  remembers?: string,
): CalendarFile {
  const { inputs, cadence, today } = view;
  return calendarFile({
    plan: plan.id,
    checkIns: cadence.schedule.checkIns,
    today,
    now: new Date(),
    words,
    worksheets: {
      'check-in': address(CHECK_IN),
      'early-look': address(CHECK_IN),
      'closing-review': address(CLOSING),
    },
    ...(inputs.lastCheckIn !== undefined && { lastCheckIn: inputs.lastCheckIn }),
    ...(inputs.time !== undefined && { at: { time: inputs.time, minutes: inputs.checkInMinutes } }),
    ...(remembers !== undefined && { remembers }),
    ...(plan.exported && { before: plan.exported }),
  });
}

const address = (page: string) => new URL(page, siteRoot()).href;

/** What both agreed and is still open, a line each; nothing private is among it. Undefined when there is none. */
export function agreedText(
  storage: string,
  mentorship: Mentorship | undefined,
  today: string,
  { calendar }: Page['words'],
): string | undefined {
  if (!mentorship) return undefined;
  const open = agreedIn(mentorship, openKit(storage).sheets(), today).filter(
    ({ outcome }) => outcome === 'open',
  );
  if (open.length === 0) return undefined;
  return [calendar.agreed, ...open.map(({ action }) => actionText(action, calendar))].join('\n');
}

function actionText({ what, who, by }: Action, words: Page['words']['calendar']): string {
  const date = by === undefined ? '' : dayText(by, 'long');
  const hasWho = who.trim() !== '';
  if (date !== '')
    return hasWho ? fill(words.action, { what, who, date }) : fill(words.actionBy, { what, date });
  return hasWho ? fill(words.actionWho, { what, who }) : fill(words.actionOnly, { what });
}
