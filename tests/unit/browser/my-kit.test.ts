// The kit as its own page uses it: named, looked through, deleted, brought back.
import { beforeEach, describe, expect, it } from 'vitest';
import { openKit } from '../../../src/browser/kit';
import { openMyKit, type MyKit } from '../../../src/browser/my-kit';
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
const load = (): MyKit => openMyKit(NAME, surroundings());

/** A sheet written in the mentorship that is open. */
function write(value: string): string {
  const kit = openKit(NAME, surroundings());
  const sheet = { ...kit.open('w'), answers: { a: { asked: 'What?', value } } };
  const { data } = kit.save(sheet, new Set(['answers.a'] as const));
  kit.setDone(data, true);
  return data.id;
}

/** Keys and texts, the settings apart: which mentorship is open is no word of a person. */
const words = () =>
  Object.fromEntries([...local.items].filter(([key]) => !key.startsWith(`${NAME}:settings:`)));

describe('my kit', () => {
  it('is empty before a word is written, and looking at it writes nothing', () => {
    expect(load().view()).toEqual({
      mentorships: [],
      current: undefined,
      sheets: [],
      trash: [],
      unread: [],
      newer: [],
      copied: undefined,
    });
    expect(local.keys).toEqual([]);
  });

  it('holds the first mentorship without a name, which can be given later', () => {
    write('Hello');
    const kit = load();
    const [only] = kit.view().mentorships;
    expect(only?.other).toBeUndefined();
    expect(kit.change(only!.id, { other: ' Ravi ', side: 'mentee', ends: '2027-12-01' })).toBe(true);
    expect(load().view().mentorships).toMatchObject([{ other: 'Ravi', side: 'mentee', ends: '2027-12-01' }]);
    expect(kit.change(only!.id, { other: '' })).toBe(true);
    expect(load().view().mentorships[0]).not.toHaveProperty('other');
    expect(load().view().mentorships[0]).toMatchObject({ side: 'mentee' });
  });

  it('opens a mentorship that is added, and new sheets belong to it', () => {
    write('About the first');
    const kit = load();
    kit.add();
    const { mentorships, current } = kit.view();
    expect(mentorships).toHaveLength(2);
    expect(current).toBe(mentorships.find(({ id }) => id === current)?.id);
    const second = write('About the second');
    expect(
      load()
        .view()
        .sheets.find(({ sheet }) => sheet.id === second)?.sheet.mentorship,
    ).toBe(current);
  });

  it('keeps what became of an action, and leaves the sheet as it was', () => {
    write('We agreed');
    const kit = load();
    const [only] = kit.view().mentorships;
    const before = words();
    kit.setOutcome(only!.id, 'a1', 'kept');
    const changed = Object.keys(words()).filter((key) => words()[key] !== before[key]);
    expect(changed).toEqual([`${NAME}:mentorship:${only!.id}`]);
    expect(load().view().mentorships[0]?.actions).toMatchObject({ a1: { outcome: 'kept' } });
  });
});

describe('deleting', () => {
  it('a mentorship takes all that belongs to it along, and brings all of it back', () => {
    write('One');
    write('Two');
    const kit = load();
    const [only] = kit.view().mentorships;
    const before = words();
    const moved = kit.discard({ kind: 'mentorship', id: only!.id });
    expect(kit.view()).toMatchObject({ mentorships: [], sheets: [] });
    expect(kit.view().trash).toMatchObject([{ mentorship: { id: only!.id } }]);
    expect(kit.view().trash[0]?.what).toHaveLength(3);
    expect(kit.restore(moved!)).toBe(true);
    expect(words()).toEqual(before);
  });

  it('can be taken back in another visit, from the list', () => {
    write('One');
    const before = words();
    const [only] = load().view().mentorships;
    load().discard({ kind: 'mentorship', id: only!.id });
    clock.forward({ days: 29 });
    const kit = load();
    expect(kit.restore(kit.view().trash[0]!.what)).toBe(true);
    expect(words()).toEqual(before);
  });

  it('a sheet that comes back brings its mentorship along', () => {
    const sheet = write('One');
    const kit = load();
    kit.discard({ kind: 'sheet', id: sheet });
    const [only] = kit.view().mentorships;
    kit.discard({ kind: 'mentorship', id: only!.id });
    expect(kit.restore([{ kind: 'sheet', id: sheet }])).toBe(true);
    expect(load().view()).toMatchObject({
      mentorships: [{ id: only!.id }],
      sheets: [{ sheet: { id: sheet } }],
    });
  });

  it('is all or nothing where there is no room for the way back', () => {
    write('One');
    write('Two');
    const kit = load();
    const before = words();
    const [only] = kit.view().mentorships;
    local.refusal = new DOMException('No room', 'QuotaExceededError');
    // Even then a record can be moved by taking it out first; a storage that takes nothing at all cannot move it.
    const moved = kit.discard({ kind: 'mentorship', id: only!.id });
    local.refusal = undefined;
    expect(moved).toBeUndefined();
    expect(Object.values(words()).join('\n').length).toBeLessThanOrEqual(
      Object.values(before).join('\n').length,
    );
    expect(
      kit
        .view()
        .sheets.map(({ sheet }) => sheet.answers['a']?.value)
        .sort(),
    ).toEqual(['One', 'Two']);
  });

  it('for good takes just that', () => {
    write('One');
    const gone = write('Two');
    const kit = load();
    kit.discard({ kind: 'sheet', id: gone });
    kit.purge(kit.view().trash[0]!.what);
    expect([...local.items.values()].join('\n')).not.toContain('Two');
    expect([...local.items.values()].join('\n')).toContain('One');
  });

  it('everything leaves nothing under the name of this site, and all that is another’s', () => {
    write('One');
    const kit = load();
    kit.discard({ kind: 'sheet', id: write('Two') });
    local.setItem(`${NAME}:damaged:sheet:x`, 'spoilt');
    local.setItem('another-site:sheet', 'theirs');
    kit.deleteEverything();
    expect(local.keys).toEqual(['another-site:sheet']);
    expect(load().view().sheets).toEqual([]);
  });
});

describe('what cannot be read', () => {
  it('of a mentorship leaves its sheets to be found and named', () => {
    write('One');
    const [key = ''] = local.keys.filter((one) => one.includes(':mentorship:'));
    local.setItem(key, 'spoilt');
    const { mentorships, current, sheets, unread } = load().view();
    expect(mentorships).toMatchObject([{ id: current }]);
    expect(sheets).toHaveLength(1);
    expect(unread.map(({ text }) => text)).toEqual(['spoilt']);
    load().change(current!, { other: 'Ravi' });
    expect(load().view()).toMatchObject({ mentorships: [{ id: current, other: 'Ravi' }], sheets: [{}] });
  });

  it('is found in a sheet that is laid out another way than this site does', () => {
    const id = write('One');
    const key = `${NAME}:sheet:${id}`;
    local.setItem(key, JSON.stringify(local.json(key), undefined, 2));
    expect(load().view().sheets).toMatchObject([{ sheet: { id } }]);
  });

  it('is named with its whole text: damaged set aside, newer left where it is', () => {
    write('One');
    local.setItem(`${NAME}:sheet:cut`, '{"format":2,"rev');
    const newer = JSON.stringify({
      format: 99,
      revision: 1,
      savedAt: clock.now().toISOString(),
      data: { x: 'later' },
    });
    local.setItem(`${NAME}:sheet:later`, newer);
    const view = load().view();
    expect(view.unread.map(({ text }) => text)).toEqual(['{"format":2,"rev']);
    expect(view.newer).toEqual([{ key: `${NAME}:sheet:later`, text: newer }]);
    expect(local.getItem(`${NAME}:sheet:later`)).toBe(newer);
  });
});
