import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import {
  day,
  readJson,
  readRecord,
  writeRecord,
  type RecordType,
} from '../../../../src/domain/records/envelope';
import { mentorshipRecord, newMentorship } from '../../../../src/domain/records/mentorship';
import { sheetRecord } from '../../../../src/domain/records/sheet';
import { anySheet, sheetWith } from '../worksheets/samples';

const now = new Date('2026-02-14T08:30:00.000Z');

/** A kind whose third format keeps a list of names: the first kept one `name`, the second a `names` line. */
const cups: RecordType<{ names: string[]; steps: string[] }> = {
  kind: 'sheet',
  format: 3,
  schema: v.object({ names: v.array(v.string()), steps: v.array(v.string()) }),
  migrations: [
    (older) => {
      const { name } = older as { name: string };
      return { names: name.trim(), steps: ['1 to 2'] };
    },
    (older) => {
      const { names, steps } = older as { names: string; steps: string[] };
      return { names: names.split(', '), steps: [...steps, '2 to 3'] };
    },
  ],
};

const stored = (format: number, data: unknown) =>
  JSON.stringify({ format, revision: 4, savedAt: now.toISOString(), data });

describe('reading what lies in storage', () => {
  it('finds nothing where there is nothing', () => {
    expect(readRecord(sheetRecord, null)).toEqual({ state: 'missing' });
  });

  it.each(['', 'x', '{', '{"format":1', "{'format':1}", 'undefined'])('says that %j is not JSON', (text) => {
    expect(readRecord(sheetRecord, text)).toEqual({ state: 'damaged', reason: 'not-json' });
  });

  it.each([
    'null',
    '1',
    '"text"',
    '[]',
    '{}',
    '{"data":{}}',
    '{"format":0,"revision":1,"savedAt":"2026-02-14","data":{}}',
    '{"format":1.5,"revision":1,"savedAt":"2026-02-14","data":{}}',
    '{"format":"1","revision":1,"savedAt":"2026-02-14","data":{}}',
    '{"format":1,"revision":-1,"savedAt":"2026-02-14","data":{}}',
    '{"format":1,"revision":1,"data":{}}',
    '{"format":1,"revision":1,"savedAt":"some day","data":{}}',
    '{"format":1,"revision":1,"savedAt":"2026-02-14"}',
  ])('says that %s is no record', (text) => {
    expect(readRecord(sheetRecord, text)).toEqual({ state: 'damaged', reason: 'not-a-record' });
  });

  it.each([
    ['data of another kind', { id: 'm1', started: now.toISOString() }],
    ['an answer that is none', { ...sheetWith({}), answers: { long: 'We start late' } }],
    ['a side that does not exist', { ...sheetWith({}), side: 'boss' }],
    ['an empty id', sheetWith({}, { id: '' })],
    // A page that shows the date would fall over it.
    ['a beginning that is no date', sheetWith({}, { started: 'yesterday' })],
    ['an ending that is no date', sheetWith({}, { done: '' })],
    ['a person it came from without a day', { ...sheetWith({}), from: { kit: 'k1' } }],
    [
      'an action that is to be done on a day there is not',
      sheetWith({ a: { asked: '?', value: [{ id: 'a1', what: 'x', who: 'y', by: '2027-02-29' }] } }),
    ],
    [
      'an action without an id',
      { ...sheetWith({}), answers: { a: { asked: '?', value: [{ what: 'x', who: 'y' }] } } },
    ],
  ])('says that a record is wrong which holds %s', (_, data) => {
    expect(readRecord(sheetRecord, stored(2, data))).toEqual({ state: 'damaged', reason: 'wrong-data' });
  });

  it('reads a record as it was written', () => {
    const sheet = sheetWith({ long: { asked: 'Tell it.', value: 'We start late' } });
    expect(readRecord(sheetRecord, stored(3, sheet))).toEqual({
      state: 'ok',
      record: { format: 3, revision: 4, savedAt: now.toISOString(), data: sheet },
    });
  });
});

describe('a record inside a larger text, as in a backup', () => {
  it('is read like one that lies in storage', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          anySheet.map((sheet) => JSON.parse(stored(2, sheet)) as unknown),
        ),
        (json) => {
          expect(readJson(sheetRecord, json)).toEqual(readRecord(sheetRecord, JSON.stringify(json)));
        },
      ),
    );
  });

  it.each([undefined, null, 5, 'text', [], {}])('%j is no record', (json) => {
    expect(readJson(sheetRecord, json)).toEqual({ state: 'damaged', reason: 'not-a-record' });
  });
});

describe('a day of the calendar', () => {
  const isDay = (text: unknown) => v.is(day, text);

  it.each(['2027-02-28', '2028-02-29', '1970-01-01', '9999-12-31', '0001-01-01'])('%s is one', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2027-02-29',
    '2027-13-01',
    '2027-00-10',
    '2027-2-8',
    '20270-01-01',
    '+020270-01-01',
    '2027-02-28T00:00',
    '2027-02',
    '28.02.2027',
    ' 2027-02-28',
    '2027-02-28 ',
    '',
    20270228,
    null,
  ])('%j is none', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it('is what a date input gives, on any day there is', () => {
    const any = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(fc.property(any, (date) => isDay(date.toISOString().slice(0, 10))));
  });

  it('is never anything else, and asking never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9+T:-]{0,14}$/)), (text) => {
        if (isDay(text)) expect(text).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }),
    );
  });
});

describe('a record of an older site', () => {
  it('is brought up to date step by step, in order', () => {
    expect(readRecord(cups, stored(1, { name: ' Amira, Owen ' }))).toEqual({
      state: 'ok',
      record: {
        format: 3,
        revision: 4,
        savedAt: now.toISOString(),
        data: { names: ['Amira', 'Owen'], steps: ['1 to 2', '2 to 3'] },
      },
    });
  });

  it('takes only the steps it still needs', () => {
    const reading = readRecord(cups, stored(2, { names: 'Amira', steps: [] }));
    expect(reading).toMatchObject({ record: { data: { names: ['Amira'], steps: ['2 to 3'] } } });
  });

  it('takes none when it is of today', () => {
    const data = { names: ['Amira'], steps: [] };
    expect(readRecord(cups, stored(3, data))).toMatchObject({ state: 'ok', record: { data } });
  });

  it.each([
    ['a step', stored(1, { name: 5 })],
    ['a step, for want of any data', stored(1, null)],
    ['the schema after its steps', stored(2, { names: 'Amira', steps: [1] })],
  ])('is damaged, and nothing is thrown, when it does not pass %s', (_, text) => {
    expect(readRecord(cups, text)).toEqual({ state: 'damaged', reason: 'wrong-data' });
  });
});

describe('a record of a newer site', () => {
  it('is shown as far as it can be read', () => {
    const data = { names: ['Amira'], steps: [], colours: ['red'] };
    expect(readRecord(cups, stored(4, data))).toEqual({
      state: 'newer',
      format: 4,
      data: { names: ['Amira'], steps: [] },
    });
  });

  it('is not called damaged when nothing of it can be read', () => {
    expect(readRecord(cups, stored(9, { people: 2 }))).toEqual({ state: 'newer', format: 9 });
  });
});

describe('writing a record', () => {
  it('wraps it in its format, a number one higher than the last, and the time', () => {
    expect(JSON.parse(writeRecord(cups, { names: [], steps: [] }, 0, now))).toEqual({
      format: 3,
      revision: 1,
      savedAt: '2026-02-14T08:30:00.000Z',
      data: { names: [], steps: [] },
    });
    expect(JSON.parse(writeRecord(cups, { names: [], steps: [] }, 41, now))).toMatchObject({ revision: 42 });
  });

  it('and reading it again gives the same sheet, whatever is in it', () => {
    fc.assert(
      fc.property(anySheet, fc.nat(), (sheet, revision) => {
        // No field of a worksheet may be called so, and what came under that name from elsewhere is not taken in.
        const { constructor: _, ...answers } = sheet.answers;
        expect(readRecord(sheetRecord, writeRecord(sheetRecord, sheet, revision, now))).toEqual({
          state: 'ok',
          record: {
            format: 3,
            revision: revision + 1,
            savedAt: now.toISOString(),
            data: { ...sheet, answers },
          },
        });
      }),
    );
  });

  it('and reading it again gives the same mentorship', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (id) => {
        const data = newMentorship(id, now);
        const text = writeRecord(mentorshipRecord, data, 0, now);
        expect(readRecord(mentorshipRecord, text)).toMatchObject({ state: 'ok', record: { data } });
      }),
    );
  });
});

describe('whatever lies in storage', () => {
  const types = fc.constantFrom<RecordType<unknown>>(sheetRecord, mentorshipRecord, cups);
  const wrapped = fc
    .record({
      format: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.jsonValue()),
      revision: fc.oneof(fc.nat(), fc.jsonValue()),
      savedAt: fc.oneof(fc.constant('2026-02-14'), fc.jsonValue()),
      data: fc.oneof(fc.jsonValue(), fc.record({ name: fc.jsonValue(), names: fc.jsonValue() })),
    })
    .map((record) => JSON.stringify(record));
  const anything = fc
    .array(fc.integer({ min: 0, max: 0xffff }))
    .map((codes) => String.fromCharCode(...codes));
  const text = fc.oneof(anything, fc.json(), wrapped);

  it('it is read without a throw, as one of the states there are', () => {
    fc.assert(
      fc.property(types, text, (type, lying) => {
        expect(['ok', 'newer', 'damaged']).toContain(readRecord(type, lying).state);
      }),
      { numRuns: 1000 },
    );
  });

  it('names that every object carries change nothing for other objects', () => {
    const hostile = `{"format":2,"revision":1,"savedAt":"2026-02-14","data":{"id":"s1","worksheet":"w",
      "mentorship":"m1","started":"2026-02-14","nudged":["__proto__"],"__proto__":{"polluted":true},
      "answers":{"__proto__":{"asked":"?","value":"x","polluted":true},
        "constructor":{"asked":"?","value":"y"},"long":{"asked":"?","value":"z"}}}}`;
    const reading = readRecord(sheetRecord, hostile);
    expect(reading).toMatchObject({
      state: 'ok',
      record: { data: { answers: { long: { value: 'z' } } } },
    });
    expect({}).not.toHaveProperty('polluted');
    expect({}.constructor).toBe(Object);
    expect(reading.state === 'ok' && reading.record.data.answers).not.toHaveProperty('polluted');
  });
});
