// Plans of check-ins as they lie in the browser: one a mentorship, saved, changed, deleted, brought back.
import { beforeEach, describe, expect, it } from 'vitest';
import { openKit } from '../../../src/browser/kit';
import { openMyKit } from '../../../src/browser/my-kit';
import { openParcels, type OpenedBackup } from '../../../src/browser/parcels';
import { openPlans, type PlanSaid } from '../../../src/browser/plans';
import { openStorage } from '../../../src/browser/storage';
import { counting, FakeClock, FakeStorage } from './fakes';

const NAME = 'how-are-we-doing';
let local: FakeStorage;
let clock: FakeClock;
let newId: () => string;

beforeEach(() => {
  local = new FakeStorage();
  clock = new FakeClock();
  newId = counting();
});

const surroundings = (storage = local) => ({ opened: openStorage(() => storage), now: clock.now, newId });
const load = () => openPlans(NAME, surroundings());
const full = new DOMException('No room', 'QuotaExceededError');

/** A weekly pair that checks in for so many minutes. */
const said = (checkInMinutes = 30, more: Partial<PlanSaid> = {}): PlanSaid => ({
  inputs: {
    rhythm: { every: 'weeks', n: 1 },
    pair: 'new',
    meetingMinutes: 60,
    checkInMinutes,
    choice: { kind: 'balanced' },
    next: '2026-03-03',
    away: [],
    earlyLook: false,
  },
  shifts: {},
  calendarRemembers: false,
  ...more,
});
const minutes = (plans = load()) => plans.all().map(({ plan }) => plan.inputs.checkInMinutes);

describe('the first plan', () => {
  it('makes its mentorship without a name, and a sheet begun later belongs to the same', () => {
    const plans = load();
    expect(plans.current()).toBeUndefined();
    expect(plans.mentorship()).toBeUndefined();
    expect(local.keys).toEqual([]);
    const { state, data } = plans.save(said());
    expect(state).toBe('saved');
    expect(data).toMatchObject({ ...said(), made: clock.now().toISOString() });
    const [only, ...others] = openMyKit(NAME, surroundings()).view().mentorships;
    expect(others).toEqual([]);
    expect(only).not.toHaveProperty('other');
    expect(load().current()).toEqual(data);
    expect(data.mentorship).toBe(only?.id);
    expect(openKit(NAME, surroundings()).current()).toBe(only?.id);
  });

  it('keeps its id and the day it was made when it is saved again', () => {
    const plans = load();
    const { data } = plans.save(said());
    clock.forward({ days: 3 });
    expect(plans.save(said(20)).data).toEqual({ ...data, ...said(20) });
    expect(load().save(said(15)).data).toEqual({ ...data, ...said(15) });
    expect(minutes()).toEqual([15]);
  });

  it('leaves out what is no longer said', () => {
    const plans = load();
    plans.save(said(30, { exported: [] }));
    expect(plans.save(said()).data).not.toHaveProperty('exported');
  });
});

describe('plans of two mentorships', () => {
  it('are told apart by which is open, and all are found but those put away', () => {
    const kit = openMyKit(NAME, surroundings());
    kit.add();
    const [first] = kit.view().mentorships;
    load().save(said(30));
    clock.forward({ days: 1 });
    kit.add();
    expect(load().current()).toBeUndefined();
    load().save(said(20));
    expect(minutes()).toEqual([30, 20]);
    expect(load().mentorship()?.id).not.toBe(first!.id);
    kit.setCurrent(first!.id);
    expect(load().current()?.inputs.checkInMinutes).toBe(30);
    kit.change(first!.id, { archived: clock.now().toISOString() });
    expect(minutes()).toEqual([20]);
  });

  it('of one mentorship, as an opened copy can bring along, the one made last counts', () => {
    const { data } = load().save(said(30));
    const key = `${NAME}:plan:${data.id}`;
    const other = (id: string, made: string, checkInMinutes: number) => {
      const stored = local.json(key) as { data: object };
      local.setItem(
        key.replace(data.id, id),
        JSON.stringify({ ...stored, data: { ...data, ...said(checkInMinutes), id, made } }),
      );
    };
    other('older', '2025-01-01T09:00:00.000Z', 20);
    expect(minutes()).toEqual([30]);
    other('later', '2026-12-01T09:00:00.000Z', 15);
    expect(minutes()).toEqual([15]);
    load().save(said(10));
    expect(load().current()).toMatchObject({ id: 'later', inputs: { checkInMinutes: 10 } });
  });
});

describe('a plan', () => {
  it('is changed wherever it belongs, on top of what another tab wrote, and changed back', () => {
    const { data } = load().save(said());
    const here = load();
    here.current();
    load().save(said(20, { calendarRemembers: true }));
    const longer = here.change(data.id, (plan) => ({
      ...plan,
      inputs: { ...plan.inputs, meetingMinutes: 90 },
    }));
    expect(longer?.data).toMatchObject({
      calendarRemembers: true,
      inputs: { checkInMinutes: 20, meetingMinutes: 90 },
    });
    here.change(data.id, () => data);
    expect(load().current()).toEqual(data);
    expect(here.change('nowhere', (plan) => plan)).toBeUndefined();
    expect(local.keys.filter((key) => key.includes(':plan:'))).toHaveLength(1);
  });

  it('cannot be given another id or mentorship by a change', () => {
    const { data } = load().save(said());
    load().change(data.id, () => ({ ...data, id: 'x', mentorship: 'y', made: '2020-01-01' }) as PlanSaid);
    expect(load().current()).toEqual(data);
  });

  it('is deleted into the trash, named there, and comes back', () => {
    const plans = load();
    const { data } = plans.save(said());
    expect(plans.discard(data.id)).toBe(true);
    expect(plans.current()).toBeUndefined();
    expect(openMyKit(NAME, surroundings()).view().trash[0]?.plan).toEqual(data);
    expect(plans.restore(data.id)).toBe(true);
    expect(plans.restore(data.id)).toBe(false);
    expect(load().current()).toEqual(data);
  });

  it('goes with its mentorship, and comes back with it', () => {
    const { data } = load().save(said());
    const kit = openMyKit(NAME, surroundings());
    const before = new Map(local.items);
    const moved = kit.discard({ kind: 'mentorship', id: data.mentorship });
    expect(load().all()).toEqual([]);
    // One entry: the mentorship, and its plan along with it.
    expect(kit.view().trash.map(({ what }) => what.map(({ kind }) => kind).sort())).toEqual([
      ['mentorship', 'plan'],
    ]);
    expect(kit.restore(moved!)).toBe(true);
    expect(new Map(local.items)).toEqual(before);
  });

  it('that comes back brings its mentorship along', () => {
    const { data } = load().save(said());
    const kit = openMyKit(NAME, surroundings());
    kit.discard({ kind: 'plan', id: data.id });
    kit.discard({ kind: 'mentorship', id: data.mentorship });
    expect(kit.restore([{ kind: 'plan', id: data.id }])).toBe(true);
    expect(load().current()).toEqual(data);
    expect(kit.view().mentorships).toHaveLength(1);
  });

  it('goes along in a copy, and undo takes it out again', () => {
    const { data } = load().save(said(30, { shifts: { 11: { by: 1, planned: '2026-05-12' } } }));
    const { text } = openParcels(NAME, surroundings()).backup();
    const phone = new FakeStorage();
    const parcels = openParcels(NAME, surroundings(phone));
    const opened = parcels.read(text) as OpenedBackup;
    expect(opened.preview.counts.plan).toEqual({ new: 1, same: 0, differs: 0 });
    parcels.putIn(opened, new Map(), 'both');
    expect(openPlans(NAME, surroundings(phone)).current()).toEqual(data);
    parcels.undo();
    expect(openPlans(NAME, surroundings(phone)).all()).toEqual([]);
  });
});

describe('where nothing can be kept', () => {
  it('because there is no room, it stays in the page and is stored with the next that can be', () => {
    const plans = load();
    plans.save(said(30));
    local.refusal = full;
    expect(plans.save(said(20))).toMatchObject({ state: 'unsaved', trouble: 'full' });
    expect(plans.current()?.inputs.checkInMinutes).toBe(20);
    expect(minutes()).toEqual([30]);
    expect(plans.discard(plans.current()!.id)).toBe(false);
    local.refusal = undefined;
    expect(plans.save(said(15)).state).toBe('saved');
    expect(minutes()).toEqual([15]);
  });

  it('because storage is shut, it lasts as long as the page', () => {
    const plans = openPlans(NAME, { ...surroundings(), opened: openStorage(() => null) });
    expect(plans.trouble).toBe('blocked');
    expect(plans.save(said(20))).toMatchObject({ state: 'unsaved', trouble: 'blocked' });
    expect(plans.current()?.inputs.checkInMinutes).toBe(20);
    expect(minutes()).toEqual([]);
  });

  it('because a newer site wrote it, it is shown and nothing in it is changed', () => {
    const { data } = load().save(said());
    const key = `${NAME}:plan:${data.id}`;
    const newer = JSON.stringify({ ...(local.json(key) as object), format: 9 });
    local.setItem(key, newer);
    expect(load().current()).toEqual(data);
    expect(load().save(said(20))).toMatchObject({ state: 'unsaved', trouble: 'newer' });
    expect(load().change(data.id, (plan) => plan)).toMatchObject({ state: 'unsaved', trouble: 'newer' });
    expect(local.getItem(key)).toBe(newer);
  });

  it('because it is damaged, it is set aside whole and the next has its own place', () => {
    const { data } = load().save(said());
    local.setItem(`${NAME}:plan:${data.id}`, '{"half');
    expect(load().current()).toBeUndefined();
    expect(openMyKit(NAME, surroundings()).view().unread).toMatchObject([{ text: '{"half' }]);
    load().save(said(20));
    expect(minutes()).toEqual([20]);
  });
});
