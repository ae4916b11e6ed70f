// What a person's browser keeps, and that nothing of it is lost.
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { openKit, type Kit } from '../../../src/browser/kit';
import { openRecords } from '../../../src/browser/records';
import { openStorage, type OpenedStorage } from '../../../src/browser/storage';
import {
  mentorshipRecord,
  newMentorship,
  withChange,
  type MentorshipChange,
} from '../../../src/domain/records/mentorship';
import { SETTINGS_ID, settingsRecord } from '../../../src/domain/records/settings';
import {
  answerOf,
  chosen,
  newSheet,
  sheetRecord,
  type Sheet,
  type SheetPart,
} from '../../../src/domain/records/sheet';
import { counting, FakeClock, FakeStorage } from './fakes';

const NAME = 'how-are-we-doing';
// The first page draws an id for the mentorship that the first keystroke will make, then one for its sheet.
const SHEET = `${NAME}:sheet:id2`;
const MENTORSHIP = `${NAME}:mentorship:id1`;

let local: FakeStorage;
let clock: FakeClock;
let newId: () => string;

beforeEach(() => {
  local = new FakeStorage();
  clock = new FakeClock();
  newId = counting();
});

/** Opens the kit as a page does when it is loaded: another tab, or the same one later. */
const loadPage = (opened: OpenedStorage = openStorage(() => local)): Kit =>
  openKit(NAME, { opened, now: clock.now, newId });

const said = (value: string) => ({ asked: 'What?', value });

/** The sheet, as this tab last had it back, with one field typed in; stored the way a form does it. */
function type(kit: Kit, sheet: Sheet, field: string, value: string) {
  const answers = { ...sheet.answers, [field]: { ...answerOf(sheet, field), ...said(value) } };
  return kit.save({ ...sheet, answers }, new Set<SheetPart>([`answers.${field}`]), sheet);
}

/** What stands in a text field; nothing when it is empty. */
function textIn(sheet: Sheet, field: string): string {
  const value = answerOf(sheet, field)?.value;
  return typeof value === 'string' ? value : '';
}

const valuesOf = (sheet: Sheet | undefined) =>
  Object.fromEntries(Object.entries(sheet?.answers ?? {}).map(([id, { value }]) => [id, value]));

/** The records as another page has them, such as the one on which mentorships are named and deleted. */
const elsewhere = () => openRecords(NAME, { storage: local }, clock.now);

/** A mentorship, kept in storage; each is a minute younger than the one before. */
function keepMentorship(id: string, change: MentorshipChange = {}) {
  clock.forward({ minutes: 1 });
  elsewhere().write(mentorshipRecord, id, (stored) =>
    withChange(stored ?? newMentorship(id, clock.now()), change),
  );
}

/** A sheet with one answer, kept in storage. */
function keepSheet(id: string, mentorship: string, part: Partial<Sheet> = {}) {
  clock.forward({ minutes: 1 });
  const sheet = {
    ...newSheet({ id, worksheet: 'w', mentorship }, clock.now()),
    answers: { a: said(`by ${id}`) },
    ...part,
  };
  elsewhere().write(sheetRecord, id, () => sheet);
  return sheet;
}

const chosenMentorship = () => {
  const reading = elsewhere().read(settingsRecord, SETTINGS_ID);
  return reading.state === 'ok' ? reading.record.data.current : undefined;
};

const mentorshipKeys = () => local.keys.filter((key) => key.startsWith(`${NAME}:mentorship:`));

/** Everything written anywhere in storage, whatever state it is in. */
const allText = () => [...local.items.values()].join('\n');

describe('the first keystroke', () => {
  it('nothing is stored before it', () => {
    const kit = loadPage();
    kit.open('before-we-talk');
    kit.lastDone('before-we-talk');
    kit.sheets();
    expect(local.keys).toEqual([]);
  });

  it('makes the sheet and the mentorship it belongs to, each under a key of its own', () => {
    const kit = loadPage();
    const written = type(kit, kit.open('before-we-talk'), 'going-well', 'W');
    expect(written).toMatchObject({ state: 'saved', at: clock.now() });
    expect(local.keys.sort()).toEqual([MENTORSHIP, SHEET]);
    expect(local.json(SHEET)).toEqual({
      format: 3,
      revision: 1,
      savedAt: '2026-02-14T08:30:00.000Z',
      data: {
        id: 'id2',
        worksheet: 'before-we-talk',
        mentorship: 'id1',
        started: '2026-02-14T08:30:00.000Z',
        answers: { 'going-well': said('W') },
        nudged: [],
      },
    });
    expect(local.json(MENTORSHIP)).toEqual({
      format: 2,
      revision: 1,
      savedAt: '2026-02-14T08:30:00.000Z',
      data: { id: 'id1', started: '2026-02-14T08:30:00.000Z', actions: {} },
    });
  });

  it('is found again when the page is loaded again', () => {
    const first = loadPage();
    type(first, first.open('before-we-talk'), 'going-well', 'We laugh');
    expect(valuesOf(loadPage().open('before-we-talk'))).toEqual({ 'going-well': 'We laugh' });
  });

  it('of a second sheet uses the mentorship there is', () => {
    const first = loadPage();
    type(first, first.open('before-we-talk'), 'going-well', 'x');
    const second = loadPage();
    type(second, second.open('levels'), 'skills', 'y');
    expect(local.keys.filter((key) => key.includes(':mentorship:'))).toEqual([MENTORSHIP]);
    expect(second.sheets().map(({ mentorship }) => mentorship)).toEqual(['id1', 'id1']);
  });

  it('leaves other sites on the same origin alone', () => {
    local.setItem('theirs', 'not json');
    local.setItem('how-are-we-doing-too:sheet:x', 'not json');
    local.setItem('how-are-we-doing', 'not json');
    const kit = loadPage();
    type(kit, kit.open('before-we-talk'), 'going-well', 'x');
    expect(
      ['theirs', 'how-are-we-doing-too:sheet:x', 'how-are-we-doing'].map((key) => local.getItem(key)),
    ).toEqual(['not json', 'not json', 'not json']);
    expect(kit.damaged()).toEqual([]);
  });

  it('draws a new id that fits an address when none is given', () => {
    const ids = Array.from({ length: 50 }, () => openKit(NAME, { opened: { storage: local } }).open('w').id);
    expect(new Set(ids).size).toBe(50);
    expect(ids.every((id) => /^[0-9a-z]{24}$/.test(id))).toBe(true);
  });
});

describe('writing on', () => {
  it('counts the revisions and keeps the time of the last', () => {
    const kit = loadPage();
    let { data } = type(kit, kit.open('before-we-talk'), 'going-well', 'W');
    for (const value of ['We', 'We laugh']) {
      clock.forward({ minutes: 1 });
      ({ data } = type(kit, data, 'going-well', value));
    }
    expect(local.json(SHEET)).toMatchObject({ revision: 3, savedAt: '2026-02-14T08:32:00.000Z' });
    expect(local.json(MENTORSHIP)).toMatchObject({ revision: 1 });
    expect(data.started).toBe('2026-02-14T08:30:00.000Z');
  });

  it('an emptied field is gone from storage', () => {
    const kit = loadPage();
    const { data } = type(kit, kit.open('before-we-talk'), 'going-well', 'secret');
    kit.save({ ...data, answers: {} }, new Set<SheetPart>(['answers.going-well']), data);
    expect(allText()).not.toContain('secret');
  });
});

describe('two tabs on one sheet', () => {
  it('a second tab’s answer in another field is not overwritten', () => {
    const first = loadPage();
    const { data } = type(first, first.open('before-we-talk'), 'going-well', 'one');
    const second = loadPage();
    type(second, second.open('before-we-talk'), 'in-the-way', 'two');
    const written = type(first, data, 'going-well', 'one more');
    expect(valuesOf(written.data)).toEqual({ 'going-well': 'one more', 'in-the-way': 'two' });
    expect(valuesOf(loadPage().open('before-we-talk'))).toEqual(valuesOf(written.data));
    expect(local.json(SHEET)).toMatchObject({ revision: 3 });
  });

  it('keep both, in whatever order they type', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), (turns) => {
        local = new FakeStorage();
        newId = counting();
        const start = loadPage();
        const begun = type(start, start.open('w'), 'begun', 'x').data;
        const tabs = [loadPage(), loadPage()].map((kit) => ({ kit, sheet: begun, typed: '' }));
        for (const [n, second] of turns.entries()) {
          const tab = tabs[Number(second)]!;
          tab.typed += `${n} `;
          tab.sheet = type(tab.kit, tab.sheet, second ? 'b' : 'a', tab.typed).data;
        }
        const expected = {
          begun: 'x',
          ...(tabs[0]!.typed && { a: tabs[0]!.typed }),
          ...(tabs[1]!.typed && { b: tabs[1]!.typed }),
        };
        expect(valuesOf(loadPage().open('w'))).toEqual(expected);
      }),
    );
  });

  it('a sheet called done in one stays done while the other types', () => {
    const first = loadPage();
    const { data } = type(first, first.open('w'), 'a', 'x');
    const second = loadPage();
    second.setDone(data, true);
    expect(type(first, data, 'a', 'xy').data.done).toBe('2026-02-14T08:30:00.000Z');
  });

  it('a sheet cleared in one and typed on in the other is there again, whole', () => {
    const first = loadPage();
    const { data } = type(first, first.open('w'), 'a', 'x');
    const second = loadPage();
    second.discard(data);
    type(first, data, 'b', 'y');
    expect(valuesOf(loadPage().open('w'))).toEqual({ a: 'x', b: 'y' });
    // Undo in the second tab must not put the older words over the newer ones.
    expect(second.restore(data)).toBe(false);
    expect(valuesOf(loadPage().open('w'))).toEqual({ a: 'x', b: 'y' });
  });
});

describe('two tabs on one field', () => {
  it('both texts are kept until the person chooses', () => {
    const first = loadPage();
    const begun = type(first, first.open('w'), 'a', 'x').data;
    const second = loadPage();
    type(second, second.open('w'), 'a', 'theirs');
    const written = type(first, begun, 'a', 'mine').data;
    expect(written.answers['a']).toEqual({ ...said('mine'), others: [{ value: 'theirs' }] });
    expect(loadPage().open('w')).toEqual(written);

    // Typing on leaves them there; choosing settles it, for this tab and for the next.
    const more = type(first, written, 'a', 'mine, and more').data;
    expect(more.answers['a']?.others).toEqual([{ value: 'theirs' }]);
    const settled = { ...more, answers: { a: chosen(more.answers['a']!, 'all') } };
    first.save(settled, new Set<SheetPart>(['answers.a']), more);
    expect(loadPage().open('w').answers['a']).toEqual(said('mine, and more\ntheirs'));
  });

  it('what the other tab made private is private from the next save on', () => {
    const first = loadPage();
    const begun = type(first, first.open('w'), 'a', 'x').data;
    const second = loadPage();
    const there = second.open('w');
    second.save(
      { ...there, answers: { a: { ...said('x'), private: true } } },
      new Set<SheetPart>(['answers.a']),
      there,
    );
    expect(type(first, begun, 'a', 'xy').data.answers['a']).toEqual({ ...said('xy'), private: true });
  });

  it('one’s own earlier words, which had no room, are not offered as another tab’s', () => {
    const kit = loadPage();
    let sheet = type(kit, kit.open('w'), 'a', 'short').data;
    local.leaveRoom(5);
    for (const words of ['We strat late, as ever', 'We start late, as ever', 'The end is rushed, as ever']) {
      const unsaved = type(kit, sheet, 'a', words);
      expect(unsaved.state).toBe('unsaved');
      sheet = unsaved.data;
      expect(sheet.answers['a']).toEqual(said(words));
    }
    local.room = Infinity;
    expect(type(kit, sheet, 'b', 'y').data.answers['a']).toEqual(said('The end is rushed, as ever'));
  });

  it('nor are they in a browser that keeps nothing', () => {
    const kit = loadPage(openStorage(() => null));
    const first = type(kit, kit.open('w'), 'a', 'We strat late').data;
    expect(type(kit, first, 'a', 'We start late').data.answers['a']).toEqual(said('We start late'));
  });

  it('keep every word, in whatever order they type and save', () => {
    const turns = fc.array(fc.record({ tab: fc.nat({ max: 2 }), field: fc.constantFrom('a', 'b') }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(turns, (all) => {
        local = new FakeStorage();
        newId = counting();
        const tabs = [loadPage(), loadPage(), loadPage()].map((kit) => ({ kit, sheet: kit.open('w') }));
        for (const [n, { tab: at, field }] of all.entries()) {
          const tab = tabs[at]!;
          const before = textIn(tab.sheet, field);
          tab.sheet = type(tab.kit, tab.sheet, field, `${before} <${at}.${n}>`.trim()).data;
        }
        expect(mentorshipKeys()).toHaveLength(all.length > 0 ? 1 : 0);
        expect(loadPage().sheets()).toHaveLength(all.length > 0 ? 1 : 0);
        const kept = JSON.stringify(loadPage().open('w').answers);
        for (const [n, { tab }] of all.entries()) expect(kept).toContain(`<${tab}.${n}>`);
      }),
    );
  });
});

describe('two tabs, each with its first keystroke', () => {
  it('make one mentorship and one sheet, with the words of both', () => {
    const [first, second] = [loadPage(), loadPage()];
    const [here, there] = [first.open('w'), second.open('w')];
    expect(here.mentorship).not.toBe(there.mentorship);
    const one = type(first, here, 'a', 'one');
    const two = type(second, there, 'b', 'two');
    expect(two.data.id).toBe(one.data.id);
    expect(mentorshipKeys()).toEqual([`${NAME}:mentorship:${here.mentorship}`]);
    expect(loadPage().sheets().map(valuesOf)).toEqual([{ a: 'one', b: 'two' }]);
    expect(second.current()).toBe(here.mentorship);
  });

  it('in one field keep both', () => {
    const [first, second] = [loadPage(), loadPage()];
    const there = second.open('w');
    type(first, first.open('w'), 'a', 'one');
    expect(type(second, there, 'a', 'two').data.answers['a']).toEqual({
      ...said('two'),
      others: [{ value: 'one' }],
    });
  });

  it('in two worksheets make one mentorship and two sheets', () => {
    const [first, second] = [loadPage(), loadPage()];
    const there = second.open('levels');
    type(first, first.open('w'), 'a', 'one');
    type(second, there, 'b', 'two');
    expect(mentorshipKeys()).toHaveLength(1);
    expect(loadPage().open('w').mentorship).toBe(loadPage().open('levels').mentorship);
  });

  it('a sheet that the first has called done already is not written into', () => {
    const [first, second] = [loadPage(), loadPage()];
    const there = second.open('w');
    first.setDone(type(first, first.open('w'), 'a', 'one').data, true);
    expect(type(second, there, 'a', 'two').data.id).toBe(there.id);
    expect(loadPage().sheets().map(valuesOf)).toEqual([{ a: 'one' }, { a: 'two' }]);
  });
});

describe('several mentorships', () => {
  beforeEach(() => {
    keepMentorship('owen');
    keepMentorship('ravi');
    keepMentorship('zoe', { archived: clock.now().toISOString() });
  });

  it('the oldest that is not put away is open until another is chosen, and that one in all later visits', () => {
    const kit = loadPage();
    expect(kit.current()).toBe('owen');
    expect(chosenMentorship()).toBeUndefined();
    kit.setCurrent('ravi');
    expect(kit.current()).toBe('ravi');
    expect(loadPage().current()).toBe('ravi');
  });

  it('another can be chosen where a newer site keeps the choice, for as long as the page is open', () => {
    local.setItem(
      `${NAME}:settings:kit`,
      JSON.stringify({ format: 99, revision: 1, savedAt: clock.now().toISOString(), data: {} }),
    );
    const before = new Map(local.items);
    const kit = loadPage();
    kit.setCurrent('ravi');
    expect(kit.current()).toBe('ravi');
    expect(loadPage().current()).toBe('owen');
    expect(local.items).toEqual(before);
  });

  it('choosing the one that is open already stores nothing', () => {
    const before = local.keys;
    loadPage().setCurrent('owen');
    expect(local.keys).toEqual(before);
  });

  it('the sheet to go on with is the newest unfinished one of the mentorship that is open', () => {
    keepSheet('owen-old', 'owen');
    keepSheet('owen-new', 'owen');
    keepSheet('owen-done', 'owen', { done: clock.now().toISOString() });
    keepSheet('ravi-one', 'ravi');
    keepSheet('ravi-done', 'ravi', { done: clock.now().toISOString() });
    const kit = loadPage();
    expect(kit.open('w').id).toBe('owen-new');
    expect(kit.lastDone('w')?.id).toBe('owen-done');
    kit.setCurrent('ravi');
    expect(kit.open('w').id).toBe('ravi-one');
    expect(kit.lastDone('w')?.id).toBe('ravi-done');
  });

  it('a new sheet belongs to the one that is open, and is not written into a sheet of another', () => {
    keepSheet('owen-one', 'owen');
    const kit = loadPage();
    kit.setCurrent('ravi');
    const written = type(kit, kit.open('w'), 'a', 'about Ravi').data;
    expect(written).toMatchObject({ mentorship: 'ravi', answers: { a: { value: 'about Ravi' } } });
    kit.setCurrent('owen');
    expect(valuesOf(kit.open('w'))).toEqual({ a: 'by owen-one' });
  });

  it('an address that names a sheet opens its mentorship', () => {
    keepSheet('ravi-one', 'ravi');
    const kit = loadPage();
    expect(kit.open('w', 'ravi-one').id).toBe('ravi-one');
    expect(kit.current()).toBe('ravi');
    expect(loadPage().current()).toBe('ravi');
    expect(kit.open('levels').mentorship).toBe('ravi');
  });

  it('an address that names nothing here leaves the one that is open', () => {
    keepSheet('ravi-one', 'ravi');
    const kit = loadPage();
    kit.open('levels', 'ravi-one');
    kit.open('w', 'nowhere');
    expect(kit.current()).toBe('owen');
  });

  it('a sheet of one that was put away can be looked at, and the choice that was made stays', () => {
    keepSheet('zoe-one', 'zoe');
    const kit = loadPage();
    kit.setCurrent('ravi');
    expect(kit.open('w', 'zoe-one').id).toBe('zoe-one');
    expect(kit.current()).toBe('ravi');
    expect(loadPage().current()).toBe('ravi');
  });

  it('one that was put away is written in when its sheet is typed on', () => {
    const sheet = keepSheet('zoe-one', 'zoe');
    expect(type(loadPage(), sheet, 'b', 'more').data).toMatchObject({ id: 'zoe-one', mentorship: 'zoe' });
    expect(mentorshipKeys()).toHaveLength(3);
  });

  it('when the one that was open is put away, the oldest that is left is open', () => {
    const kit = loadPage();
    kit.setCurrent('ravi');
    keepMentorship('ravi', { archived: clock.now().toISOString() });
    expect(kit.current()).toBe('owen');
    keepMentorship('ravi', { archived: undefined });
    expect(kit.current()).toBe('ravi');
  });

  it('when the one that was open is deleted, the oldest that is left is open', () => {
    const kit = loadPage();
    kit.setCurrent('ravi');
    elsewhere().discard(mentorshipRecord, 'ravi');
    expect(kit.current()).toBe('owen');
    expect(loadPage().open('w').mentorship).toBe('owen');
    elsewhere().restore(mentorshipRecord, 'ravi');
    expect(kit.current()).toBe('ravi');
  });

  it('when none is left, the first keystroke makes one', () => {
    for (const id of ['owen', 'ravi', 'zoe']) elsewhere().discard(mentorshipRecord, id);
    const kit = loadPage();
    const { data } = type(kit, kit.open('w'), 'a', 'x');
    expect(mentorshipKeys()).toEqual([`${NAME}:mentorship:${data.mentorship}`]);
    expect(['owen', 'ravi', 'zoe']).not.toContain(data.mentorship);
  });

  it('when all are put away, the first keystroke makes one', () => {
    for (const id of ['owen', 'ravi']) keepMentorship(id, { archived: clock.now().toISOString() });
    const kit = loadPage();
    expect(['owen', 'ravi', 'zoe']).not.toContain(type(kit, kit.open('w'), 'a', 'x').data.mentorship);
  });

  it('a sheet can be about any that is not put away, and about its own', () => {
    const ids = (sheet: Sheet) =>
      loadPage()
        .mentorships(sheet)
        .map(({ id }) => id);
    expect(ids(keepSheet('owen-one', 'owen'))).toEqual(['owen', 'ravi']);
    expect(ids(keepSheet('zoe-one', 'zoe'))).toEqual(['owen', 'ravi', 'zoe']);
  });

  it('a choice that cannot be read does not stop anyone', () => {
    local.setItem(`${NAME}:settings:${SETTINGS_ID}`, 'spoilt');
    const kit = loadPage();
    expect(kit.current()).toBe('owen');
    kit.setCurrent('ravi');
    expect(loadPage().current()).toBe('ravi');
    expect(allText()).toContain('spoilt');
  });

  it('choosing keeps all else that the settings hold', () => {
    elsewhere().write(settingsRecord, SETTINGS_ID, () => ({ kit: 'k1', copied: clock.now().toISOString() }));
    loadPage().setCurrent('ravi');
    const reading = elsewhere().read(settingsRecord, SETTINGS_ID);
    expect(reading).toMatchObject({
      record: { data: { kit: 'k1', copied: clock.now().toISOString(), current: 'ravi' } },
    });
  });
});

describe('a mentorship deleted in another tab while its sheet is open here', () => {
  /** Deletes a mentorship with all that belongs to it, as its own page does. */
  function deleteAll(mentorship: string, ...sheets: string[]) {
    for (const id of sheets) elsewhere().discard(sheetRecord, id);
    elsewhere().discard(mentorshipRecord, mentorship);
  }
  beforeEach(() => {
    keepMentorship('owen', { other: 'Owen' });
    keepMentorship('ravi', { other: 'Ravi' });
  });

  it('comes back, name and all, with the words that are written', () => {
    const sheet = keepSheet('ravi-one', 'ravi');
    const kit = loadPage();
    const open = kit.open('w', 'ravi-one');
    deleteAll('ravi', 'ravi-one');
    expect(kit.current()).toBe('owen');
    const written = type(kit, open, 'b', 'more');
    expect(written).toMatchObject({ state: 'saved', data: { id: 'ravi-one', mentorship: 'ravi' } });
    expect(valuesOf(loadPage().open('w', 'ravi-one'))).toEqual({ a: 'by ravi-one', b: 'more' });
    expect(local.json(`${NAME}:mentorship:ravi`)).toMatchObject({ data: { other: 'Ravi' } });
    expect(written.data.started).toBe(sheet.started);
  });

  it('comes back with a first word as well', () => {
    const kit = loadPage();
    kit.setCurrent('ravi');
    const blank = kit.open('w');
    deleteAll('ravi');
    expect(type(kit, blank, 'a', 'x').data.mentorship).toBe('ravi');
    expect(mentorshipKeys()).toContain(`${NAME}:mentorship:ravi`);
  });

  it('comes back when its sheet is called done', () => {
    keepSheet('ravi-one', 'ravi');
    const kit = loadPage();
    const open = kit.open('w', 'ravi-one');
    deleteAll('ravi', 'ravi-one');
    expect(kit.setDone(open, true)).toMatchObject({ state: 'saved', data: { mentorship: 'ravi' } });
    expect(mentorshipKeys()).toContain(`${NAME}:mentorship:ravi`);
  });

  it('comes back when the sheet that was cleared here is brought back', () => {
    keepSheet('ravi-one', 'ravi');
    const kit = loadPage();
    const open = kit.open('w', 'ravi-one');
    kit.discard(open);
    deleteAll('ravi');
    expect(kit.restore(open)).toBe(true);
    expect(valuesOf(loadPage().open('w', 'ravi-one'))).toEqual({ a: 'by ravi-one' });
    expect(local.json(`${NAME}:mentorship:ravi`)).toMatchObject({ data: { other: 'Ravi' } });
  });

  it('does not come back when nothing is written', () => {
    keepSheet('ravi-one', 'ravi');
    const kit = loadPage();
    kit.open('w', 'ravi-one');
    deleteAll('ravi', 'ravi-one');
    kit.open('w');
    kit.sheets();
    expect(mentorshipKeys()).toEqual([`${NAME}:mentorship:owen`]);
  });

  it('of which nothing is left is made anew under its id, so that its sheet is not lost from sight', () => {
    const sheet = keepSheet('ravi-one', 'ravi');
    local.removeItem(`${NAME}:mentorship:ravi`);
    const kit = loadPage();
    const written = type(kit, sheet, 'b', 'more');
    expect(written.data).toMatchObject({ id: 'ravi-one', mentorship: 'ravi' });
    expect(mentorshipKeys()).toContain(`${NAME}:mentorship:ravi`);
    kit.setCurrent('ravi');
    expect(kit.open('w')).toEqual(written.data);
  });
});

describe('a sheet of the other person', () => {
  const from = { kit: 'k2', at: '2026-02-14T08:00:00.000Z' };
  beforeEach(() => keepMentorship('owen'));

  it('is never opened to be written in: not as the newest, and not by its name', () => {
    const own = keepSheet('own', 'owen');
    keepSheet('theirs', 'owen', { from });
    const kit = loadPage();
    expect(kit.open('w')).toEqual(own);
    expect(kit.open('w', 'theirs')).toEqual(own);
    kit.discard(own);
    expect(kit.open('w')).toMatchObject({ answers: {} });
    expect(kit.open('w', 'theirs')).toMatchObject({ answers: {} });
    expect(kit.open('w', 'theirs')).not.toHaveProperty('from');
  });

  it('does not change which mentorship is open', () => {
    keepMentorship('ravi');
    keepSheet('theirs', 'ravi', { from });
    const kit = loadPage();
    kit.open('w', 'theirs');
    expect(kit.current()).toBe('owen');
  });

  it('does not take in the first words of one’s own', () => {
    keepSheet('theirs', 'owen', { from });
    const before = local.getItem(`${NAME}:sheet:theirs`);
    const kit = loadPage();
    const { data } = type(kit, kit.open('w'), 'a', 'mine');
    expect(data.id).not.toBe('theirs');
    expect(local.getItem(`${NAME}:sheet:theirs`)).toBe(before);
  });

  it('is not the one that was finished last here', () => {
    keepSheet('own', 'owen', { done: '2026-01-01T00:00:00.000Z' });
    keepSheet('theirs', 'owen', { from, done: '2026-02-01T00:00:00.000Z' });
    expect(loadPage().lastDone('w')?.id).toBe('own');
  });

  it('is found beside one’s own of the same worksheet and mentorship, the newest of several', () => {
    keepMentorship('ravi');
    const own = keepSheet('own', 'owen');
    keepSheet('older', 'owen', { from });
    const theirs = keepSheet('theirs', 'owen', { from });
    keepSheet('other', 'ravi', { from });
    keepSheet('levels', 'owen', { from, worksheet: 'levels' });
    const kit = loadPage();
    expect(kit.received(own)).toEqual(theirs);
    expect(kit.received({ ...own, worksheet: 'agreement' })).toBeUndefined();
  });
});

describe('a storage that gets full in the middle', () => {
  it('the page keeps the words, says so, and saves again once there is room', () => {
    const kit = loadPage();
    const begun = type(kit, kit.open('w'), 'a', 'short');
    local.leaveRoom(5);
    const words = 'a long answer '.repeat(20);
    const unsaved = type(kit, begun.data, 'a', words);
    expect(unsaved).toMatchObject({ state: 'unsaved', trouble: 'full' });
    expect(valuesOf(unsaved.data)).toEqual({ a: words });
    expect(valuesOf(kit.open('w'))).toEqual({ a: words });
    expect(kit.sheets()).toHaveLength(1);
    expect(valuesOf(loadPage().open('w'))).toEqual({ a: 'short' });

    local.room = Infinity;
    const saved = type(kit, unsaved.data, 'b', 'more');
    expect(saved.state).toBe('saved');
    expect(valuesOf(loadPage().open('w'))).toEqual({ a: words, b: 'more' });

    // From here on the page reads what is stored again, and not what it once kept for itself.
    const second = loadPage();
    type(second, second.open('w'), 'c', 'theirs');
    expect(valuesOf(kit.open('w'))).toEqual({ a: words, b: 'more', c: 'theirs' });
  });

  it('a first keystroke without room is kept in the page, and stored with its mentorship later', () => {
    local.leaveRoom(30);
    const kit = loadPage();
    expect(kit.trouble).toBeUndefined();
    const unsaved = type(kit, kit.open('w'), 'a', 'x');
    expect(unsaved).toMatchObject({ state: 'unsaved', trouble: 'full' });
    expect(local.keys).toEqual([]);
    expect(valuesOf(kit.open('w'))).toEqual({ a: 'x' });
    expect(kit.open('w').id).toBe('id2');

    local.room = Infinity;
    expect(type(kit, unsaved.data, 'a', 'xy').state).toBe('saved');
    expect(local.keys.sort()).toEqual([MENTORSHIP, SHEET]);
  });

  it('what another tab could store meanwhile is not overwritten once there is room again', () => {
    const first = loadPage();
    const begun = type(first, first.open('w'), 'a', 'short');
    local.leaveRoom(60);
    const unsaved = type(first, begun.data, 'a', 'long '.repeat(50));
    expect(unsaved.state).toBe('unsaved');
    const second = loadPage();
    expect(type(second, second.open('w'), 'b', 'theirs').state).toBe('saved');

    local.room = Infinity;
    expect(type(first, unsaved.data, 'c', 'more').state).toBe('saved');
    expect(valuesOf(loadPage().open('w'))).toEqual({ a: 'long '.repeat(50), b: 'theirs', c: 'more' });
  });

  it('calling it done then stores what had no room before', () => {
    const kit = loadPage();
    const begun = type(kit, kit.open('w'), 'a', 'short');
    local.leaveRoom(5);
    const unsaved = type(kit, begun.data, 'a', 'long '.repeat(50));
    const still = kit.setDone(unsaved.data, true);
    expect(still).toMatchObject({ state: 'unsaved', trouble: 'full' });
    expect(kit.lastDone('w')?.id).toBe('id2');
    local.room = Infinity;
    expect(kit.setDone(still.data, true).state).toBe('saved');
    expect(loadPage().lastDone('w')).toMatchObject({ answers: { a: { value: 'long '.repeat(50) } } });
  });

  it('from the start is told, and what fits is stored all the same', () => {
    local.setItem('theirs', 'x'.repeat(100));
    local.leaveRoom(0);
    const kit = loadPage();
    expect(kit.trouble).toBe('full');
    const unsaved = type(kit, kit.open('w'), 'a', 'x');
    expect(unsaved).toMatchObject({ state: 'unsaved', trouble: 'full' });
    local.room = Infinity;
    expect(type(kit, unsaved.data, 'a', 'xy').state).toBe('saved');
  });

  it('a refusal of another kind is told as blocked, and the words stay in the page', () => {
    const kit = loadPage();
    const begun = type(kit, kit.open('w'), 'a', 'x');
    local.refusal = new DOMException('Denied', 'SecurityError');
    const unsaved = type(kit, begun.data, 'a', 'xy');
    expect(unsaved).toMatchObject({ state: 'unsaved', trouble: 'blocked' });
    expect(valuesOf(kit.open('w'))).toEqual({ a: 'xy' });
  });
});

describe('a browser that keeps nothing', () => {
  it('is told at once; the page works on, and nothing is called saved', () => {
    const kit = loadPage(openStorage(() => null));
    expect(kit.trouble).toBe('blocked');
    const first = type(kit, kit.open('w'), 'a', 'x');
    expect(first).toMatchObject({ state: 'unsaved', trouble: 'blocked' });
    const second = type(kit, first.data, 'b', 'y');
    expect(valuesOf(second.data)).toEqual({ a: 'x', b: 'y' });
    expect(valuesOf(kit.open('w'))).toEqual({ a: 'x', b: 'y' });
    expect(kit.setDone(second.data, true)).toMatchObject({
      state: 'unsaved',
      data: { done: expect.any(String) as string },
    });
    expect(kit.discard(second.data)).toBe(true);
    expect(kit.restore(second.data)).toBe(true);
    expect(valuesOf(kit.lastDone('w'))).toEqual({ a: 'x', b: 'y' });
  });
});

describe('a record that cannot be read', () => {
  const spoilt = '{"format":1,"revision":7,"savedAt":"2026-02-13","data":{"answers":{"a":{"value":"We st';

  it('is set aside whole and listed, and a new sheet opens', () => {
    local.setItem(`${NAME}:sheet:old`, spoilt);
    const kit = loadPage();
    const sheet = kit.open('w');
    expect(sheet).toMatchObject({ id: 'id2', answers: {} });
    expect(kit.damaged()).toEqual([
      { key: `${NAME}:damaged:sheet:old:${clock.time.getTime()}`, text: spoilt },
    ]);
    expect(local.getItem(`${NAME}:sheet:old`)).toBeNull();
  });

  it('is still listed when the page is loaded again, until it is taken away', () => {
    local.setItem(`${NAME}:sheet:old`, spoilt);
    loadPage().open('w');
    clock.forward({ days: 400 });
    const kit = loadPage();
    kit.open('w');
    const [aside, ...more] = kit.damaged();
    expect(aside?.text).toBe(spoilt);
    expect(more).toEqual([]);
    kit.forget(aside!);
    expect(kit.damaged()).toEqual([]);
    expect(local.keys).toEqual([]);
  });

  it('that a sheet turned into while it was open is set aside before the page’s words are stored', () => {
    const kit = loadPage();
    const { data } = type(kit, kit.open('w'), 'a', 'x');
    local.setItem(SHEET, spoilt);
    expect(type(kit, data, 'b', 'y').state).toBe('saved');
    expect(kit.damaged().map(({ text }) => text)).toEqual([spoilt]);
    expect(valuesOf(loadPage().open('w'))).toEqual({ a: 'x', b: 'y' });
  });

  it('is set aside even in a full storage, where the copy has no room beside it', () => {
    local.setItem(`${NAME}:sheet:old`, spoilt);
    local.leaveRoom(30);
    const kit = loadPage();
    kit.open('w');
    expect(kit.damaged().map(({ text }) => text)).toEqual([spoilt]);
  });

  it('stays where it is and is listed all the same when there is no room even for a longer key', () => {
    local.setItem(`${NAME}:sheet:old`, spoilt);
    local.leaveRoom(0);
    const kit = loadPage();
    kit.open('w');
    expect(local.getItem(`${NAME}:sheet:old`)).toBe(spoilt);
    expect(kit.damaged()).toEqual([{ key: `${NAME}:sheet:old`, text: spoilt }]);
    kit.forget(kit.damaged()[0]!);
    expect(kit.damaged()).toEqual([]);
    expect(local.keys).toEqual([]);
  });

  it('is never written over for want of room', () => {
    const kit = loadPage();
    const { data } = type(kit, kit.open('w'), 'a', 'x');
    const long = spoilt + 'x'.repeat(1000);
    local.setItem(SHEET, long);
    local.leaveRoom(0);
    const unsaved = type(kit, data, 'b', 'y');
    expect(unsaved).toMatchObject({ state: 'unsaved', trouble: 'full' });
    expect(local.getItem(SHEET)).toBe(long);
    expect(valuesOf(kit.open('w'))).toEqual({ a: 'x', b: 'y' });

    local.room = Infinity;
    expect(type(kit, unsaved.data, 'c', 'z').state).toBe('saved');
    expect(kit.damaged().map(({ text }) => text)).toEqual([long]);
    expect(valuesOf(loadPage().open('w'))).toEqual({ a: 'x', b: 'y', c: 'z' });
  });

  it('as a mentorship is set aside too, and made anew under its id', () => {
    const kit = loadPage();
    const { data } = type(kit, kit.open('w'), 'a', 'x');
    local.setItem(MENTORSHIP, 'spoilt');
    const later = loadPage();
    later.open('levels');
    expect(later.damaged().map(({ text }) => text)).toEqual(['spoilt']);
    type(later, data, 'a', 'xy');
    expect(local.json(MENTORSHIP)).toMatchObject({ data: { id: 'id1' } });
  });

  it('never takes a readable one with it', () => {
    const kit = loadPage();
    type(kit, kit.open('w'), 'a', 'x');
    local.setItem(`${NAME}:sheet:old`, spoilt);
    expect(valuesOf(loadPage().open('w'))).toEqual({ a: 'x' });
  });
});

describe('a record of a newer site', () => {
  const mentorship = JSON.stringify({
    format: 2,
    revision: 1,
    savedAt: '2026-02-13T10:00:00.000Z',
    data: { id: 'id1', started: '2026-02-13T09:00:00.000Z', actions: {} },
  });
  const newer = JSON.stringify(
    {
      format: 4,
      revision: 9,
      savedAt: '2026-02-13T10:00:00.000Z',
      data: {
        id: 'id2',
        worksheet: 'w',
        mentorship: 'id1',
        started: '2026-02-13T09:00:00.000Z',
        answers: { a: { asked: 'What?', value: 'from next year', mood: 'sunny' } },
        nudged: [],
        weather: 'unknown to us',
      },
    },
    null,
    2,
  );

  it('is shown as far as it can be read', () => {
    local.setItem(SHEET, newer);
    local.setItem(MENTORSHIP, mentorship);
    expect(valuesOf(loadPage().open('w'))).toEqual({ a: 'from next year' });
    expect(loadPage().damaged()).toEqual([]);
  });

  it('is never changed, not by one byte, and the page says why nothing is saved', () => {
    local.setItem(SHEET, newer);
    local.setItem(MENTORSHIP, mentorship);
    const kit = loadPage();
    const sheet = kit.open('w');
    const typed = type(kit, sheet, 'b', 'mine');
    expect(typed).toMatchObject({ state: 'unsaved', trouble: 'newer' });
    expect(valuesOf(typed.data)).toEqual({ a: 'from next year', b: 'mine' });
    expect(kit.setDone(sheet, true)).toMatchObject({ state: 'unsaved', trouble: 'newer' });
    expect(local.getItem(SHEET)).toBe(newer);
  });

  it('that another tab’s newer site wrote while the sheet was open here is never changed either', () => {
    const kit = loadPage();
    const { data } = type(kit, kit.open('w'), 'a', 'x');
    local.setItem(SHEET, newer);
    expect(type(kit, data, 'a', 'xy')).toMatchObject({ state: 'unsaved', trouble: 'newer' });
    expect(local.getItem(SHEET)).toBe(newer);
  });

  it('of which nothing can be read stays as it is, and a new sheet opens', () => {
    const strange = '{"format":7,"revision":1,"savedAt":"2031-01-01","data":["all","new"]}';
    local.setItem(`${NAME}:sheet:strange`, strange);
    const kit = loadPage();
    expect(kit.open('w')).toMatchObject({ id: 'id2', answers: {} });
    expect(kit.damaged()).toEqual([]);
    expect(local.getItem(`${NAME}:sheet:strange`)).toBe(strange);
  });

  it('goes to the trash and comes back byte for byte', () => {
    local.setItem(SHEET, newer);
    local.setItem(MENTORSHIP, mentorship);
    const kit = loadPage();
    const sheet = kit.open('w');
    kit.discard(sheet);
    expect(local.getItem(SHEET)).toBeNull();
    kit.restore(sheet);
    expect(local.getItem(SHEET)).toBe(newer);
  });
});

describe('clearing a sheet', () => {
  const TRASH = `${NAME}:trash:sheet:id2`;
  let kit: Kit;
  let sheet: Sheet;
  beforeEach(() => {
    kit = loadPage();
    sheet = type(kit, kit.open('w'), 'a', 'words "in quotes"').data;
  });

  it('moves it to the trash, and a blank one opens', () => {
    const before = local.getItem(SHEET);
    expect(kit.discard(sheet)).toBe(true);
    expect(local.getItem(SHEET)).toBeNull();
    expect(local.json(TRASH)).toEqual({ deletedAt: '2026-02-14T08:30:00.000Z', text: before });
    expect(kit.sheets()).toEqual([]);
    expect(kit.open('w').answers).toEqual({});
  });

  it('is undone whole', () => {
    const before = local.getItem(SHEET);
    kit.discard(sheet);
    expect(kit.restore(sheet)).toBe(true);
    expect(local.getItem(SHEET)).toBe(before);
    expect(local.getItem(TRASH)).toBeNull();
    expect(kit.open('w')).toEqual(sheet);
  });

  it('can be undone after the page was loaded again, once', () => {
    kit.discard(sheet);
    expect(loadPage().restore(sheet)).toBe(true);
    expect(loadPage().restore(sheet)).toBe(false);
    expect(loadPage().open('w')).toEqual(sheet);
  });

  it('can be done again after it was undone', () => {
    kit.discard(sheet);
    kit.restore(sheet);
    type(kit, sheet, 'a', 'newer');
    expect(kit.discard(sheet)).toBe(true);
    expect(kit.restore(sheet)).toBe(true);
    expect(valuesOf(kit.open('w'))).toEqual({ a: 'newer' });
  });

  it('that was never stored is nothing to undo', () => {
    const blank = kit.open('levels');
    expect(kit.discard(blank)).toBe(true);
    expect(kit.restore(blank)).toBe(false);
  });

  it('is not done when there is no room for a way back, and the sheet stays', () => {
    const before = local.getItem(SHEET);
    local.leaveRoom(0);
    expect(kit.discard(sheet)).toBe(false);
    expect(local.getItem(SHEET)).toBe(before);
    expect(kit.open('w')).toEqual(sheet);
  });

  it('works in a full storage when the sheet’s own room is enough for the way back', () => {
    local.leaveRoom(120);
    expect(kit.discard(sheet)).toBe(true);
    expect(kit.restore(sheet)).toBe(true);
    expect(kit.open('w')).toEqual(sheet);
  });

  it('loses nothing when another page takes the room in the middle of the move', () => {
    const before = local.getItem(SHEET)!;
    local.leaveRoom(0);
    const remove = local.removeItem.bind(local);
    local.removeItem = (key) => {
      remove(key);
      local.leaveRoom(0);
    };
    expect(kit.discard(sheet)).toBe(false);
    expect(kit.open('w')).toEqual(sheet);
    local.removeItem = remove;
    local.room = Infinity;
    expect(type(kit, sheet, 'b', 'y').state).toBe('saved');
    expect(valuesOf(loadPage().open('w'))).toEqual({ a: 'words "in quotes"', b: 'y' });
    expect(before).toContain('words');
  });

  it('takes along the words that had no room to be stored', () => {
    local.leaveRoom(5);
    const unsaved = type(kit, sheet, 'a', 'long '.repeat(50));
    local.room = Infinity;
    expect(kit.discard(unsaved.data)).toBe(true);
    expect(kit.sheets()).toEqual([]);
    expect(kit.restore(unsaved.data)).toBe(true);
    expect(valuesOf(loadPage().open('w'))).toEqual({ a: 'long '.repeat(50) });
  });

  it('empties the trash of what is older than 30 days, and of nothing younger', () => {
    kit.discard(sheet);
    clock.forward({ days: 30 });
    loadPage();
    expect(local.getItem(TRASH)).not.toBeNull();
    clock.forward({ minutes: 1 });
    loadPage();
    expect(local.getItem(TRASH)).toBeNull();
  });

  it('keeps in the trash what says no date', () => {
    for (const text of [
      'x',
      '{}',
      'null',
      '{"deletedAt":"some day","text":"x"}',
      '{"deletedAt":1,"text":"x"}',
    ]) {
      local.setItem(TRASH, text);
      clock.forward({ days: 400 });
      const later = loadPage();
      expect(local.getItem(TRASH)).toBe(text);
      expect(() => later.sheets()).not.toThrow();
    }
  });
});

describe('calling a sheet done', () => {
  it('keeps the day, and a new sheet opens after it', () => {
    const kit = loadPage();
    const { data } = type(kit, kit.open('w'), 'a', 'x');
    clock.forward({ days: 1 });
    const done = kit.setDone(data, true);
    expect(done).toMatchObject({ state: 'saved', data: { done: '2026-02-15T08:30:00.000Z' } });
    expect(kit.lastDone('w')).toEqual(done.data);
    const next = kit.open('w');
    expect(next).toMatchObject({ answers: {}, mentorship: 'id1', started: '2026-02-15T08:30:00.000Z' });
    expect(next.id).not.toBe(data.id);
  });

  it('can be taken back', () => {
    const kit = loadPage();
    const { data } = type(kit, kit.open('w'), 'a', 'x');
    const done = kit.setDone(data, true).data;
    const again = kit.setDone(done, false);
    expect(again.data).toEqual(data);
    expect(again.data).not.toHaveProperty('done');
    expect(kit.lastDone('w')).toBeUndefined();
    expect(loadPage().open('w')).toEqual(data);
  });

  it('keeps what another tab wrote in between', () => {
    const kit = loadPage();
    const { data } = type(kit, kit.open('w'), 'a', 'x');
    const second = loadPage();
    type(second, second.open('w'), 'b', 'y');
    expect(valuesOf(kit.setDone(data, true).data)).toEqual({ a: 'x', b: 'y' });
  });

  it('gives the one finished last when there are several', () => {
    const kit = loadPage();
    for (const value of ['first', 'second']) {
      kit.setDone(type(kit, kit.open('w'), 'a', value).data, true);
      clock.forward({ days: 60 });
    }
    expect(valuesOf(kit.lastDone('w'))).toEqual({ a: 'second' });
    expect(kit.sheets()).toHaveLength(2);
    expect(kit.lastDone('levels')).toBeUndefined();
  });
});

describe('an address that names a sheet', () => {
  it('opens that one, done or not, in place of the newest', () => {
    const kit = loadPage();
    const first = type(kit, kit.open('w'), 'a', 'first').data;
    kit.setDone(first, true);
    const second = type(kit, kit.open('w'), 'a', 'second').data;
    expect(kit.open('w', first.id).id).toBe(first.id);
    expect(kit.open('w', second.id)).toEqual(second);
  });

  it.each([
    ['nothing', ''],
    ['a sheet there is not', 'nowhere'],
    ['what every object carries', '__proto__'],
    ['a constructor', 'constructor'],
    ['10,000 letters', 'x'.repeat(10_000)],
  ])('opens the newest when it names %s', (_, named) => {
    const kit = loadPage();
    const { data } = type(kit, kit.open('w'), 'a', 'x');
    expect(kit.open('w', named)).toEqual(data);
  });

  it('does not open a sheet of another worksheet', () => {
    const kit = loadPage();
    const { data } = type(kit, kit.open('w'), 'a', 'x');
    expect(kit.open('levels', data.id)).toMatchObject({ worksheet: 'levels', answers: {} });
  });
});

describe('a clock that is set back a day', () => {
  it('loses nothing: not the sheet, not the words typed on, not the trash, not the done one', () => {
    const kit = loadPage();
    const sheet = type(kit, kit.open('w'), 'a', 'x').data;
    const thrown = type(kit, kit.open('levels'), 'b', 'y').data;
    kit.discard(thrown);
    clock.forward({ days: -1 });

    const later = loadPage();
    const open = later.open('w');
    expect(open).toEqual(sheet);
    expect(type(later, open, 'a', 'xy').state).toBe('saved');
    expect(local.json(SHEET)).toMatchObject({ revision: 2, savedAt: '2026-02-13T08:30:00.000Z' });
    expect(later.restore(thrown)).toBe(true);
    expect(valuesOf(later.open('levels'))).toEqual({ b: 'y' });
    const done = later.setDone(open, true).data;
    expect(done).toMatchObject({ done: '2026-02-13T08:30:00.000Z' });
    expect(valuesOf(later.lastDone('w'))).toEqual({ a: 'xy' });
    expect(later.sheets()).toHaveLength(2);
  });

  it('leaves a sheet begun "tomorrow" open to go on with, though a younger one was begun since', () => {
    const kit = loadPage();
    const first = type(kit, kit.open('w'), 'a', 'x').data;
    kit.setDone(first, true);
    clock.forward({ days: -1 });
    const second = type(kit, kit.open('w'), 'a', 'y').data;
    expect(loadPage().open('w')).toEqual(second);
    expect(loadPage().lastDone('w')?.id).toBe(first.id);
  });
});

describe('a clock that is set back and forth', () => {
  it('loses no word, finds what was typed last, and has the sheets in one order in every tab', () => {
    const step = fc.record({
      days: fc.integer({ min: -3, max: 3 }),
      what: fc.constantFrom('type', 'type', 'done', 'clear and undo', 'reload'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        local = new FakeStorage();
        clock = new FakeClock();
        newId = counting();
        let kit = loadPage();
        const words: string[] = [];
        for (const [n, { days, what }] of steps.entries()) {
          clock.forward({ days });
          const open = kit.open('w');
          if (what === 'type') {
            words.push(`<${n}>`);
            const before = textIn(open, 'a');
            type(kit, open, 'a', `${before}<${n}>`);
            expect(valuesOf(kit.open('w'))).toEqual({ a: `${before}<${n}>` });
          } else if (what === 'reload') kit = loadPage();
          else if (kit.savedAt(open)) {
            if (what === 'done') kit.setDone(open, true);
            else expect(kit.discard(open) && kit.restore(open)).toBe(true);
          }
        }
        const sheets = kit.sheets();
        const kept = JSON.stringify(sheets);
        for (const word of words) expect(kept).toContain(word);
        expect(sheets.filter(({ done }) => !done).length).toBeLessThanOrEqual(1);
        expect(mentorshipKeys()).toHaveLength(words.length > 0 ? 1 : 0);
        // Another browser may list its keys in another order.
        const turned = new FakeStorage();
        for (const [key, text] of [...local.items].reverse()) turned.setItem(key, text);
        const other = loadPage({ storage: turned });
        expect(other.lastDone('w')).toEqual(kit.lastDone('w'));
        expect(other.current()).toBe(words.length > 0 ? kit.current() : other.current());
      }),
    );
  });

  it('puts trash away no sooner than thirty days after it was thrown there', () => {
    const kit = loadPage();
    const { data } = type(kit, kit.open('w'), 'a', 'x');
    kit.discard(data);
    clock.forward({ days: -1 });
    loadPage();
    clock.forward({ days: 31 });
    expect(loadPage().restore(data)).toBe(true);
  });
});

describe('names that every object carries', () => {
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
  /** No worksheet may call a field so, and what comes under such a name from elsewhere is not taken in. */
  const neverKept = ['__proto__', 'constructor', 'prototype'];

  it.each(names)('a field called "%s" neither breaks the page nor changes other objects', (field) => {
    const kit = loadPage();
    const begun = type(kit, kit.open('w'), 'a', 'x').data;
    const blank = kit.save(begun, new Set<SheetPart>([`answers.${field}`]));
    expect(Object.keys(blank.data.answers)).toEqual(['a']);
    const answers = JSON.parse(
      `{"a":{"asked":"What?","value":"x"},"${field}":{"asked":"What?","value":"y"}}`,
    ) as Sheet['answers'];
    const written = kit.save(
      { ...blank.data, answers },
      new Set<SheetPart>([`answers.${field}`, 'answers.a']),
    );
    expect(written.state).toBe('saved');
    expect(valuesOf(loadPage().open('w'))).toMatchObject({
      a: 'x',
      ...(!neverKept.includes(field) && { [field]: 'y' }),
    });
    expect(({} as Record<string, unknown>)['asked']).toBeUndefined();
    expect(typeof {}.toString).toBe('function');
  });

  it.each(names)('a record called "%s" is kept like any other', (id) => {
    newId = () => id;
    const kit = loadPage();
    const { data } = type(kit, kit.open('w'), 'a', 'x');
    expect(local.keys.sort()).toEqual([`${NAME}:mentorship:${id}`, `${NAME}:sheet:${id}`]);
    expect(valuesOf(loadPage().open('w', id))).toEqual({ a: 'x' });
    expect(kit.discard(data)).toBe(true);
    expect(kit.restore(data)).toBe(true);
    expect(valuesOf(kit.open('w'))).toEqual({ a: 'x' });
    expect(({} as Record<string, unknown>)['data']).toBeUndefined();
  });

  it.each(['__proto__', 'constructor'])('a stored record with "%s" in it changes no other object', (name) => {
    local.setItem(
      SHEET,
      `{"format":1,"revision":1,"savedAt":"2026-02-13","${name}":{"polluted":1},"data":{"id":"id1","worksheet":"w",
        "mentorship":"m","started":"2026-02-13","nudged":[],"${name}":{"polluted":1},
        "answers":{"${name}":{"asked":"?","value":"y","polluted":1},"a":{"asked":"?","value":"x"}}}}`,
    );
    const kit = loadPage();
    expect(valuesOf(type(kit, kit.open('w'), 'b', 'z').data)).toMatchObject({ a: 'x', b: 'z' });
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('whatever lies in storage', () => {
  it('the kit opens, and no text in it is lost', () => {
    const key = fc.constantFrom(
      'sheet:a',
      'sheet:b',
      'mentorship:m',
      'damaged:sheet:c:1',
      'trash:sheet:d',
      'x',
    );
    const text = fc.oneof(fc.string(), fc.json());
    fc.assert(
      fc.property(fc.dictionary(key, text), fc.nat({ max: 60 }), (records, room) => {
        local = new FakeStorage();
        newId = counting();
        for (const [rest, value] of Object.entries(records)) local.setItem(`${NAME}:${rest}`, value);
        local.leaveRoom(room);
        const kit = loadPage();
        type(kit, kit.open('w'), 'a', 'x');
        kit.lastDone('w');
        kit.damaged();
        for (const value of Object.values(records)) expect([...local.items.values()]).toContain(value);
      }),
    );
  });
});
