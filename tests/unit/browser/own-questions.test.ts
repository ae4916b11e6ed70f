// One's own questions as they lie in the browser: made, changed, ordered, put aside, deleted, brought back.
import { beforeEach, describe, expect, it } from 'vitest';
import { openKit } from '../../../src/browser/kit';
import { openMyKit } from '../../../src/browser/my-kit';
import { openOwnQuestions } from '../../../src/browser/own-questions';
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

const surroundings = () => ({ opened: openStorage(() => local), now: clock.now, newId });
const load = () => openOwnQuestions(NAME, surroundings());
const texts = (own = load()) => own.list().map(({ text }) => text);
const full = new DOMException('No room', 'QuotaExceededError');

describe('the first question', () => {
  it('makes its mentorship without a name, and a sheet begun later belongs to the same', () => {
    const own = load();
    expect(own.list()).toEqual([]);
    expect(local.keys).toEqual([]);
    own.add('  What did we skip? ');
    expect(texts()).toEqual(['What did we skip?']);
    const [only, ...others] = openMyKit(NAME, surroundings()).view().mentorships;
    expect(others).toEqual([]);
    expect(only).not.toHaveProperty('other');
    expect(load().list()).toMatchObject([{ mentorship: only?.id }]);
    expect(openKit(NAME, surroundings()).current()).toBe(only?.id);
  });

  it('joins the mentorship that is open, and is not asked in another', () => {
    const kit = openMyKit(NAME, surroundings());
    kit.add();
    const [first] = kit.view().mentorships;
    load().add('For the first?');
    expect(load().mentorship()).toBeUndefined();
    clock.forward({ days: 1 });
    kit.add();
    expect(texts()).toEqual([]);
    kit.setCurrent(first!.id);
    expect(texts()).toEqual(['For the first?']);
    expect(load().mentorship()?.id).toBe(first!.id);
  });

  it('is found by itself when the record of its mentorship was lost', () => {
    load().add('Still here?');
    for (const key of local.keys.filter((one) => one.includes(':mentorship:'))) local.removeItem(key);
    const own = load();
    expect(texts(own)).toEqual(['Still here?']);
    own.add('And this?');
    expect(texts()).toEqual(['Still here?', 'And this?']);
  });
});

describe('a question', () => {
  it('is changed, moved, put aside and taken out again, and stays so', () => {
    const own = load();
    const [a, b, c] = ['A?', 'B?', 'C?'].map((text) => own.add(text));
    own.edit(b!, 'B, really?');
    own.move(c!, -1);
    expect(texts()).toEqual(['A?', 'C?', 'B, really?']);
    own.setRetired(c!, true);
    expect(load().list()[1]).toMatchObject({ text: 'C?', retired: clock.now().toISOString() });
    // What is put aside is passed over.
    own.move(b!, -1);
    expect(
      load()
        .list()
        .filter(({ retired }) => retired === undefined)
        .map(({ id }) => id),
    ).toEqual([b, a]);
    own.setRetired(c!, false);
    expect(
      load()
        .list()
        .some(({ retired }) => retired !== undefined),
    ).toBe(false);
  });

  it('is deleted into the trash, named there, and comes back', () => {
    const own = load();
    const id = own.add('Gone?');
    expect(own.discard(id)).toBe(true);
    expect(texts()).toEqual([]);
    const [lying] = openMyKit(NAME, surroundings()).view().trash;
    expect(lying?.question?.text).toBe('Gone?');
    expect(own.restore(id)).toBe(true);
    expect(own.restore(id)).toBe(false);
    expect(texts()).toEqual(['Gone?']);
  });

  it('comes back with what is typed when another tab deleted it, and so does its mentorship', () => {
    const own = load();
    const id = own.add('What of us?');
    const kit = openMyKit(NAME, surroundings());
    kit.discard({ kind: 'mentorship', id: kit.view().mentorships[0]!.id });
    expect(texts()).toEqual([]);
    own.edit(id, 'What of us two?');
    expect(texts()).toEqual(['What of us two?']);
    expect(kit.view().mentorships).toHaveLength(1);
  });

  it('keeps what another tab changed beside it', () => {
    const own = load();
    const id = own.add('First?');
    own.add('Second?');
    const other = load();
    other.list();
    own.move(id, 1);
    other.edit(id, 'First, changed?');
    expect(texts()).toEqual(['Second?', 'First, changed?']);
  });
});

describe('where nothing can be kept', () => {
  it('because there is no room, it stays in the page, says so, and is stored with the next that can be', () => {
    const own = load();
    own.add('Stored?');
    expect(own.trouble()).toBeUndefined();
    local.refusal = full;
    const id = own.add('In this page?');
    expect(own.trouble()).toBe('full');
    expect(texts(own)).toEqual(['Stored?', 'In this page?']);
    expect(texts()).toEqual(['Stored?']);
    expect(own.discard(id)).toBe(false);
    local.refusal = undefined;
    own.add('Room again?');
    expect(own.trouble()).toBeUndefined();
    expect(texts().sort()).toEqual(['In this page?', 'Room again?', 'Stored?']);
  });

  it('because storage is shut, it lasts as long as the page', () => {
    const own = openOwnQuestions(NAME, { ...surroundings(), opened: openStorage(() => null) });
    own.add('For now?');
    expect(own.trouble()).toBe('blocked');
    expect(texts(own)).toEqual(['For now?']);
    expect(texts()).toEqual([]);
  });

  it('because a newer site wrote it, nothing in it is changed', () => {
    const own = load();
    const id = own.add('Old?');
    const key = `${NAME}:question:${id}`;
    const newer = JSON.stringify({ ...(local.json(key) as object), format: 9 });
    local.setItem(key, newer);
    own.edit(id, 'New?');
    expect(own.trouble()).toBe('newer');
    expect(local.getItem(key)).toBe(newer);
  });
});
