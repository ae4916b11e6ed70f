// A programme from the facilitator's form to a pair's browser, and out of it again.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openKit } from '../../../src/browser/kit';
import { openMyKit } from '../../../src/browser/my-kit';
import { openNextCheckIns } from '../../../src/browser/next-check-in';
import { openOwnProgramme } from '../../../src/browser/own-programme';
import { openOwnQuestions } from '../../../src/browser/own-questions';
import { openParcels, type OpenedPreset } from '../../../src/browser/parcels';
import { openPlans } from '../../../src/browser/plans';
import { openStorage } from '../../../src/browser/storage';
import { firstTyped, keptOf, NO_TEXTS, readProgramme } from '../../../src/domain/facilitator/programme';
import type { Handed } from '../../../src/domain/records/preset';
import { counting, FakeClock, FakeStorage } from './fakes';

const NAME = 'how-are-we-doing';
const TODAY = '2026-03-02';
let theirs: FakeStorage;
let pair: FakeStorage;
let clock: FakeClock;
let newId: () => string;

beforeEach(() => {
  theirs = new FakeStorage();
  pair = new FakeStorage();
  clock = new FakeClock();
  newId = counting();
});
afterEach(() => vi.unstubAllGlobals());

const around = (storage: FakeStorage) => ({ opened: openStorage(() => storage), now: clock.now, newId });
const doorOf = (storage: FakeStorage) => openParcels(NAME, around(storage));
const plans = () => openPlans(NAME, around(pair));
const myKit = () => openMyKit(NAME, around(pair));

const typed = (name = 'Riverside', questions = 'What would you try?') => ({
  ...firstTyped(TODAY),
  texts: { ...NO_TEXTS, name, questions, contact: 'Rosa' },
  worksheets: ['agreement'],
});
const handedBy = (name?: string, questions?: string): Handed =>
  readProgramme(typed(name, questions), 'p1', TODAY).handed!;

/** What a pair's browser makes of the link. */
async function arrived(handed = handedBy()): Promise<OpenedPreset> {
  const opened = await doorOf(pair).readFragment((await doorOf(theirs).presetLink(handed))!);
  if (opened?.kind !== 'preset') throw new Error(JSON.stringify(opened));
  return opened;
}
const setUp = async (handed?: Handed, mentorship?: string) =>
  doorOf(pair).putInPreset(await arrived(handed), mentorship);

describe('a programme on its way to its pairs', () => {
  it('fits a link, and stores nothing before a yes', async () => {
    const opened = await arrived();
    expect(opened.parcel.data).toEqual(handedBy());
    expect(pair.length).toBe(0);
    expect(doorOf(pair).presetStanding(opened, undefined)).toEqual({
      state: 'new',
      mine: undefined,
      hasPlan: false,
    });
  });

  it('sets one mentorship up, which comes into being with it and is open', async () => {
    expect(await setUp()).toMatchObject({ state: 'done' });
    const { mentorships, current, preset } = myKit().view();
    expect(mentorships).toHaveLength(1);
    expect(current).toBe(mentorships[0]!.id);
    expect(preset).toMatchObject({ mentorship: current, handed: handedBy() });
  });

  it('leaves a mentorship alone that it was not given to', async () => {
    myKit().add();
    const [first] = myKit().view().mentorships;
    await setUp();
    const view = myKit().view(first!.id);
    expect(view.mentorships).toHaveLength(2);
    expect(view.preset).toBeUndefined();
  });

  it('opened twice is known, and in another version takes the place of the first after a yes', async () => {
    await setUp();
    const { current } = myKit().view();
    expect(doorOf(pair).presetStanding(await arrived(), current)).toMatchObject({ state: 'same' });
    const newer = handedBy('Riverside', 'And now?');
    expect(doorOf(pair).presetStanding(await arrived(newer), current)).toMatchObject({
      state: 'differs',
      mine: { handed: handedBy() },
    });
    await setUp(newer, current);
    expect(myKit().view().preset?.handed).toEqual(newer);
    expect([...Array(pair.length).keys()].filter((n) => pair.key(n)?.includes(':preset:'))).toHaveLength(1);
  });

  it('is taken back whole by one press', async () => {
    const before = JSON.stringify(myKit().view().mentorships);
    await setUp();
    doorOf(pair).undo();
    expect(JSON.stringify(myKit().view().mentorships)).toBe(before);
    expect(myKit().view().preset).toBeUndefined();
  });
});

describe('in a pair’s browser', () => {
  it('its dates are the plan, until the two have one of their own', async () => {
    await setUp();
    const given = plans().current();
    expect(given).toMatchObject({ inputs: { next: TODAY, pair: 'new' }, shifts: {} });
    expect(plans().programme()).toBe('Riverside');
    expect(openNextCheckIns(NAME, around(pair)).all()).toHaveLength(1);
    plans().save({ inputs: { ...given!.inputs, checkInMinutes: 20 }, shifts: {}, calendarRemembers: false });
    expect(plans().current()).toMatchObject({ id: given!.id, inputs: { checkInMinutes: 20 } });
    expect(plans().programme()).toBeUndefined();
  });

  it('a date that was skipped is remembered as their own plan', async () => {
    await setUp();
    const { id } = plans().current()!;
    const written = plans().change(id, (plan) => ({ ...plan, skipped: '2026-05-18' }));
    expect(written).toMatchObject({ state: 'saved', data: { id, skipped: '2026-05-18' } });
    expect(plans().programme()).toBeUndefined();
  });

  it('its questions stand beside their own, which it does not touch', async () => {
    await setUp();
    const own = openOwnQuestions(NAME, around(pair));
    own.add('Ours?');
    expect(own.list().map(({ text }) => text)).toEqual(['Ours?']);
    expect(own.handed()).toEqual({ programme: 'Riverside', questions: ['What would you try?'] });
  });

  it('taking it out leaves every word of theirs, and it can be brought back', async () => {
    await setUp();
    const kit = openKit(NAME, around(pair));
    const sheet = kit.open('before-we-talk');
    const answer = { asked: 'What?', value: 'This' };
    kit.save({ ...sheet, answers: { what: answer } }, new Set(['answers.what']));
    const { preset } = myKit().view();
    const moved = myKit().discard({ kind: 'preset', id: preset!.id });
    expect(moved).toHaveLength(1);
    expect(myKit().view()).toMatchObject({
      preset: undefined,
      sheets: [{ sheet: { answers: { what: answer } } }],
    });
    expect(plans().current()).toBeUndefined();
    expect(openOwnQuestions(NAME, around(pair)).handed()).toBeUndefined();
    expect(myKit().view().trash).toMatchObject([{ preset: { handed: { name: 'Riverside' } } }]);
    expect(myKit().restore(moved!)).toBe(true);
    expect(myKit().view().preset).toEqual(preset);
  });

  it('goes to the trash with its mentorship, and comes back with it', async () => {
    await setUp();
    const { current } = myKit().view();
    const moved = myKit().discard({ kind: 'mentorship', id: current! })!;
    expect(myKit().view()).toMatchObject({ mentorships: [], preset: undefined });
    expect(myKit().view().trash).toHaveLength(1);
    myKit().restore(moved);
    expect(myKit().view().preset?.handed.name).toBe('Riverside');
  });

  it('travels in a copy to another device', async () => {
    await setUp();
    const other = new FakeStorage();
    const door = openParcels(NAME, around(other));
    const opened = door.read(doorOf(pair).backup().text);
    if (opened.kind !== 'backup') throw new Error(opened.kind);
    expect(opened.preview.counts.preset.new).toBe(1);
    door.putIn(opened, new Map(), 'both');
    expect(openMyKit(NAME, around(other)).view().preset?.handed).toEqual(handedBy());
  });
});

describe('the facilitator’s own programme', () => {
  const own = () => openOwnProgramme(NAME, around(theirs));

  it('is kept as typed under one id, which is also that of what is handed out', () => {
    const programme = own();
    const id = programme.id();
    programme.save(keptOf(typed('Riv')));
    programme.save(keptOf(typed('Riverside')));
    expect(own().current()).toMatchObject({ id, texts: { name: 'Riverside' } });
    expect(own().id()).toBe(id);
  });

  it('is put away for another, which has an id of its own, and can be brought back', () => {
    const programme = own();
    programme.save(keptOf(typed()));
    const id = programme.id();
    expect(programme.discard()).toBe(true);
    expect(programme.current()).toBeUndefined();
    expect(programme.id()).not.toBe(id);
    expect(programme.restore(id)).toBe(true);
    expect(programme.current()).toMatchObject({ id, texts: { name: 'Riverside' } });
  });

  it('too much for a link goes as a file, named after it', async () => {
    const words = Array.from({ length: 20 }, (_, n) => `${n} ${Math.sin(n)} ${Math.cos(n)} ${Math.tan(n)}?`);
    const handed = handedBy('River / side', words.join('\n'));
    expect(await doorOf(theirs).presetLink(handed)).toBeUndefined();
    const { fileName, text } = doorOf(theirs).presetFile(handed);
    expect(fileName).toMatch(/^how-are-we-doing-River-side-\d{4}-\d{2}-\d{2}\.json$/);
    expect(doorOf(pair).read(text)).toMatchObject({ kind: 'preset', parcel: { data: handed } });
  });
});
