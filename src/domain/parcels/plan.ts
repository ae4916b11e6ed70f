import * as v from 'valibot';
import { planSchema, type Plan } from '../cadence/plan';
import { isSame } from '../records/sheet';
import type { Enveloped, ParcelType } from './envelope';

/** The parts of a plan that concern the other person too. */
const plan = v.object({
  id: planSchema.entries.id,
  inputs: planSchema.entries.inputs,
  shifts: planSchema.entries.shifts,
});

/** A plan on its way: how often two people meet and when they check in, and nothing more of them. */
export type SharedPlan = v.InferOutput<typeof plan>;
export type PlanParcel = Enveloped<'plan', SharedPlan>;

export const planParcel: ParcelType<'plan', SharedPlan> = { kind: 'plan', format: 1, schema: plan };

/** Packs a plan for the other person, without its mentorship, what was agreed, and what calendars have of it. */
export const packPlan = (kit: string, { id, inputs, shifts }: SharedPlan, now: Date): PlanParcel => ({
  kit,
  kind: planParcel.kind,
  format: planParcel.format,
  made: now.toISOString(),
  data: { id, inputs, shifts },
});

/** Whether two plans set the same check-ins, whatever their ids are. */
export const plansAlike = (a: SharedPlan, b: SharedPlan): boolean =>
  isSame([a.inputs, a.shifts], [b.inputs, b.shifts]);

/**
 * The record that a plan becomes here. One that replaces a plan keeps that one's id and what calendars have of it, so that
 * the next calendar file moves its events and doubles none; whether the calendar remembers stays as it was chosen here.
 *
 * @param mine the plan of that mentorship, where it has one
 */
export const receivedPlan = (
  { data }: PlanParcel,
  mine: Plan | undefined,
  known: Pick<Plan, 'id' | 'mentorship' | 'made'>,
): Plan =>
  mine
    ? { ...mine, inputs: data.inputs, shifts: data.shifts }
    : { ...known, inputs: data.inputs, shifts: data.shifts, calendarRemembers: false };
