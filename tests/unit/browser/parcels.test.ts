// What leaves this browser and what comes into it: all of it or nothing, and a way back.
import { deflateRawSync, createDeflateRaw, constants } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { journalKey, readJournal } from '../../../src/browser/journal';
import { openKit } from '../../../src/browser/kit';
import {
  openParcels,
  type Opened,
  type OpenedBackup,
  type OpenedSheet,
  type Parcels,
} from '../../../src/browser/parcels';
import { openRecords } from '../../../src/browser/records';
import { openStorage } from '../../../src/browser/storage';
import { packBackup } from '../../../src/domain/parcels/backup';
import { MOST_CHARACTERS, writeParcel } from '../../../src/domain/parcels/envelope';
import type { Choice, Known } from '../../../src/domain/parcels/merge';
import { packSheet } from '../../../src/domain/parcels/sheet';
import type { Mentorship } from '../../../src/domain/records/mentorship';
import type { Answer, Sheet, SheetPart } from '../../../src/domain/records/sheet';
import { raw } from '../domain/parcels/arbitrary';
import { sections, sheetWith } from '../domain/worksheets/samples';
import { counting, FakeClock, FakeStorage } from './fakes';

const NAME = 'how-are-we-doing';
const SETTINGS = `${NAME}:settings:kit`;
const JOURNAL = journalKey({ name: NAME });
const NONE = new Map<string, Choice>();
const WRITTEN = new Date('2026-02-01T09:00:00.000Z');

let local: FakeStorage;
let clock: FakeClock;
let newId: () => string;

beforeEach(() => {
  local = new FakeStorage();
  clock = new FakeClock();
  newId = counting();
});
afterEach(() => vi.unstubAllGlobals());

const surroundings = (storage = local) => ({
  opened: openStorage(() => storage),
  now: clock.now,
  newId: () => newId(),
});
const load = (storage = local): Parcels => openParcels(NAME, surroundings(storage));

const said = (value: string, more: Partial<Answer> = {}): Answer => ({ asked: 'Tell it.', value, ...more });
const sheet = (value: string, part: Partial<Sheet> = {}): Known => {
  const data = sheetWith({ long: said(value) }, part);
  return { kind: 'sheet', id: data.id, data };
};
const mentorship = (part: Partial<Mentorship> = {}): Known => {
  const data = { id: 'm1', started: '2026-01-01T09:00:00.000Z', actions: {}, ...part };
  return { kind: 'mentorship', id: data.id, data };
};

function lay(records: readonly Known[], storage = local): void {
  for (const record of records) {
    const { kind, id, text } = raw(record, WRITTEN);
    storage.setItem(`${NAME}:${kind}:${id}`, text);
  }
}

/** The text of a backup that another kit made. */
const backupOf = (records: readonly Known[], kit = 'k2') =>
  writeParcel(
    packBackup(
      kit,
      records.map((record) => raw(record, WRITTEN)),
      [],
      WRITTEN,
    ),
  );
const sheetParcel = ({ data }: Known, kit = 'k2') =>
  writeParcel(packSheet(kit, data as Sheet, sections, WRITTEN));

function asBackup(opened: Opened): OpenedBackup {
  if (opened.kind !== 'backup') throw new Error(JSON.stringify(opened));
  return opened;
}
function asSheet(opened: Opened): OpenedSheet {
  if (opened.kind !== 'sheet') throw new Error(JSON.stringify(opened));
  return opened;
}

const dataAt = (key: string) => (local.json(`${NAME}:${key}`) as { data?: unknown } | undefined)?.data;
const put = (parcels: Parcels, text: string, fallback: Choice = 'theirs') =>
  parcels.putIn(asBackup(parcels.read(text)), NONE, fallback);
const everything = () => new Map(local.items);
/** All but the journal, which says that something came. */
const kept = () => new Map([...local.items].filter(([key]) => key !== JOURNAL));

/** What lies in storage after each change of it. */
function snapshots(): Map<string, string>[] {
  const seen: Map<string, string>[] = [];
  const setItem = local.setItem.bind(local);
  const removeItem = local.removeItem.bind(local);
  local.setItem = (key, text) => {
    setItem(key, text);
    seen.push(new Map(local.items));
  };
  local.removeItem = (key) => {
    removeItem(key);
    seen.push(new Map(local.items));
  };
  return seen;
}

/** The browser as it is found later, with what lay in storage at some moment. */
function later(items: ReadonlyMap<string, string>): FakeStorage {
  const storage = new FakeStorage();
  for (const [key, text] of items) storage.setItem(key, text);
  return storage;
}

describe('the kit’s own id', () => {
  it('comes into being when first asked for, and stays', () => {
    const parcels = load();
    expect(local.keys).toEqual([]);
    expect(parcels.kitId()).toBe('id1');
    expect(parcels.kitId()).toBe('id1');
    expect(load().kitId()).toBe('id1');
    expect(dataAt('settings:kit')).toEqual({ kit: 'id1' });
  });

  it('is the one that another tab was quicker to store', () => {
    const parcels = load();
    newId = () => {
      lay([{ kind: 'settings', id: 'kit', data: { kit: 'quicker' } }]);
      return 'slower';
    };
    expect(parcels.kitId()).toBe('quicker');
    expect(dataAt('settings:kit')).toEqual({ kit: 'quicker' });
  });

  it('stays for the visit where nothing can be stored', () => {
    local.leaveRoom(0);
    const parcels = load();
    expect(parcels.kitId()).toBe(parcels.kitId());
  });

  it('is read from settings of a newer site, which stay as they are', () => {
    const newer = JSON.stringify({
      format: 9,
      revision: 1,
      savedAt: WRITTEN.toISOString(),
      data: { kit: 'k1', x: 1 },
    });
    local.setItem(SETTINGS, newer);
    const parcels = load();
    expect(parcels.kitId()).toBe('k1');
    parcels.markCopied();
    expect(local.getItem(SETTINGS)).toBe(newer);
    local.setItem(SETTINGS, newer.replace('"kit":"k1"', '"kit":1'));
    const blind = load();
    expect([blind.kitId(), blind.kitId()]).toEqual(['id1', 'id1']);
  });

  it('is made anew when settings are spoilt, and they are set aside', () => {
    local.setItem(SETTINGS, '{"spoilt');
    const parcels = load();
    expect(parcels.copied()).toBeUndefined();
    expect(parcels.kitId()).toBe('id1');
    expect([...local.items.values()]).toContain('{"spoilt');
  });
});

describe('a backup', () => {
  it('is a file with the site’s name and the day', () => {
    expect(load().backup().fileName).toBe('how-are-we-doing-2026-02-14.json');
  });

  it('says when it was last kept', () => {
    const parcels = load();
    expect(parcels.copied()).toBeUndefined();
    parcels.markCopied();
    expect(load().copied()).toEqual(clock.now());
    expect(parcels.kitId()).toBe('id1');
    expect(load().copied()).toEqual(clock.now());
  });

  it('holds all that is there but trash and journal, private words and spoilt texts too', () => {
    lay([
      mentorship(),
      sheet('open'),
      sheet('x', { id: 's2', answers: { mine: said('secret', { private: true }) } }),
    ]);
    local.setItem(`${NAME}:sheet:bad`, '{"spoilt 1');
    local.setItem(`${NAME}:damaged:sheet:b:1`, '{"spoilt 2');
    local.setItem(`${NAME}:song:x`, 'of a newer site');
    local.setItem(`${NAME}:trash:sheet:t`, '{"deletedAt":"2026-02-14","text":"thrown away"}');
    local.setItem(JOURNAL, `{"state":"done","at":"${WRITTEN.toISOString()}","before":[]}`);
    local.setItem('theirs', 'another site');
    const { text } = load().backup();
    const { data } = JSON.parse(text) as ReturnType<typeof packBackup>;
    expect(data.records.map(({ kind, id }) => `${kind}:${id}`)).toEqual([
      'mentorship:m1',
      'settings:kit',
      'sheet:s1',
      'sheet:s2',
    ]);
    expect(data.unread).toEqual([
      { key: 'sheet:bad', text: '{"spoilt 1' },
      { key: 'song:x', text: 'of a newer site' },
      { key: 'damaged:sheet:b:1', text: '{"spoilt 2' },
    ]);
    expect(text).toContain('secret');
    expect(text).not.toMatch(/thrown away|another site|journal/);
  });

  it('put into an empty browser makes it the same kit; into its own it changes nothing', () => {
    lay([mentorship(), sheet('one'), { kind: 'handful', id: 'next-talk', data: { questions: ['pace'] } }]);
    local.setItem(`${NAME}:sheet:bad`, '{"spoilt');
    const { text } = load().backup();
    const own = asBackup(load().read(text));
    expect(own).toMatchObject({ own: true, made: clock.now() });
    const before = everything();
    expect(load().putIn(own, NONE, 'theirs')).toEqual({ state: 'done', changed: 0 });
    expect(everything()).toEqual(before);

    const phone = new FakeStorage();
    const parcels = load(phone);
    const opened = asBackup(parcels.read(text));
    expect(opened.own).toBe(false);
    expect(phone.keys).toEqual([]);
    expect(parcels.putIn(opened, NONE, 'mine')).toEqual({ state: 'done', changed: 5 });
    expect(parcels.kitId()).toBe(load().kitId());
    expect(openKit(NAME, surroundings(phone)).sheets()).toEqual([sheet('one').data]);
    expect(phone.getItem(`${NAME}:damaged:sheet:bad`)).toBe('{"spoilt');
    expect(asBackup(parcels.read(text)).own).toBe(true);
    expect(put(parcels, text)).toEqual({ state: 'done', changed: 0 });
  });
});

describe('putting a backup in', () => {
  it('writes its records on top of what is there, at one time', () => {
    lay([mentorship(), sheet('mine')]);
    expect(put(load(), backupOf([mentorship(), sheet('theirs'), sheet('new', { id: 's2' })]))).toEqual({
      state: 'done',
      changed: 2,
    });
    expect(local.json(`${NAME}:sheet:s1`)).toMatchObject({
      revision: 2,
      savedAt: clock.now().toISOString(),
      data: sheet('theirs').data,
    });
    expect(local.json(`${NAME}:sheet:s2`)).toMatchObject({ revision: 1, savedAt: clock.now().toISOString() });
    expect(local.json(`${NAME}:mentorship:m1`)).toMatchObject({ savedAt: WRITTEN.toISOString() });
  });

  it('keeps to the choice for each record', () => {
    lay([mentorship(), sheet('mine'), sheet('mine', { id: 's2' }), sheet('mine', { id: 's3' })]);
    const parcels = load();
    const opened = asBackup(
      parcels.read(backupOf([sheet('theirs'), sheet('theirs', { id: 's2' }), sheet('theirs', { id: 's3' })])),
    );
    const choices = new Map<string, Choice>([
      ['sheet:s1', 'mine'],
      ['sheet:s2', 'both'],
    ]);
    expect(parcels.putIn(opened, choices, 'theirs')).toEqual({ state: 'done', changed: 2 });
    expect(dataAt('sheet:s1')).toEqual(sheet('mine').data);
    expect(dataAt('sheet:s2')).toEqual(sheet('mine', { id: 's2' }).data);
    expect(dataAt('sheet:s3')).toEqual(sheet('theirs', { id: 's3' }).data);
    expect(dataAt('sheet:id1')).toEqual(sheet('theirs', { id: 'id1' }).data);
  });

  it('writes no journal when nothing needs to change', () => {
    lay([mentorship(), sheet('mine')]);
    const before = everything();
    expect(put(load(), backupOf([mentorship(), sheet('theirs')]), 'mine')).toEqual({
      state: 'done',
      changed: 0,
    });
    expect(everything()).toEqual(before);
  });

  it('stores nothing before a yes', () => {
    load().read(backupOf([mentorship(), sheet('theirs')]));
    load().read(sheetParcel(sheet('theirs')));
    expect(local.keys).toEqual([]);
  });

  it('replaces nothing that another tab wrote after it was shown: there both stay', () => {
    lay([mentorship(), sheet('mine'), sheet('mine', { id: 's2' })]);
    const parcels = load();
    const opened = asBackup(
      parcels.read(backupOf([sheet('theirs'), sheet('theirs', { id: 's2' }), sheet('theirs', { id: 's3' })])),
    );
    lay([sheet('just typed'), sheet('begun', { id: 's3' })]);
    parcels.putIn(opened, NONE, 'theirs');
    expect(dataAt('sheet:s1')).toEqual(sheet('just typed').data);
    expect(dataAt('sheet:s2')).toEqual(sheet('theirs', { id: 's2' }).data);
    expect(dataAt('sheet:s3')).toEqual(sheet('begun', { id: 's3' }).data);
    expect(dataAt('sheet:id1')).toEqual(sheet('theirs', { id: 'id1' }).data);
    expect(dataAt('sheet:id2')).toEqual(sheet('theirs', { id: 'id2' }).data);
  });

  it('sets a spoilt record aside before a good one takes its place', () => {
    local.setItem(`${NAME}:sheet:s1`, '{"spoilt');
    local.setItem(`${NAME}:damaged:sheet:s1`, 'another, aside already');
    put(load(), backupOf([mentorship(), sheet('good')]));
    expect(dataAt('sheet:s1')).toEqual(sheet('good').data);
    expect(local.getItem(`${NAME}:damaged:sheet:s1`)).toBe('another, aside already');
    expect([...local.items.values()]).toContain('{"spoilt');
    load().undo();
    expect(local.getItem(`${NAME}:sheet:s1`)).toBe('{"spoilt');
    expect(local.items.size).toBe(2);
  });

  it('keeps a record of a newer site with all that is in it', () => {
    const data = { weather: 'sunny' };
    const text = JSON.stringify({ format: 9, revision: 4, savedAt: WRITTEN.toISOString(), data, more: 1 });
    const parcel = writeParcel(packBackup('k2', [{ kind: 'sheet', id: 's9', text }], [], WRITTEN));
    expect(put(load(), parcel)).toEqual({ state: 'done', changed: 1 });
    expect(local.json(`${NAME}:sheet:s9`)).toEqual({
      format: 9,
      revision: 4,
      savedAt: clock.now().toISOString(),
      data,
      more: 1,
    });
    clock.forward({ minutes: 1 });
    expect(put(load(), parcel)).toEqual({ state: 'done', changed: 0 });
    expect(load().undo()).toEqual({ state: 'done', kept: 0 });
    expect(local.keys).toEqual([]);
  });

  it('brings two unread texts of one key to two places', () => {
    const aside = [
      { key: 'damaged:sheet:x', text: 'one' },
      { key: 'sheet:x', text: 'two' },
    ];
    expect(put(load(), writeParcel(packBackup('k2', [], aside, WRITTEN)))).toEqual({
      state: 'done',
      changed: 2,
    });
    const found = openRecords(NAME, { storage: local }, clock.now).setAside();
    expect(found.map(({ text }) => text).sort()).toEqual(['one', 'two']);
  });

  it('does nothing where nothing can be kept', () => {
    const parcels = openParcels(NAME, {
      opened: openStorage(() => null),
      now: clock.now,
      newId,
    });
    expect(put(parcels, backupOf([mentorship(), sheet('theirs')]))).toEqual({ state: 'blocked' });
    expect(parcels.lastRestore()).toBeUndefined();
    expect(asBackup(parcels.read(backupOf([sheet('theirs')]))).preview.counts.sheet.new).toBe(1);
  });
});

describe('a restore that does not get through', () => {
  const own = [mentorship(), sheet('mine'), sheet('mine '.repeat(40), { id: 's2' })];
  const theirs: Known[] = [
    mentorship({ other: 'Ravi' }),
    sheet('theirs '.repeat(30)),
    sheet('theirs', { id: 's2' }),
    sheet('new', { id: 's3' }),
    { kind: 'handful', id: 'next-talk', data: { questions: ['pace'] } },
  ];
  const parcel = backupOf(theirs);

  it.each(['QuotaExceededError', 'SecurityError'])(
    'changes nothing at whatever write it stops: %s',
    (error) => {
      for (let stop = 0; ; stop++) {
        local = new FakeStorage();
        lay(own);
        const before = everything();
        const setItem = local.setItem.bind(local);
        let writes = 0;
        const parcels = load();
        local.setItem = (key, text) => {
          if (writes++ === stop) throw new DOMException('No', error);
          setItem(key, text);
        };
        const done = put(parcels, parcel);
        if (done.state === 'done') {
          // The journal twice, and five records.
          expect(stop).toBe(7);
          break;
        }
        expect(done).toEqual({ state: error === 'SecurityError' ? 'blocked' : 'full' });
        expect(everything()).toEqual(before);
      }
    },
  );

  it('changes nothing when the storage is full, wherever it fills', () => {
    lay(own);
    const { used } = local;
    put(load(), parcel);
    const needed = local.used - used;
    for (let room = 0; room < needed; room += 7) {
      local = new FakeStorage();
      lay(own);
      const before = everything();
      local.leaveRoom(room);
      expect(put(load(), parcel)).toEqual({ state: 'full' });
      expect(everything()).toEqual(before);
    }
  });

  it('is taken back at the next start, wherever the browser was closed', () => {
    lay(own);
    const before = everything();
    const seen = snapshots();
    put(load(), parcel);
    // The last closed the journal.
    const through = seen.pop()!;
    for (const items of seen) {
      const found = later(items);
      openRecords(NAME, { storage: found }, clock.now);
      // What openStorage tries out has nothing to do with it.
      expect(new Map([...found.items].filter(([key]) => key.startsWith(NAME)))).toEqual(before);
    }
    const found = later(through);
    openRecords(NAME, { storage: found }, clock.now);
    expect(found.items).toEqual(through);
  });

  it('is taken back at the next start when no write at all is possible any more', () => {
    lay(own);
    const before = everything();
    const parcels = load();
    const opened = asBackup(parcels.read(parcel));
    const setItem = local.setItem.bind(local);
    let writes = 0;
    local.setItem = (key, text) => {
      if (++writes > 3) throw new DOMException('No', 'QuotaExceededError');
      setItem(key, text);
    };
    expect(parcels.putIn(opened, NONE, 'theirs')).toEqual({ state: 'full' });
    local.setItem = setItem;
    load();
    expect(everything()).toEqual(before);
  });

  it('changes nothing when another tab starts in the middle and takes it back', () => {
    lay(own);
    const before = everything();
    const parcels = load();
    const opened = asBackup(parcels.read(parcel));
    const setItem = local.setItem.bind(local);
    let writes = 0;
    local.setItem = (key, text) => {
      setItem(key, text);
      if (++writes === 3) load();
    };
    expect(parcels.putIn(opened, NONE, 'theirs')).toEqual({ state: 'blocked' });
    expect(everything()).toEqual(before);
  });

  it('leaves the way back from the one before', () => {
    put(load(), backupOf([sheet('earlier', { id: 's0', mentorship: 'm0' })]));
    const before = everything();
    clock.forward({ minutes: 5 });
    const parcels = load();
    local.leaveRoom(800);
    expect(put(parcels, parcel)).toEqual({ state: 'full' });
    expect(everything()).toEqual(before);
    expect(parcels.undo()).toEqual({ state: 'done', kept: 0 });
    expect(local.keys).toEqual([]);
  });
});

describe('undo', () => {
  const own = [mentorship(), sheet('mine')];
  const parcel = backupOf([
    mentorship({ other: 'Ravi' }),
    sheet('theirs'),
    sheet('new', { id: 's2' }),
    sheet('new', { id: 's3', mentorship: 'm3' }),
    mentorship({ id: 'm3' }),
  ]);

  it('makes all as it was, once', () => {
    lay(own);
    const before = everything();
    const parcels = load();
    expect(parcels.undo()).toBeUndefined();
    expect(parcels.lastRestore()).toBeUndefined();
    put(parcels, parcel);
    const at = clock.now();
    clock.forward({ days: 2 });
    const visit = load();
    expect(visit.lastRestore()).toEqual(at);
    expect(visit.undo()).toEqual({ state: 'done', kept: 0 });
    expect(everything()).toEqual(before);
    expect(visit.lastRestore()).toBeUndefined();
    expect(visit.undo()).toBeUndefined();
  });

  it('leaves what was written since, and the mentorship it belongs to', () => {
    lay(own);
    put(load(), parcel);
    clock.forward({ minutes: 3 });
    const kit = openKit(NAME, surroundings());
    const written = kit.sheets().find(({ id }) => id === 's3')!;
    kit.save({ ...written, answers: { long: said('typed since') } }, new Set<SheetPart>(['answers.long']));
    const parcels = load();
    parcels.markCopied();
    expect(parcels.undo()).toEqual({ state: 'done', kept: 2 });
    expect(dataAt('sheet:s1')).toEqual(sheet('mine').data);
    expect(dataAt('sheet:s2')).toBeUndefined();
    expect(dataAt('sheet:s3')).toMatchObject({ answers: { long: said('typed since') } });
    expect(dataAt('mentorship:m3')).toEqual(mentorship({ id: 'm3' }).data);
    expect(parcels.copied()).toEqual(clock.now());
  });

  it('goes on at the next start, wherever the browser was closed', () => {
    lay(own);
    const before = everything();
    put(load(), parcel);
    clock.forward({ days: 1 });
    const parcels = load();
    const seen = snapshots();
    parcels.undo();
    expect(seen.length).toBeGreaterThan(4);
    for (const items of seen) {
      const found = later(items);
      load(found);
      expect(found.items).toEqual(before);
    }
  });

  it('does nothing when there is no room for what comes back', () => {
    lay([mentorship(), sheet('mine '.repeat(1000))]);
    const parcels = load();
    put(parcels, parcel);
    local.leaveRoom(100);
    const after = everything();
    expect(parcels.undo()).toEqual({ state: 'full' });
    expect(everything()).toEqual(after);
    expect(parcels.lastRestore()).toEqual(clock.now());
    local.refusal = new DOMException('No', 'SecurityError');
    expect(parcels.undo()).toEqual({ state: 'blocked' });
    expect(everything()).toEqual(after);
  });

  it('is offered for 30 days', () => {
    put(load(), parcel);
    clock.forward({ days: 30 });
    expect(load().lastRestore()).toBeDefined();
    clock.forward({ minutes: 1 });
    expect(load().lastRestore()).toBeUndefined();
    expect(dataAt('sheet:s1')).toEqual(sheet('theirs').data);
  });
});

describe('a sheet for the other person', () => {
  it('is a file with the worksheet’s name and the day', () => {
    const { fileName, text } = load().sheetFile(sheet('open').data as Sheet, sections);
    expect(fileName).toBe('how-are-we-doing-test-2026-02-14.json');
    expect(JSON.parse(text)).toMatchObject({ kit: 'id1', kind: 'sheet', data: { id: 's1' } });
    const odd = sheetWith({}, { worksheet: '../..<x>'.repeat(50) });
    expect(load().sheetFile(odd, sections).fileName).toMatch(
      /^how-are-we-doing-[\w-]{1,60}-2026-02-14\.json$/,
    );
  });

  it('has nothing private in it', () => {
    const mixed = sheetWith({
      long: said('open'),
      short: said('secret', { private: true }),
      mine: said('secret'),
    });
    expect(load().sheetFile(mixed, sections).text).not.toContain('secret');
  });
});

describe('a sheet that comes', () => {
  const key = 'sheet:s1';
  const from = () => ({ kit: 'k2', at: clock.now().toISOString() });

  it('goes into the mentorship that is open, and is the other person’s', () => {
    lay([mentorship({ id: 'm0', started: '2025-01-01T09:00:00.000Z' }), mentorship({ id: 'm7' })]);
    lay([{ kind: 'settings', id: 'kit', data: { kit: 'k1', current: 'm7' } }]);
    const parcels = load();
    const opened = asSheet(parcels.read(sheetParcel(sheet('theirs', { mentorship: 'their own' }))));
    expect(opened.standing).toBe('new');
    expect(parcels.putInSheet(opened, undefined, 'mine')).toEqual({ state: 'done', changed: 1 });
    expect(dataAt(key)).toEqual({ ...sheet('theirs', { mentorship: 'm7' }).data, from: from() });
    expect(asSheet(parcels.read(sheetParcel(sheet('theirs')))).standing).toBe('same');
  });

  it('goes into the one that is named', () => {
    lay([mentorship(), mentorship({ id: 'm7' })]);
    const parcels = load();
    parcels.putInSheet(asSheet(parcels.read(sheetParcel(sheet('theirs')))), 'm7', 'mine');
    expect(dataAt(key)).toMatchObject({ mentorship: 'm7' });
  });

  it('makes a mentorship when there is none, and undo takes both back', () => {
    const parcels = load();
    const opened = asSheet(parcels.read(sheetParcel(sheet('theirs'))));
    expect(parcels.putInSheet(opened, undefined, 'mine')).toEqual({ state: 'done', changed: 2 });
    expect(dataAt(key)).toMatchObject({ mentorship: 'id1' });
    expect(dataAt('mentorship:id1')).toMatchObject({ id: 'id1', actions: {} });
    expect(parcels.undo()).toEqual({ state: 'done', kept: 0 });
    expect(local.keys).toEqual([]);
  });

  it('a second time with other words is put in only as the person says', () => {
    for (const [choice, expected, beside] of [
      ['mine', 'first', undefined],
      ['theirs', 'second', undefined],
      ['both', 'first', 'second'],
    ] as const) {
      local = new FakeStorage();
      newId = counting();
      lay([mentorship()]);
      const parcels = load();
      parcels.putInSheet(asSheet(parcels.read(sheetParcel(sheet('first')))), undefined, 'mine');
      clock.forward({ days: 1 });
      const opened = asSheet(parcels.read(sheetParcel(sheet('second'))));
      expect(opened.standing).toBe('differs');
      parcels.putInSheet(opened, 'm9', choice);
      expect(dataAt(key)).toMatchObject({ mentorship: 'm1', answers: { long: said(expected) } });
      const second = dataAt('sheet:id1');
      if (beside) expect(second).toMatchObject({ answers: { long: said(beside) }, from: { kit: 'k2' } });
      else expect(second).toBeUndefined();
    }
  });

  it('and was written here is one’s own, and its private words stay', () => {
    lay([{ kind: 'settings', id: 'kit', data: { kit: 'k1' } }, mentorship()]);
    const mine = sheetWith(
      { long: said('open'), short: said('secret', { private: true }) },
      { nudged: ['long'] },
    );
    lay([{ kind: 'sheet', id: 's1', data: mine }]);
    const parcels = load();
    const back = parcels.sheetFile(mine, sections).text;
    const same = asSheet(parcels.read(back));
    expect(same).toMatchObject({ standing: 'own', preview: { records: [{ state: 'same' }] } });
    expect(parcels.putInSheet(same, undefined, 'theirs')).toEqual({ state: 'done', changed: 0 });

    lay([
      { kind: 'sheet', id: 's1', data: { ...mine, answers: { ...mine.answers, long: said('changed') } } },
    ]);
    const differs = asSheet(parcels.read(back));
    expect(differs).toMatchObject({ standing: 'own', preview: { records: [{ state: 'differs' }] } });
    parcels.putInSheet(differs, undefined, 'theirs');
    expect(dataAt(key)).toEqual(mine);
  });

  it('and was written here, but is gone, is one’s own again', () => {
    lay([{ kind: 'settings', id: 'kit', data: { kit: 'k1' } }, mentorship()]);
    const parcels = load();
    const opened = asSheet(parcels.read(sheetParcel(sheet('mine'), 'k1')));
    expect(opened).toMatchObject({ standing: 'own', preview: { records: [{ state: 'new' }] } });
    parcels.putInSheet(opened, undefined, 'mine');
    expect(dataAt(key)).toEqual(sheet('mine').data);
  });

  it('cannot replace a sheet of one’s own by having its id, even if another kit’s', () => {
    lay([{ kind: 'settings', id: 'kit', data: { kit: 'k1' } }, mentorship(), sheet('mine')]);
    const parcels = load();
    const opened = asSheet(parcels.read(sheetParcel(sheet('theirs'), 'k2')));
    expect(opened).toMatchObject({ standing: 'own', preview: { records: [{ state: 'differs' }] } });
    parcels.putInSheet(opened, undefined, 'mine');
    expect(dataAt(key)).toEqual(sheet('mine').data);
  });
});

describe('a text or file that is not taken in', () => {
  it('says why', async () => {
    expect(load().read('hello')).toEqual({ kind: 'refused', reason: 'not-json' });
    expect(await load().readFile(new File(['{}'], 'x.json'))).toEqual({
      kind: 'refused',
      reason: 'not-ours',
    });
    expect(await load().readFile(new File([], 'x.json'))).toEqual({ kind: 'refused', reason: 'empty' });
  });

  it('of 50 MB is refused before it is read', async () => {
    const text = vi.fn();
    const file = { size: 50_000_000, text } as unknown as File;
    expect(await load().readFile(file)).toEqual({ kind: 'refused', reason: 'too-big' });
    expect(text).not.toHaveBeenCalled();
    const real = new File([new Uint8Array(MOST_CHARACTERS + 1)], 'x.json');
    expect(await load().readFile(real)).toEqual({ kind: 'refused', reason: 'too-big' });
  });

  it('that the browser cannot read is said to be so', async () => {
    const file = { size: 5, text: () => Promise.reject(new Error('gone')) } as unknown as File;
    expect(await load().readFile(file)).toEqual({ kind: 'refused', reason: 'unreadable' });
  });

  it('else is read, a byte order mark and all', async () => {
    const file = new File(['\ufeff', backupOf([sheet('é')])], 'x.json');
    expect((await load().readFile(file)).kind).toBe('backup');
  });
});

describe('a link', () => {
  const link = (text: string) => `parcel=${deflateRawSync(text).toString('base64url')}`;
  const refusedAs = (reason: string) => ({ kind: 'refused', reason });

  it('with a parcel in it is read, with or without its sign and what a messenger adds', async () => {
    const text = sheetParcel(sheet('Grüße, 你好'));
    for (const fragment of [link(text), `#${link(text)}`, `a=b&${link(text)}&c=d`, `${link(text)}.`]) {
      expect(asSheet((await load().readFragment(fragment))!).parcel).toEqual(JSON.parse(text));
    }
  });

  it('without one is none', async () => {
    for (const fragment of ['', '#', 'q=parcel', 'xparcel=abc', 'sheet=s1']) {
      expect(await load().readFragment(fragment)).toBeUndefined();
    }
  });

  it('that lost its end is never read as less', async () => {
    const whole = link(sheetParcel(sheet('We start late. '.repeat(20))));
    for (let length = 'parcel='.length; length < whole.length; length++) {
      const opened = await load().readFragment(whole.slice(0, length));
      expect(opened).toEqual(refusedAs(length === 'parcel='.length ? 'empty' : 'cut'));
    }
  });

  it('with something else in it is not ours', async () => {
    expect(await load().readFragment(link('hello'))).toEqual(refusedAs('not-json'));
    expect(await load().readFragment(link('{}'))).toEqual(refusedAs('not-ours'));
    expect(
      await load().readFragment(`parcel=${Buffer.from('hello, you').toString('base64url')}`),
    ).toMatchObject({
      kind: 'refused',
    });
  });

  it('that is too long is refused before it is unpacked', async () => {
    expect(await load().readFragment(`parcel=${'A'.repeat(MOST_CHARACTERS + 1)}`)).toEqual(
      refusedAs('too-big'),
    );
  });

  it('in a browser that cannot unpack is said to be so', async () => {
    vi.stubGlobal('DecompressionStream', undefined);
    delete (globalThis as { DecompressionStream?: unknown }).DecompressionStream;
    expect(await load().readFragment(link('{}'))).toEqual(refusedAs('unreadable'));
  });

  it('that unpacks to 100 MB is refused without unpacking it all', async () => {
    const packed = await bomb(100);
    expect(packed.length).toBeLessThan(200_000);
    let unpacked = 0;
    const Real = DecompressionStream;
    vi.stubGlobal(
      'DecompressionStream',
      class {
        readonly writable: WritableStream;
        readonly readable: ReadableStream;
        constructor(format: CompressionFormat) {
          const real = new Real(format);
          this.writable = real.writable;
          this.readable = real.readable.pipeThrough(
            new TransformStream<Uint8Array, Uint8Array>({
              transform(chunk, controller) {
                unpacked += chunk.length;
                controller.enqueue(chunk);
              },
            }),
          );
        }
      },
    );
    const opened = await load().readFragment(`parcel=${packed.toString('base64url')}`);
    expect(opened).toEqual(refusedAs('too-big'));
    expect(unpacked).toBeGreaterThan(MOST_CHARACTERS);
    expect(unpacked).toBeLessThan(MOST_CHARACTERS * 1.2);
  });
});

/** So many megabytes of zeros, packed in pieces. */
async function bomb(megabytes: number): Promise<Buffer> {
  const packer = createDeflateRaw({ level: constants.Z_BEST_COMPRESSION });
  const parts: Buffer[] = [];
  packer.on('data', (part: Buffer) => parts.push(part));
  const piece = Buffer.alloc(1_000_000);
  for (let n = 0; n < megabytes; n++) {
    await new Promise<void>((resolve) => packer.write(piece, () => resolve()));
  }
  await new Promise<void>((resolve) => packer.end(resolve));
  return Buffer.concat(parts);
}

it('the journal of a restore says what lay there before, and nothing of what came', () => {
  lay([mentorship(), sheet('mine')]);
  const before = local.getItem(`${NAME}:sheet:s1`);
  put(load(), backupOf([sheet('theirs'), sheet('new', { id: 's2' })]));
  expect(readJournal({ name: NAME, storage: local })?.before).toEqual([
    [`${NAME}:sheet:s1`, before],
    [`${NAME}:sheet:s2`, null],
  ]);
  expect(local.getItem(JOURNAL)).not.toContain('theirs');
  expect(kept().size).toBe(3);
});
