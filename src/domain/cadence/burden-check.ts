import { SIDES, type Side } from '../records/mentorship';
import { WORTH_IT } from '../records/overview';
import type { Sheet } from '../records/sheet';
import { dayNumber, isoDate, type IsoDate } from './dates';
import type { PlanInputs } from './inputs';
import { CHECK_IN } from './next-check-in';
import { cadenceOf, meetingsBetween } from './plan';
import { exceedsYear, PREFERENCES, recommend } from './recommendation';
import { daysBetween } from './rhythm';
import type { Shifts } from './shifts';

/** The article's warning as three signs: the check-in has become the main event, a burden, or in the way of trust. */
export const SIGNS = ['mainEvent', 'dreaded', 'lessSaid'] as const;
export type Sign = (typeof SIGNS)[number];

/** What would make a plan lighter; `inputs` are those of the plan with that one change. */
export type Suggestion =
  | { readonly kind: 'keep' }
  /** There are signs, but the plan cannot get any lighter. */
  | { readonly kind: 'lightest' }
  | { readonly kind: 'lighter'; readonly n: number; readonly inputs: PlanInputs }
  | { readonly kind: 'shorter'; readonly minutes: number; readonly inputs: PlanInputs }
  | { readonly kind: 'pause'; readonly until: IsoDate; readonly inputs: PlanInputs };

/** Ours: the lengths that a check-in shrinks to, in minutes. */
const LENGTHS = [45, 30, 20, 15, 10];

/** Ours: an own choice grows by half. */
const RARER = 1.5;

/** The most ranges without meetings that a plan takes. */
const MOST_AWAY = 100;

interface Burdened {
  readonly inputs: PlanInputs;
  readonly shifts: Shifts;
  readonly signs: ReadonlySet<Sign>;
  /** Whether one of the two said that the last one was not worth the time. */
  readonly saidNo: boolean;
  readonly today: IsoDate;
}

/**
 * One suggestion, ours: a check-in that has become the main event gets shorter, one that is dreaded rarer; when less is
 * said than before, or with more than one sign, the next is left out. Where a plan cannot change that way, it changes in
 * the next best. Without a sign a "no" still makes it shorter.
 */
export function suggestionFor({ inputs, shifts, signs, saidNo, today }: Burdened): Suggestion {
  const ways = {
    shorter: () => shorter(inputs),
    lighter: () => lighter(inputs),
    pause: () => pause(inputs, shifts, today),
  };
  const order = orderOf(signs, saidNo);
  for (const way of order) {
    const found = ways[way]();
    if (found) return found;
  }
  return { kind: order.length > 0 ? 'lightest' : 'keep' };
}

function orderOf(signs: ReadonlySet<Sign>, saidNo: boolean): readonly ('shorter' | 'lighter' | 'pause')[] {
  if (signs.size > 1 || signs.has('lessSaid')) return ['pause', 'lighter', 'shorter'];
  if (signs.has('dreaded')) return ['lighter', 'shorter', 'pause'];
  return signs.has('mainEvent') || saidNo ? ['shorter', 'lighter', 'pause'] : [];
}

function shorter(inputs: PlanInputs): Suggestion | undefined {
  const minutes = LENGTHS.find((length) => length < inputs.checkInMinutes);
  if (minutes === undefined) return undefined;
  return { kind: 'shorter', minutes, inputs: { ...inputs, checkInMinutes: minutes } };
}

/** The next preference that is rarer, else an own number, as long as it stays within a year. */
function lighter(inputs: PlanInputs): Suggestion | undefined {
  const d = daysBetween(inputs.rhythm);
  const now = meetingsBetween(inputs);
  const { meetings } = recommend(d);
  const preference = PREFERENCES.find((one) => meetings[one] > now);
  const n = preference ? meetings[preference] : Math.ceil(now * RARER);
  if (n <= now || exceedsYear(n, d)) return undefined;
  const choice = preference ? ({ kind: preference } as const) : ({ kind: 'own', n } as const);
  return { kind: 'lighter', n, inputs: { ...inputs, choice } };
}

/** Leaves out the next check-in: until the one after it there is no meeting for one. */
function pause(inputs: PlanInputs, shifts: Shifts, today: IsoDate): Suggestion | undefined {
  const ahead = cadenceOf(inputs, shifts).schedule.checkIns.filter(({ date }) => date >= today);
  const [skipped, until] = ahead;
  if (!skipped || !until || inputs.away.length >= MOST_AWAY) return undefined;
  const range = { from: skipped.date, to: isoDate(dayNumber(until.date) - 1) };
  const paused = { ...inputs, away: [...inputs.away, range] };
  const next = cadenceOf(paused, shifts).schedule.checkIns.find(({ date }) => date >= today);
  return next && next.date > skipped.date ? { kind: 'pause', until: next.date, inputs: paused } : undefined;
}

/** What each side said of one check-in; without a side where the sheet has none. */
export interface Worth {
  /** When the check-in was done, as an ISO time. */
  readonly done: string;
  readonly said: readonly { readonly side?: Side; readonly answer: string }[];
}

/** "Was this worth our time?", as answered so far in a mentorship, the newest first. Nothing private is among it. */
export const worthIn = (sheets: readonly Sheet[], mentorship: string): Worth[] =>
  sheets
    .flatMap((sheet): Worth[] => {
      if (sheet.worksheet !== CHECK_IN || sheet.mentorship !== mentorship || sheet.done === undefined)
        return [];
      const said = Object.entries(sheet.answers).flatMap(([field, { value, private: hidden }]) => {
        if (hidden || typeof value !== 'string') return [];
        if (field !== WORTH_IT && !field.startsWith(`${WORTH_IT}--`)) return [];
        const side = SIDES.find((one) => field === `${WORTH_IT}--${one}`);
        return [{ ...(side && { side }), answer: value }];
      });
      return said.length > 0 ? [{ done: sheet.done, said }] : [];
    })
    .sort((a, b) => b.done.localeCompare(a.done));
