import * as v from 'valibot';
import { day, id, time, type RecordType } from '../records/envelope';
import { exportSchema } from './calendar';
import { inputsSchema, type PlanInputs } from './inputs';
import { placeOf, exceedsYear, recommend, type Recommendation } from './recommendation';
import { daysBetween } from './rhythm';
import { scheduleOf, type Schedule, type ScheduleBasis } from './schedule';
import { burdenOf, type Burden } from './share';
import type { Shifts } from './shifts';

/** What a stored plan is made of. */
export const planSchema = v.object({
  id,
  /** Id of the mentorship it is for. */
  mentorship: id,
  /** When it was made, as an ISO time in UTC. */
  made: time,
  inputs: inputsSchema,
  /** Check-ins that the person moved, by their keys. */
  shifts: v.record(
    v.string(),
    v.object({
      by: v.pipe(
        v.number(),
        v.safeInteger(),
        v.check((by) => by !== 0),
      ),
      planned: day,
    }),
  ),
  /** Whether the calendar remembers what was agreed, which both have to want. */
  calendarRemembers: v.boolean(),
  /** The last check-in that they said they skipped: up to its date none is overdue. */
  skipped: v.exactOptional(day),
  /** The events that calendar files of this plan have held. */
  exported: v.exactOptional(exportSchema),
});

/** How one pair checks in: what they typed, what they moved, and what their calendars have. */
export type Plan = v.InferOutput<typeof planSchema>;

/** How a plan is stored. */
export const planRecord: RecordType<Plan> = { kind: 'plan', format: 1, schema: planSchema, migrations: [] };

/** All that a page says about a plan. */
export interface Cadence {
  readonly recommendation: Recommendation;
  /** Every how many meetings there is a check-in. */
  readonly n: number;
  /** Where an own choice lies beside the window. */
  readonly place: ReturnType<typeof placeOf>;
  readonly exceedsYear: boolean;
  readonly burden: Burden;
  readonly schedule: Schedule;
}

/** From what was typed to what is shown: the window, every n-th meeting, the share of time, the dates. */
export function cadenceOf(inputs: PlanInputs, shifts: Shifts = {}): Cadence {
  const d = daysBetween(inputs.rhythm);
  const recommendation = recommend(d);
  const n = meetingsBetween(inputs);
  return {
    recommendation,
    n,
    place: placeOf(n, recommendation),
    exceedsYear: exceedsYear(n, d),
    burden: burdenOf({ ...inputs, n }, inputs.choice.kind === 'own'),
    schedule: scheduleOf(basisOf(inputs, shifts)),
  };
}

/** What the dates of some inputs follow from, for `scheduleOf` and `shiftedBy`. */
export const basisOf = (inputs: PlanInputs, shifts: Shifts = {}): ScheduleBasis => ({
  ...inputs,
  n: meetingsBetween(inputs),
  shifts,
});

/** Every how many meetings there is a check-in. */
export function meetingsBetween({ rhythm, choice }: PlanInputs): number {
  return choice.kind === 'own' ? choice.n : recommend(daysBetween(rhythm)).meetings[choice.kind];
}
