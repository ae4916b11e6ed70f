import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../../src/domain/cadence/plan';
import { readParcel, writeParcel } from '../../../../src/domain/parcels/envelope';
import { packPlan, plansAlike, receivedPlan } from '../../../../src/domain/parcels/plan';
import { NOW, planOf } from './arbitrary';

const secret = 'Start with her question';
const plan: Plan = {
  id: 'p1',
  mentorship: 'secret-mentorship',
  made: '2026-11-02T10:15:00.000Z',
  inputs: {
    rhythm: { every: 'months', n: 1, by: 'weekday' },
    how: 'remote',
    pair: 'established',
    meetingMinutes: 60,
    checkInMinutes: 25,
    choice: { kind: 'own', n: 4 },
    next: '2027-01-05',
    time: '17:30',
    away: [],
    earlyLook: false,
  },
  shifts: { 2: { by: 1, planned: '2027-02-02' } },
  calendarRemembers: true,
  exported: [
    {
      uid: 'p1-check-in-1',
      kind: 'check-in',
      sequence: 2,
      date: '2027-02-02',
      until: '2027-02-02',
      fingerprint: secret,
    },
  ],
};
const pack = (one = plan) => packPlan('k1', one, NOW);
const known = { id: 'p2', mentorship: 'm2', made: NOW.toISOString() };

describe('a plan for the other person', () => {
  it('carries the inputs, what was moved and its id, and nothing else of this kit', () => {
    const { id, inputs, shifts } = plan;
    expect(pack()).toEqual({
      kit: 'k1',
      kind: 'plan',
      format: 1,
      made: '2026-11-25T08:30:00.000Z',
      data: { id, inputs, shifts },
    });
    expect(writeParcel(pack())).not.toMatch(/secret|Start with|remembers|exported/i);
  });

  it('arrives as it was packed, whatever the plan', () => {
    fc.assert(
      fc.property(planOf('p1', fc.constant('m')), (one) => {
        const parcel = pack(one);
        expect(readParcel(writeParcel(parcel))).toEqual({ state: 'ok', parcel });
      }),
    );
  });

  it('of a newer site, or with inputs that cannot be, is not taken in', () => {
    const parcel = pack();
    const reading = (changed: object) => readParcel(JSON.stringify({ ...parcel, ...changed }));
    const withInputs = (inputs: object) => ({
      data: { ...parcel.data, inputs: { ...plan.inputs, ...inputs } },
    });
    expect(reading({ format: 2 })).toEqual({ state: 'refused', reason: 'newer' });
    for (const inputs of [
      { next: '2027-02-30' },
      { checkInMinutes: 61 },
      { rhythm: { every: 'days', n: 0 } },
    ]) {
      expect(reading(withInputs(inputs))).toEqual({ state: 'refused', reason: 'wrong-data' });
    }
    expect(reading({ data: { ...parcel.data, shifts: { 2: { by: 0, planned: '2027-02-02' } } } })).toEqual({
      state: 'refused',
      reason: 'wrong-data',
    });
  });

  it('does not bring in what another program put beside its parts', () => {
    const reading = readParcel(
      JSON.stringify({ ...pack(), data: { ...pack().data, exported: [], mentorship: 'x' } }),
    );
    expect(reading).toEqual({ state: 'ok', parcel: pack() });
  });
});

describe('a plan that came', () => {
  it('is a plan of its own where there was none; whether the calendar remembers is for both to say', () => {
    expect(receivedPlan(pack(), undefined, known)).toEqual({
      ...known,
      inputs: plan.inputs,
      shifts: plan.shifts,
      calendarRemembers: false,
    });
  });

  it('in the place of another leaves its id and what calendars have of it, so that events move and none is doubled', () => {
    const mine = {
      ...plan,
      id: 'p9',
      mentorship: 'm1',
      inputs: { ...plan.inputs, checkInMinutes: 30 },
      shifts: {},
    };
    expect(receivedPlan(pack(), mine, known)).toEqual({ ...mine, inputs: plan.inputs, shifts: plan.shifts });
  });

  it('is like another when it sets the same check-ins, whatever their ids', () => {
    expect(plansAlike(plan, { ...plan, id: 'p9' })).toBe(true);
    expect(plansAlike(plan, { ...plan, shifts: {} })).toBe(false);
    expect(plansAlike(plan, { ...plan, inputs: { ...plan.inputs, checkInMinutes: 30 } })).toBe(false);
  });
});
