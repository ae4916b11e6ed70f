// A restore can be taken back: by its journal, whatever happened meanwhile.
import { beforeEach, describe, expect, it } from 'vitest';
import {
  finishRestore,
  journalKey,
  readJournal,
  takeBack,
  writeJournal,
  type Journal,
} from '../../../src/browser/journal';
import { openRecords } from '../../../src/browser/records';
import { handfulRecord } from '../../../src/domain/records/handful';
import { FakeStorage } from './fakes';

const NAME = 'how-are-we-doing';
const AT = '2026-02-14T08:30:00.000Z';
const LATER = new Date('2026-02-15T08:30:00.000Z');
const KEY = journalKey({ name: NAME });
const SHEET = `${NAME}:sheet:a`;
const MENTORSHIP = `${NAME}:mentorship:m1`;

let storage: FakeStorage;
const place = () => ({ name: NAME, storage });
const record = (savedAt: string, data: object = {}) =>
  JSON.stringify({ format: 1, revision: 1, savedAt, data });
const journal = (before: Journal['before'], state: Journal['state'] = 'done'): Journal => ({
  state,
  at: AT,
  before,
});

beforeEach(() => {
  storage = new FakeStorage();
});

/** Lays a restore and its journal into storage. */
function lay(now: Record<string, string>, before: Journal['before'], state?: Journal['state']): Journal {
  for (const [key, text] of Object.entries(now)) storage.setItem(key, text);
  const laid = journal(before, state);
  writeJournal(place(), laid);
  return laid;
}

describe('the journal', () => {
  it('is closed without any more room than it takes', () => {
    writeJournal(place(), journal([[SHEET, 'before']], 'open'));
    storage.leaveRoom(0);
    writeJournal(place(), journal([[SHEET, 'before']], 'done'));
    expect(readJournal(place())?.state).toBe('done');
  });

  it.each([
    ['no JSON', '{"state":'],
    ['null', 'null'],
    ['a journal without its list', `{"state":"open","at":"${AT}"}`],
    ['a journal of no time', '{"state":"done","at":"some day","before":[]}'],
    ['a state there is not', `{"state":"half","at":"${AT}","before":[]}`],
  ])('that is spoilt is none, and goes at the next start: %s', (_, text) => {
    storage.setItem(KEY, text);
    expect(readJournal(place())).toBeUndefined();
    finishRestore(place(), LATER);
    expect(storage.keys).toEqual([]);
  });

  it('of a finished restore stays for 30 days', () => {
    lay({}, []);
    finishRestore(place(), new Date(Date.parse(AT) + 30 * 86_400_000));
    expect(storage.keys).toEqual([KEY]);
    finishRestore(place(), new Date(Date.parse(AT) + 30 * 86_400_000 + 1));
    expect(storage.keys).toEqual([]);
  });
});

describe('taking a restore back', () => {
  it('puts back what lay there, and takes out what did not', () => {
    const before = record('2026-02-01T09:00:00.000Z');
    const laid = lay({ [SHEET]: record(AT), [MENTORSHIP]: record(AT), [`${NAME}:damaged:x`]: 'raw' }, [
      [SHEET, before],
      [MENTORSHIP, null],
      [`${NAME}:damaged:x`, null],
    ]);
    expect(takeBack(place(), laid)).toBe(0);
    expect([...storage.items]).toEqual([[SHEET, before]]);
  });

  it('leaves what was written since, and counts it', () => {
    const since = record('2026-02-14T09:00:00.000Z');
    const laid = lay({ [SHEET]: since, [`${NAME}:sheet:b`]: 'spoilt since' }, [
      [SHEET, null],
      [`${NAME}:sheet:b`, null],
    ]);
    expect(takeBack(place(), laid)).toBe(2);
    expect([...storage.items]).toEqual([
      [SHEET, since],
      [`${NAME}:sheet:b`, 'spoilt since'],
    ]);
  });

  it('does not count settings, which no person writes', () => {
    const key = `${NAME}:settings:kit`;
    const laid = lay({ [key]: record('2026-02-14T09:00:00.000Z') }, [[key, null]]);
    expect(takeBack(place(), laid)).toBe(0);
    expect(storage.keys).toEqual([key]);
  });

  it('brings back what was deleted since but lay there before', () => {
    const laid = lay({}, [
      [SHEET, 'before'],
      [MENTORSHIP, null],
    ]);
    expect(takeBack(place(), laid)).toBe(0);
    expect([...storage.items]).toEqual([[SHEET, 'before']]);
  });

  it.each(['sheet', 'question', 'plan'])(
    'leaves the mentorship to which a %s belongs that was begun since',
    (kind) => {
      const begun = record('2026-02-14T09:00:00.000Z', { mentorship: 'm1' });
      const laid = lay(
        { [MENTORSHIP]: record(AT), [`${NAME}:mentorship:m2`]: record(AT), [`${NAME}:${kind}:new`]: begun },
        [
          [MENTORSHIP, null],
          [`${NAME}:mentorship:m2`, null],
        ],
      );
      expect(takeBack(place(), laid)).toBe(1);
      expect(storage.keys.sort()).toEqual([MENTORSHIP, `${NAME}:${kind}:new`].sort());
    },
  );

  it('takes the mentorship along when its sheets go too', () => {
    const laid = lay({ [MENTORSHIP]: record(AT), [SHEET]: record(AT, { mentorship: 'm1' }) }, [
      [MENTORSHIP, null],
      [SHEET, null],
    ]);
    expect(takeBack(place(), laid)).toBe(0);
    expect(storage.keys).toEqual([]);
  });

  it('takes the mentorship along when its sheet is another’s again', () => {
    const before = record('2026-02-01T09:00:00.000Z', { mentorship: 'm0' });
    const laid = lay({ [MENTORSHIP]: record(AT), [SHEET]: record(AT, { mentorship: 'm1' }) }, [
      [MENTORSHIP, null],
      [SHEET, before],
    ]);
    expect(takeBack(place(), laid)).toBe(0);
    expect([...storage.items]).toEqual([[SHEET, before]]);
  });

  it.each(['null', '{', '7', '{"data":{"mentorship":{"toString":1}}}', '{"data":7}'])(
    'is not stopped by a sheet that holds %s',
    (text) => {
      const laid = lay({ [MENTORSHIP]: record(AT), [`${NAME}:sheet:odd`]: text }, [[MENTORSHIP, null]]);
      takeBack(place(), laid);
      expect([...storage.items]).toEqual([[`${NAME}:sheet:odd`, text]]);
    },
  );

  it('makes room before it needs it', () => {
    // In a storage that is full to the last letter: one grows by as much as the other shrinks.
    const long = record('2026-02-01T09:00:00.000Z', { text: 'x'.repeat(500) });
    const short = record('2026-02-01T09:00:00.000Z');
    const laid = lay({ [SHEET]: record(AT), [`${NAME}:sheet:b`]: record(AT, { text: 'x'.repeat(500) }) }, [
      [SHEET, long],
      [`${NAME}:sheet:b`, short],
    ]);
    storage.leaveRoom(0);
    takeBack(place(), laid);
    expect([...storage.items]).toEqual([
      [SHEET, long],
      [`${NAME}:sheet:b`, short],
    ]);
  });

  it('does not begin when there is no room for what comes back', () => {
    const laid = lay({ [SHEET]: record(AT), [`${NAME}:sheet:b`]: record(AT) }, [
      [SHEET, record('2026-02-01T09:00:00.000Z', { text: 'x'.repeat(500) })],
      [`${NAME}:sheet:b`, null],
    ]);
    const before = new Map(storage.items);
    storage.leaveRoom(100);
    expect(() => takeBack(place(), laid)).toThrow();
    expect(storage.items).toEqual(before);
    storage.leaveRoom(1000);
    expect(takeBack(place(), laid)).toBe(0);
    expect(storage.keys).toEqual([SHEET]);
  });

  it('needs to write nothing where all that came was new', () => {
    const laid = lay({ [SHEET]: record(AT) }, [[SHEET, null]], 'open');
    storage.refusal = new DOMException('No', 'SecurityError');
    takeBack(place(), laid);
    expect(storage.keys).toEqual([]);
  });

  it('goes on at the next start, wherever it was cut off', () => {
    const before = record('2026-02-01T09:00:00.000Z');
    const rest = record('2026-02-01T09:00:00.000Z', { text: 'x'.repeat(50) });
    for (let cut = 0; ; cut++) {
      storage = new FakeStorage();
      const laid = lay({ [SHEET]: record(AT), [`${NAME}:sheet:b`]: record(AT), [MENTORSHIP]: record(AT) }, [
        [SHEET, before],
        [`${NAME}:sheet:b`, rest],
        [MENTORSHIP, null],
      ]);
      const full = new Map(storage.items);
      const seen = snapshots();
      takeBack(place(), laid);
      const at = seen[cut];
      if (!at) break;
      storage = new FakeStorage();
      for (const [key, text] of at) storage.setItem(key, text);
      finishRestore(place(), LATER);
      // Either it had not begun, or it is through.
      const isWhole = [SHEET, `${NAME}:sheet:b`, MENTORSHIP].every(
        (key) => storage.getItem(key) === full.get(key),
      );
      if (!isWhole) {
        expect([...storage.items].sort()).toEqual([
          [SHEET, before],
          [`${NAME}:sheet:b`, rest],
        ]);
      }
      expect(isWhole).toBe(false);
    }
  });
});

/** What lies in storage after each change of it. */
function snapshots(): Map<string, string>[] {
  const seen: Map<string, string>[] = [];
  const setItem = storage.setItem.bind(storage);
  const removeItem = storage.removeItem.bind(storage);
  storage.setItem = (key, text) => {
    setItem(key, text);
    seen.push(new Map(storage.items));
  };
  storage.removeItem = (key) => {
    removeItem(key);
    seen.push(new Map(storage.items));
  };
  return seen;
}

describe('a start', () => {
  it('takes back a restore that was cut off', () => {
    lay({ [SHEET]: record(AT) }, [[SHEET, 'before']], 'open');
    finishRestore(place(), LATER);
    expect([...storage.items]).toEqual([[SHEET, 'before']]);
  });

  it('leaves a finished one', () => {
    lay({ [SHEET]: record(AT) }, [[SHEET, 'before']]);
    finishRestore(place(), LATER);
    expect(storage.getItem(SHEET)).toBe(record(AT));
  });

  it('that finds no room tries again at the next', () => {
    lay({ [SHEET]: record(AT) }, [[SHEET, 'x'.repeat(500)]], 'open');
    storage.leaveRoom(0);
    finishRestore(place(), LATER);
    expect(readJournal(place())?.state).toBe('open');
    storage.room = Infinity;
    finishRestore(place(), LATER);
    expect([...storage.items]).toEqual([[SHEET, 'x'.repeat(500)]]);
  });
});

describe('room', () => {
  const write = () =>
    openRecords(NAME, { storage }, () => LATER).write(handfulRecord, 'next-talk', () => ({
      questions: ['a'],
    }));

  it('for new words is made by forgetting how to take a restore back', () => {
    lay({ [SHEET]: record(AT) }, [[SHEET, record(AT, { words: 'x'.repeat(500) })]]);
    storage.leaveRoom(0);
    expect(write().state).toBe('saved');
    expect(readJournal(place())).toBeUndefined();
  });

  it('is not made by forgetting a restore that is still to be taken back', () => {
    const open = journal([[SHEET, record(AT)]], 'open');
    const records = openRecords(NAME, { storage }, () => LATER);
    writeJournal(place(), open);
    storage.leaveRoom(0);
    expect(records.write(handfulRecord, 'next-talk', () => ({ questions: ['a'] })).state).toBe('unsaved');
    expect(readJournal(place())).toEqual(open);
  });
});
