// What comes from outside is read without harm, whatever it is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packBackup } from '../../../../src/domain/parcels/backup';
import {
  MOST_CHARACTERS,
  readParcel,
  writeParcel,
  type Parcel,
} from '../../../../src/domain/parcels/envelope';
import { MOST_DEEP } from '../../../../src/domain/parcels/nesting';
import { packSheet } from '../../../../src/domain/parcels/sheet';
import { sections, sheetWith } from '../worksheets/samples';
import { anyRecords, NOW, rawKit } from './arbitrary';

const sheet = packSheet(
  'k1',
  sheetWith({ long: { asked: 'Tell it.', value: 'We start late' } }),
  sections,
  NOW,
);
const backup = packBackup('k1', [], [], NOW);
const text = writeParcel(sheet);

const refused = (reason: string) => ({ state: 'refused', reason });
const wrapped = (part: object) => JSON.stringify({ ...sheet, ...part });

describe('a parcel', () => {
  it('is one line of JSON with everything that says what it is', () => {
    expect(text.endsWith('}\n')).toBe(true);
    expect(JSON.parse(text)).toEqual({
      kit: 'k1',
      kind: 'sheet',
      format: 1,
      made: '2026-11-25T08:30:00.000Z',
      data: {
        id: 's1',
        worksheet: 'test',
        started: '2026-02-03T09:00:00.000Z',
        answers: { long: { asked: 'Tell it.', value: 'We start late' } },
      },
    });
  });

  it.each<[string, Parcel]>([
    ['a sheet', sheet],
    ['a backup', backup],
  ])('with %s is read as it was written', (_, parcel) => {
    expect(readParcel(writeParcel(parcel))).toEqual({ state: 'ok', parcel });
  });

  it('is read with blanks and a byte order mark around it, and laid out over lines', () => {
    expect(readParcel(`\ufeff \r\n${text}\t\n`)).toEqual({ state: 'ok', parcel: sheet });
    expect(readParcel(JSON.stringify(sheet, null, 2))).toEqual({ state: 'ok', parcel: sheet });
  });
});

describe('a text that is not taken in', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['blanks', ' \n\ufeff\t', 'empty'],
    ['a sentence', 'We start late.', 'not-json'],
    ['JSON with something after it', `${text} sent from my phone`, 'not-json'],
    ['JSON spoilt in the middle', text.replace(':', ';'), 'not-json'],
    ['a list', '[]', 'not-ours'],
    ['a number', '1', 'not-ours'],
    ['null', 'null', 'not-ours'],
    ['a word', '"parcel"', 'not-ours'],
    ['another program’s object', '{"version":3,"data":{}}', 'not-ours'],
    ['an envelope without its date', wrapped({ made: undefined }), 'not-ours'],
    ['other JSON that is cut', '{"version":3,"da', 'not-json'],
    ['a higher format', wrapped({ format: 2 }), 'newer'],
    ['a higher format with other data', wrapped({ format: 9, data: ['all', 'new'] }), 'newer'],
    ['a kind we do not know', wrapped({ kind: 'song' }), 'newer'],
    ['a kind that every object carries', wrapped({ kind: 'constructor' }), 'newer'],
    ['a kind called __proto__', wrapped({ kind: '__proto__' }), 'newer'],
    ['an empty kit', wrapped({ kit: '' }), 'wrong-data'],
    ['a kind that is no name', wrapped({ kind: 3 }), 'wrong-data'],
    ['a format below the first', wrapped({ format: 0 }), 'wrong-data'],
    ['a format between two', wrapped({ format: 1.5 }), 'wrong-data'],
    ['a date that is none', wrapped({ made: 'some day' }), 'wrong-data'],
    ['a date that does not exist', wrapped({ made: '2026-13-45T99:00Z' }), 'wrong-data'],
    ['no data', wrapped({ data: null }), 'wrong-data'],
    ['a list for data', wrapped({ data: [] }), 'wrong-data'],
    ['a sheet begun on no day', wrapped({ data: { ...sheet.data, started: '' } }), 'wrong-data'],
    [
      'a sheet with an answer that is none',
      wrapped({ data: { ...sheet.data, answers: { a: 1 } } }),
      'wrong-data',
    ],
    ['the data of another kind', wrapped({ kind: 'backup' }), 'wrong-data'],
    [
      'a backup whose records are none',
      wrapped({ kind: 'backup', data: { records: [1], unread: [] } }),
      'wrong-data',
    ],
    [
      'a backup whose texts are none',
      wrapped({ kind: 'backup', data: { records: [], unread: [1] } }),
      'wrong-data',
    ],
  ])('%s', (_, given, reason) => {
    expect(readParcel(given)).toEqual(refused(reason));
  });

  it('one that is too long, before anything is made of it', () => {
    const long = wrapped({ data: { ...sheet.data, worksheet: 'x'.repeat(MOST_CHARACTERS) } });
    expect(readParcel(long)).toEqual(refused('too-big'));
    const fits = `${text}${' '.repeat(MOST_CHARACTERS - text.length)}`;
    expect(readParcel(fits).state).toBe('ok');
    expect(readParcel(`${fits} `)).toEqual(refused('too-big'));
  });

  it.each([
    ['lists', '[', ']'],
    ['objects', '{"a":', '}'],
  ])('%s in one another, however deep', (_, open, close) => {
    for (const depth of [10_000, 1_000_000]) {
      const deep = `${open.repeat(depth)}0${close.repeat(depth)}`;
      expect(readParcel(deep)).toEqual(refused('not-ours'));
      expect(readParcel(open.repeat(depth))).toEqual(refused('not-ours'));
      expect(readParcel(text.replace('"We start late"', deep))).toEqual(refused('wrong-data'));
    }
  });

  it('one that nests deeper than any of ours, and no other', () => {
    // The record stands four levels down, and the brackets in words do not count.
    const nested = (depth: number) =>
      writeParcel({
        ...backup,
        data: { records: [], unread: [] },
      }).replace(
        '"records":[]',
        `"records":[{"kind":"sheet","id":"a","record":${'['.repeat(depth)}"[[["${']'.repeat(depth)}}]`,
      );
    expect(readParcel(nested(MOST_DEEP - 4)).state).toBe('ok');
    expect(readParcel(nested(MOST_DEEP - 3))).toEqual(refused('wrong-data'));
  });
});

describe('a parcel that lost its end', () => {
  it('is said to be cut, wherever that happened, and never read as less', () => {
    fc.assert(
      fc.property(anyRecords, fc.double({ min: 0, max: 1, noNaN: true }), (records, part) => {
        const whole = writeParcel(packBackup('k1', rawKit(records).records, [], NOW)).trim();
        const length = Math.max(1, Math.floor(part * (whole.length - 1)));
        expect(readParcel(whole.slice(0, length))).toEqual(refused('cut'));
      }),
      { numRuns: 300 },
    );
  });

  it('at each of its letters', () => {
    for (let length = 1; length < text.trim().length; length++) {
      expect(readParcel(text.slice(0, length))).toEqual(refused('cut'));
    }
  });

  it('with a word in its place', () => {
    expect(readParcel(`${text.slice(0, 150)}… [message clipped]`)).toEqual(refused('cut'));
  });

  it('when it was laid out over lines', () => {
    expect(readParcel(JSON.stringify(sheet, null, 2).slice(0, 100))).toEqual(refused('cut'));
  });
});

describe('whatever comes', () => {
  const states = ['ok', 'refused'];

  it('it is read without a throw', () => {
    const anything = fc
      .array(fc.integer({ min: 0, max: 0xffff }))
      .map((codes) => String.fromCharCode(...codes));
    const ours = fc
      .record({
        kit: fc.oneof(fc.constant('k'), fc.jsonValue()),
        kind: fc.oneof(fc.constantFrom('sheet', 'backup', 'plan'), fc.jsonValue()),
        format: fc.oneof(fc.constantFrom(1, 2), fc.jsonValue()),
        made: fc.oneof(fc.constant('2026-02-14'), fc.jsonValue()),
        data: fc.oneof(
          fc.record({ records: fc.jsonValue(), unread: fc.jsonValue() }),
          fc.record({ id: fc.jsonValue(), started: fc.jsonValue(), answers: fc.jsonValue() }),
          fc.jsonValue(),
        ),
      })
      .map((value) => JSON.stringify(value));
    fc.assert(
      fc.property(fc.oneof(anything, fc.json(), ours), (given) => {
        expect(states).toContain(readParcel(given).state);
      }),
      { numRuns: 1000 },
    );
  });

  it('names that every object carries change nothing for other objects', () => {
    const bad = '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}';
    for (const given of [
      `{${bad},"kit":"k","kind":"sheet","format":1,"made":"2026-02-14","data":{${bad},"id":"s","worksheet":"w",
        "started":"2026-02-14","answers":{"a":{"asked":"?","value":"x",${bad}},${bad.replaceAll('1', '"x"')}}}}`,
      `{${bad},"kit":"k","kind":"sheet","format":1,"made":"2026-02-14","data":{${bad},"id":"s","worksheet":"w",
        "started":"2026-02-14","answers":{"a":{"asked":"?","value":"x",${bad}}}}}`,
      `{"kit":"k","kind":"backup","format":1,"made":"2026-02-14","data":{${bad},"unread":[{${bad},"key":"__proto__",
        "text":"x"}],"records":[{${bad},"kind":"__proto__","id":"__proto__","record":{${bad}}}]}}`,
    ]) {
      expect(states).toContain(readParcel(given).state);
      expect({}).not.toHaveProperty('polluted');
    }
  });
});
