import { counted } from '../words/count';
import { fill } from '../words/fill';
import type { Interface } from '../words/interface';
import { howOftenOf } from './form';
import type { PlanInputs } from './inputs';
import type { Cadence } from './plan';
import { daysBetween, MONTH_DAYS, type Rhythm } from './rhythm';
import { LIGHT, NOTICEABLE, shareOf } from './share';

export type CadenceWords = Interface['cadence'];

/** Ours: a stretch of time is told in the largest of these that it is not short of, in days. */
const WEEKS_FROM = 10;
const MONTHS_FROM = 45;
const YEARS_FROM = 24 * MONTH_DAYS;

/**
 * A stretch of time in words: "four weeks", "two and a half months". Months and years are rounded to halves, days and
 * weeks to whole ones; of several years nobody wants the half.
 */
export function spanText(days: number, words: CadenceWords): string {
  const { unit, amount } = measured(days);
  return amount === 1
    ? words.spans[unit].one
    : fill(words.spans[unit].other, { n: amountText(amount, words) });
}

/** "Two to three months", "six weeks to two months". */
export function rangeText(from: number, to: number, words: CadenceWords): string {
  const [less, more] = [measured(from), measured(to)];
  if (less.unit === more.unit && less.amount === more.amount) return spanText(to, words);
  const first = less.unit === more.unit ? amountText(less.amount, words) : spanText(from, words);
  return fill(words.range, { from: first, to: spanText(to, words) });
}

/** Days as a number of the unit that suits them: whole and from 1 up, or with a half above 1. */
function measured(days: number): { unit: keyof CadenceWords['spans']; amount: number } {
  if (days < WEEKS_FROM) return { unit: 'days', amount: Math.max(1, Math.round(days)) };
  if (days < MONTHS_FROM) return { unit: 'weeks', amount: Math.round(days / 7) };
  if (days < YEARS_FROM) return { unit: 'months', amount: halves(days / MONTH_DAYS) };
  const years = days / (12 * MONTH_DAYS);
  return { unit: 'years', amount: years < 10 ? halves(years) : Math.round(years) };
}

const halves = (amount: number): number => Math.round(amount * 2) / 2;

function amountText(amount: number, { numbers, half }: CadenceWords): string {
  const whole = Math.floor(amount);
  const n = numbers[whole - 1] ?? String(whole);
  return amount > whole ? fill(half, { n }) : n;
}

/** Kept by language: making one costs more than all that is done with it. */
const ordinals = new Map<string, Intl.PluralRules>();

/** "1st", "2nd", "11th", as the language counts. */
export function nth(n: number, words: CadenceWords, language: string): string {
  const rules = ordinals.get(language) ?? new Intl.PluralRules(language, { type: 'ordinal' });
  ordinals.set(language, rules);
  const named: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = words.ordinals;
  return fill(named[rules.select(n)] ?? words.ordinals.other, { n });
}

/**
 * A share of time in whole per cent, "5 %". One that rounds to a limit which it exceeds has as many decimals as show
 * it, so that what is called noticeable does not read as light.
 */
export function percentText(share: number, words: CadenceWords): string {
  const percent = share * 100;
  if (percent < 1) return words.lessThanOne;
  const exceeds = (limit: number) => percent > limit;
  for (let digits = 0; digits <= 2; digits += 1) {
    const rounded = Number(percent.toFixed(digits));
    if ([LIGHT, NOTICEABLE].every((limit) => exceeds(limit) === rounded > limit))
      return fill(words.percent, { n: rounded });
  }
  return fill(words.percent, { n: Math.ceil(percent * 100) / 100 });
}

/** "You meet every week." */
export function meetText(rhythm: Rhythm, words: CadenceWords): string {
  const named = howOftenOf(rhythm);
  if (named !== 'other') return words.meet[named];
  // What has two weekdays has a name.
  return rhythm.every === 'twice-a-week'
    ? words.meet[rhythm.every]
    : counted(rhythm.n, words.meetOther[rhythm.every]);
}

/** The answer in three sentences; together they are read out, apart they are set in their own sizes. */
export interface Answer {
  readonly meet: string;
  readonly every: string;
  /** How long that is; nothing when the check-in is at every meeting. */
  readonly about: string;
  readonly share: string;
}

/** "You meet every week. | Check in at every 11th meeting, | about every two and a half months. | That is 5 % …" */
export function answerText(
  inputs: PlanInputs,
  { n, burden }: Cadence,
  words: CadenceWords,
  language: string,
): Answer {
  return {
    meet: meetText(inputs.rhythm, words),
    every: n === 1 ? words.everyMeeting : fill(words.everyNth, { nth: nth(n, words, language) }),
    about: n === 1 ? '' : fill(words.aboutEvery, { span: spanText(n * daysBetween(inputs.rhythm), words) }),
    share: fill(words.share, { percent: percentText(burden.share, words) }),
  };
}

/** What a choice of every n-th meeting would mean: "Every 9th meeting, about every two months. 6 % of your time." */
export function costText(inputs: PlanInputs, n: number, words: CadenceWords, language: string): string {
  const span = spanText(n * daysBetween(inputs.rhythm), words);
  const percent = percentText(shareOf({ ...inputs, n }).share, words);
  return n === 1
    ? fill(words.costEvery, { percent })
    : fill(words.cost, { nth: nth(n, words, language), span, percent });
}

/** What needs to be said of the time at once: a shorter check-in to propose, or that it is heavy; else nothing. */
export function burdenText({ burden }: Cadence, words: CadenceWords): string | undefined {
  const said = [];
  if (burden.shorter) {
    const { minutes, share } = burden.shorter;
    said.push(fill(words.shorter, { n: minutes, percent: percentText(share, words) }));
  }
  if (burden.calledHeavy) said.push(words.heavy);
  return said.length > 0 ? said.join(' ') : undefined;
}

/** Of an own choice: where it lies beside the window, what share it takes, and the one thing to mind. */
export function ownText(inputs: PlanInputs, cadence: Cadence, words: CadenceWords): string | undefined {
  if (inputs.choice.kind !== 'own') return undefined;
  const { closer, lighter } = cadence.recommendation.meetings;
  const where =
    closer === lighter
      ? fill(words.windowOne, { n: closer })
      : fill(words.window, { from: closer, to: lighter });
  return [where, words.own[cadence.place]].join(' ');
}

/** Why this answer, sentence by sentence. */
export function reasonsFor(
  inputs: PlanInputs,
  cadence: Cadence,
  words: CadenceWords,
  language: string,
): string[] {
  const { days, meetings } = cadence.recommendation;
  const { reasons } = words;
  const isWeekly = daysBetween(inputs.rhythm) === 7;
  const window = {
    span: rangeText(days.from, days.to, words),
    closer: nth(meetings.closer, words, language),
    lighter: nth(meetings.lighter, words, language),
  };
  const percent = percentText(cadence.burden.share, words);
  return [
    fill(isWeekly ? reasons.weekly : reasons.other, window),
    reasons.how,
    firstText(inputs, cadence.n, words),
    fill(reasons[cadence.burden.verdict], { percent }),
    ...(cadence.exceedsYear ? [words.exceedsYear] : []),
  ];
}

function firstText({ lastCheckIn, pair }: PlanInputs, n: number, { reasons }: CadenceWords): string {
  if (lastCheckIn !== undefined) return reasons.fromLast;
  if (n === 1) return reasons.firstNow;
  return pair === 'new' ? counted(n, reasons.firstNew) : reasons.firstSoon;
}
