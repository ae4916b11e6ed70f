// A plan on its way to the other person: as a link, as a file, and into a kit after a yes.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openMyKit } from '../../../src/browser/my-kit';
import { openParcels, type Opened, type OpenedPlan } from '../../../src/browser/parcels';
import { openPlans, type PlanSaid } from '../../../src/browser/plans';
import { openStorage } from '../../../src/browser/storage';
import type { Plan } from '../../../src/domain/cadence/plan';
import { counting, FakeClock, FakeStorage } from './fakes';

const NAME = 'how-are-we-doing';
let mine: FakeStorage;
let theirs: FakeStorage;
let clock: FakeClock;
let newId: () => string;

beforeEach(() => {
  mine = new FakeStorage();
  theirs = new FakeStorage();
  clock = new FakeClock();
  newId = counting();
});
afterEach(() => vi.unstubAllGlobals());

const surroundings = (storage: FakeStorage) => ({
  opened: openStorage(() => storage),
  now: clock.now,
  newId,
});
const plansIn = (storage: FakeStorage) => openPlans(NAME, surroundings(storage));
const parcelsIn = (storage: FakeStorage) => openParcels(NAME, surroundings(storage));
const said = (checkInMinutes = 30, more: Partial<PlanSaid['inputs']> = {}): PlanSaid => ({
  inputs: {
    rhythm: { every: 'weeks', n: 1 },
    pair: 'new',
    meetingMinutes: 60,
    checkInMinutes,
    choice: { kind: 'balanced' },
    next: '2026-03-03',
    away: [],
    earlyLook: false,
    ...more,
  },
  shifts: {},
  calendarRemembers: true,
});
const isPlan = (opened: Opened | undefined): OpenedPlan => {
  if (opened?.kind !== 'plan') throw new Error(JSON.stringify(opened));
  return opened;
};
/** A plan of my kit, as it comes out of the link in theirs. */
async function sent(plan: Plan = plansIn(mine).save(said()).data): Promise<OpenedPlan> {
  const link = await parcelsIn(mine).planLink(plan);
  return isPlan(await parcelsIn(theirs).readFragment(link!));
}

describe('a link to a plan', () => {
  it('opens the same inputs in another browser, and stores nothing before a yes', async () => {
    const { data } = plansIn(mine).save(said());
    const link = await parcelsIn(mine).planLink(data);
    expect(link).toMatch(/^#parcel=[\w-]+$/);
    const opened = isPlan(await parcelsIn(theirs).readFragment(link!));
    expect(opened.parcel.data).toEqual({ id: data.id, inputs: data.inputs, shifts: data.shifts });
    expect(theirs.keys).toEqual([]);
  });

  it('is short; where it would be longer than a thousand characters there is a file', async () => {
    const ranges = (n: number) =>
      Array.from({ length: n }, (_, at) => {
        const day = (month: number) =>
          `20${10 + ((at * 37) % 89)}-${String(month).padStart(2, '0')}-${10 + ((at * 7) % 18)}`;
        return { from: day(1 + (at % 6)), to: day(7 + (at % 6)) };
      });
    const lengths: number[] = [];
    for (let n = 0; n <= 100; n += 4) {
      const link = await parcelsIn(mine).planLink({
        id: 'p1',
        shifts: {},
        inputs: said(30, { away: ranges(n) }).inputs,
      });
      if (link !== undefined) lengths.push(link.length);
    }
    expect(lengths[0]).toBeLessThan(450);
    expect(lengths.length).toBeGreaterThan(1);
    expect(lengths.length).toBeLessThan(26);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(950);
    expect(Math.max(...lengths)).toBeGreaterThan(700);
  });

  it('is a file where the browser cannot pack', async () => {
    vi.stubGlobal('CompressionStream', undefined);
    const { data } = plansIn(mine).save(said());
    expect(await parcelsIn(mine).planLink(data)).toBeUndefined();
    const { fileName, text } = parcelsIn(mine).planFile(data);
    expect(fileName).toBe('how-are-we-doing-plan-2026-02-14.json');
    expect(isPlan(parcelsIn(theirs).read(text)).parcel.data.inputs).toEqual(data.inputs);
  });

  it('that lost its end, or has a sign changed, is refused or says the same, and never sets anything else', async () => {
    const { data } = plansIn(mine).save(said());
    const link = (await parcelsIn(mine).planLink(data))!;
    const parcels = parcelsIn(theirs);
    for (let at = '#parcel='.length; at < link.length; at += 5) {
      expect((await parcels.readFragment(link.slice(0, at)))?.kind).toBe('refused');
    }
  });
});

describe('a plan that is put in', () => {
  it('where there is nothing makes its mentorship, keeps its id, and undo takes both out', async () => {
    const opened = await sent();
    const parcels = parcelsIn(theirs);
    const standing = parcels.planStanding(opened, undefined);
    expect(standing).toEqual({ state: 'new' });
    expect(parcels.putInPlan(opened, undefined, standing)).toEqual({ state: 'done', changed: 2 });
    const there = plansIn(theirs).current();
    expect(there).toMatchObject({ ...opened.parcel.data, calendarRemembers: false });
    expect(plansIn(theirs).mentorship()?.id).toBe(there?.mentorship);
    expect(parcelsIn(theirs).planStanding(opened, undefined).state).toBe('same');
    parcels.undo();
    expect(plansIn(theirs).all()).toEqual([]);
    expect(openMyKit(NAME, surroundings(theirs)).view().mentorships).toEqual([]);
  });

  it('replaces the plan that was shown, keeps its id and what calendars have of it, and undo brings it back', async () => {
    const event = {
      uid: 'x',
      kind: 'check-in',
      sequence: 0,
      date: '2026-05-12',
      until: '2026-05-12',
      fingerprint: 'f',
    };
    const { data } = plansIn(theirs).save({ ...said(20), exported: [event] } as PlanSaid);
    const opened = await sent();
    const parcels = parcelsIn(theirs);
    const standing = parcels.planStanding(opened, data.mentorship);
    expect(standing).toEqual({ state: 'differs', mine: data });
    expect(parcels.putInPlan(opened, data.mentorship, standing)).toEqual({ state: 'done', changed: 1 });
    expect(plansIn(theirs).current()).toEqual({ ...data, inputs: said(30).inputs });
    parcels.undo();
    expect(plansIn(theirs).current()).toEqual(data);
  });

  it('replaces nothing that another tab wrote after it was shown: that is shown again', async () => {
    const { data } = plansIn(theirs).save(said(20));
    const opened = await sent();
    const parcels = parcelsIn(theirs);
    const standing = parcels.planStanding(opened, data.mentorship);
    plansIn(theirs).save(said(15));
    expect(parcels.putInPlan(opened, data.mentorship, standing)).toEqual({ state: 'changed' });
    expect(plansIn(theirs).current()?.inputs.checkInMinutes).toBe(15);
  });

  it('goes to the mentorship that is named, which is then open, each under an id of its own', async () => {
    const kit = openMyKit(NAME, surroundings(theirs));
    kit.add();
    const first = kit.view().current!;
    clock.forward({ days: 1 });
    kit.add();
    const second = kit.view().current!;
    const opened = await sent();
    const parcels = parcelsIn(theirs);
    parcels.putInPlan(opened, first, { state: 'new' });
    expect(plansIn(theirs).mentorship()?.id).toBe(first);
    parcels.putInPlan(opened, second, { state: 'new' });
    expect(plansIn(theirs).mentorship()?.id).toBe(second);
    const ids = plansIn(theirs)
      .all()
      .map(({ plan }) => [plan.id, plan.mentorship]);
    expect(new Set(ids.map(([id]) => id)).size).toBe(2);
    expect(ids.map(([, mentorship]) => mentorship)).toEqual([first, second]);
  });

  it('changes nothing where there is no room, or nothing can be kept', async () => {
    const opened = await sent();
    theirs.leaveRoom(300);
    expect(parcelsIn(theirs).putInPlan(opened, undefined, { state: 'new' })).toEqual({ state: 'full' });
    expect(plansIn(theirs).all()).toEqual([]);
    const blocked = openParcels(NAME, { ...surroundings(theirs), opened: openStorage(() => null) });
    expect(blocked.putInPlan(opened, undefined, { state: 'new' })).toEqual({ state: 'blocked' });
  });
});
