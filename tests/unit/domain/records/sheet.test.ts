import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerOf,
  isActions,
  isBlank,
  isOptions,
  isReceived,
  isSame,
  lastDone,
  lastReceived,
  newestFirst,
  newSheet,
  openSheet,
  type Sheet,
} from '../../../../src/domain/records/sheet';
import { sheetWith } from '../worksheets/samples';

const said = (value: string) => ({ asked: 'What?', value });
const theirs = { kit: 'k2', at: '2026-02-15T08:00:00.000Z' };

describe('a sheet that is not written in yet', () => {
  const sheet = newSheet({ id: 's1', worksheet: 'w', mentorship: 'm1' }, new Date('2026-02-14T08:30:00Z'));

  it('knows when it was begun and is blank', () => {
    expect(sheet).toEqual({
      id: 's1',
      worksheet: 'w',
      mentorship: 'm1',
      started: '2026-02-14T08:30:00.000Z',
      answers: {},
      nudged: [],
    });
    expect(isBlank(sheet)).toBe(true);
  });

  it('is still blank when only the side is said', () => {
    expect(isBlank({ ...sheet, side: 'mentor' })).toBe(true);
  });

  it('is blank no more with one answer', () => {
    expect(isBlank({ ...sheet, answers: { long: said('x') } })).toBe(false);
  });
});

describe('which sheet to go on with', () => {
  const sheets = [
    sheetWith({}, { id: 'old', started: '2026-01-01T00:00:00.000Z' }),
    sheetWith({}, { id: 'new', started: '2026-02-01T00:00:00.000Z' }),
    sheetWith({}, { id: 'done', started: '2026-03-01T00:00:00.000Z', done: '2026-03-02T00:00:00.000Z' }),
    sheetWith({}, { id: 'other', started: '2026-04-01T00:00:00.000Z', worksheet: 'agreement' }),
    sheetWith({}, { id: 'with-owen', started: '2026-05-01T00:00:00.000Z', mentorship: 'm2' }),
    sheetWith({}, { id: 'theirs', started: '2026-06-01T00:00:00.000Z', from: theirs }),
  ];

  it('is the newest of that worksheet and mentorship that is one’s own and not done', () => {
    expect(openSheet(sheets, 'test', 'm1')?.id).toBe('new');
    expect(openSheet([...sheets].reverse(), 'test', 'm1')?.id).toBe('new');
    expect(openSheet(sheets, 'test', 'm2')?.id).toBe('with-owen');
    expect(openSheet(sheets, 'agreement', 'm1')?.id).toBe('other');
  });

  it('is none when all are done, or there are none', () => {
    expect(openSheet(sheets.slice(2, 3), 'test', 'm1')).toBeUndefined();
    expect(openSheet([], 'test', 'm1')).toBeUndefined();
    expect(openSheet(sheets, 'levels', 'm1')).toBeUndefined();
    expect(openSheet(sheets, 'test', 'm3')).toBeUndefined();
  });

  it('is never one that came from the other person', () => {
    expect(openSheet(sheets.slice(5), 'test', 'm1')).toBeUndefined();
  });
});

describe('the sheet finished last', () => {
  const sheets = [
    sheetWith({}, { id: 'first', done: '2026-01-05T00:00:00.000Z' }),
    sheetWith({}, { id: 'last', done: '2026-03-05T00:00:00.000Z', started: '2025-01-01T00:00:00.000Z' }),
    sheetWith({}, { id: 'open', started: '2026-06-01T00:00:00.000Z' }),
    sheetWith({}, { id: 'other', done: '2026-05-05T00:00:00.000Z', worksheet: 'agreement' }),
    sheetWith({}, { id: 'with-owen', done: '2026-06-05T00:00:00.000Z', mentorship: 'm2' }),
    sheetWith({}, { id: 'theirs', done: '2026-07-05T00:00:00.000Z', from: theirs }),
  ];

  it('is the one of that worksheet and mentorship that was called done last, whenever it was begun', () => {
    expect(lastDone(sheets, 'test', 'm1')?.id).toBe('last');
    expect(lastDone([...sheets].reverse(), 'test', 'm1')?.id).toBe('last');
    expect(lastDone(sheets, 'test', 'm2')?.id).toBe('with-owen');
  });

  it('is none when none is done', () => {
    expect(lastDone(sheets.slice(2, 3), 'test', 'm1')).toBeUndefined();
    expect(lastDone(sheets, 'test', 'm3')).toBeUndefined();
  });

  it('is never one that came from the other person', () => {
    expect(lastDone(sheets.slice(5), 'test', 'm1')).toBeUndefined();
  });

  it('leaves the list as it was', () => {
    const before = [...sheets];
    lastDone(sheets, 'test', 'm1');
    openSheet(sheets, 'test', 'm1');
    lastReceived(sheets, 'test', 'm1');
    newestFirst(sheets);
    expect(sheets).toEqual(before);
  });
});

describe('the sheet of the other person', () => {
  const sheets = [
    sheetWith({}, { id: 'first', started: '2026-01-01T00:00:00.000Z', from: theirs }),
    sheetWith({}, { id: 'newest', started: '2026-03-01T00:00:00.000Z', from: theirs }),
    sheetWith({}, { id: 'own', started: '2026-04-01T00:00:00.000Z' }),
    sheetWith({}, { id: 'other', started: '2026-05-01T00:00:00.000Z', from: theirs, worksheet: 'levels' }),
    sheetWith({}, { id: 'with-owen', started: '2026-06-01T00:00:00.000Z', from: theirs, mentorship: 'm2' }),
  ];

  it('is the newest of that worksheet and mentorship that came', () => {
    expect(lastReceived(sheets, 'test', 'm1')?.id).toBe('newest');
    expect(lastReceived([...sheets].reverse(), 'test', 'm1')?.id).toBe('newest');
    expect(lastReceived(sheets.slice(2), 'test', 'm1')).toBeUndefined();
  });

  it('is told from one’s own by where it came from', () => {
    expect(sheets.filter(isReceived).map(({ id }) => id)).toEqual(['first', 'newest', 'other', 'with-owen']);
  });
});

describe('sheets in a list', () => {
  const times = ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.001Z', '2025-12-31T23:59:59.999Z'];
  const some = fc
    .uniqueArray(fc.string({ minLength: 1 }), { maxLength: 8 })
    .chain((ids) =>
      fc.tuple(
        ...ids.map((id) => fc.constantFrom(...times).map((started) => sheetWith({}, { id, started }))),
      ),
    );

  it('stand with the newest first, in one order however the browser lists them', () => {
    fc.assert(
      fc.property(
        some.chain((sheets) =>
          fc.tuple(fc.constant(sheets), fc.shuffledSubarray(sheets, { minLength: sheets.length })),
        ),
        ([sheets, shuffled]) => {
          const sorted = newestFirst(sheets);
          expect(newestFirst(shuffled)).toEqual(sorted);
          expect([...sorted].map(({ started }) => started)).toEqual(
            sheets
              .map(({ started }) => started)
              .sort()
              .reverse(),
          );
          expect(openSheet(shuffled, 'test', 'm1')).toEqual(openSheet(sheets, 'test', 'm1'));
          const done = (all: readonly Sheet[]) => all.map((sheet) => ({ ...sheet, done: times[0]! }));
          expect(lastDone(done(shuffled), 'test', 'm1')).toEqual(lastDone(done(sheets), 'test', 'm1'));
        },
      ),
    );
  });
});

describe('the answer to a field', () => {
  it('is the one that was given', () => {
    expect(answerOf(sheetWith({ long: said('x') }), 'long')).toEqual(said('x'));
    expect(answerOf(sheetWith({ long: said('x') }), 'short')).toBeUndefined();
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'is none in a blank sheet for "%s"',
    (id) => {
      expect(answerOf(sheetWith({}), id)).toBeUndefined();
    },
  );
});

describe('what kind of answer it is', () => {
  const action = { id: 'a1', what: 'Phones off', who: 'Both' };

  it.each([
    ['options', ['focus', 'shape'], true, false],
    ['actions', [action], false, true],
    ['nothing chosen', [], true, true],
    ['text', 'focus', false, false],
    ['a mark', 3, false, false],
  ])('%s', (_, value, options, actions) => {
    expect(isOptions(value)).toBe(options);
    expect(isActions(value)).toBe(actions);
  });
});

describe('whether two answers are alike', () => {
  it('is not a question of the order in which they were stored', () => {
    expect(isSame({ asked: '?', value: 'x' }, { value: 'x', asked: '?' })).toBe(true);
  });

  it.each([
    ['text and the same number', '3', 3],
    ['a list and an object', [], {}],
    ['nothing and something', undefined, { value: '' }],
    ['null and an object', null, {}],
    ['a part that is there and one that is not', { a: 1 }, { b: 1 }],
    ['options in another order', ['a', 'b'], ['b', 'a']],
    ['one more', ['a'], ['a', 'a']],
    ['what every object carries', { constructor: 1 }, { other: 1 }],
  ])('%s are not', (_, one, two) => {
    expect(isSame(one, two)).toBe(false);
    expect(isSame(two, one)).toBe(false);
  });

  it('is so for any answer and its copy, and for no other', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, two) => {
        expect(isSame(one, structuredClone(one))).toBe(true);
        const sorted = (_: string, value: unknown): unknown =>
          typeof value === 'object' && value !== null && !Array.isArray(value)
            ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
            : value;
        expect(isSame(one, two)).toBe(JSON.stringify(one, sorted) === JSON.stringify(two, sorted));
      }),
    );
  });
});
