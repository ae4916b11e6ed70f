import { dayNumber, isoDate, type IsoDate } from '../../domain/cadence/dates';
import type { PlanInputs } from '../../domain/cadence/inputs';
import { cadenceOf, type Cadence } from '../../domain/cadence/plan';
import type { CadenceWords } from '../../domain/cadence/say';
import type { CheckIn } from '../../domain/cadence/schedule';
import type { Shifts } from '../../domain/cadence/shifts';
import { fill } from '../../domain/words/fill';
import { dayText } from './days';

/** What the page was made with. */
export interface Page {
  readonly root: HTMLElement;
  readonly words: CadenceWords;
  readonly language: string;
}

/** A plan as the page shows it. */
export interface View {
  readonly inputs: PlanInputs;
  readonly shifts: Shifts;
  readonly cadence: Cadence;
  /** Check-ins that are not over. */
  readonly ahead: readonly CheckIn[];
  readonly today: IsoDate;
}

export function viewOf(inputs: PlanInputs, shifts: Shifts, today: IsoDate): View {
  const cadence = cadenceOf(inputs, shifts);
  const { checkIns } = cadence.schedule;
  return { inputs, shifts, cadence, today, ahead: checkIns.filter((one) => lastDayOf(one) >= today) };
}

/** Of a week, its Sunday. */
const lastDayOf = ({ date, weekOf }: CheckIn): IsoDate =>
  weekOf === undefined ? date : isoDate(dayNumber(weekOf) + 6);

/** The day of a check-in, or "the week of …". */
export const whenText = ({ date, weekOf }: CheckIn, words: CadenceWords): string =>
  weekOf === undefined ? dayText(date, 'full') : fill(words.weekOf, { date: dayText(weekOf, 'long') });
