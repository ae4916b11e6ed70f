import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isBlank,
  lastDone,
  mergeParts,
  newSheet,
  openSheet,
  type Sheet,
  type SheetPart,
} from '../../../../src/domain/records/sheet';
import { anySheet, sheetWith } from '../worksheets/samples';

const said = (value: string) => ({ asked: 'What?', value });
const parts = (...changed: SheetPart[]) => new Set(changed);

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

describe('two tabs write in one sheet', () => {
  it('the other tab’s answers in other fields stay', () => {
    const merged = mergeParts(
      sheetWith({ long: said('theirs'), short: said('old') }),
      sheetWith({ short: said('mine') }),
      parts('answers.short'),
    );
    expect(merged.answers).toEqual({ long: said('theirs'), short: said('mine') });
  });

  it('an answer emptied here is taken out, and nothing else', () => {
    const merged = mergeParts(
      sheetWith({ long: said('theirs'), short: said('old') }),
      sheetWith({}),
      parts('answers.short'),
    );
    expect(merged.answers).toEqual({ long: said('theirs') });
  });

  it('an answer emptied there and not touched here stays empty', () => {
    const merged = mergeParts(sheetWith({}), sheetWith({ long: said('old') }), parts('answers.short'));
    expect(merged.answers).toEqual({});
  });

  it('the side changes only when it was changed here', () => {
    const theirs = sheetWith({}, { side: 'mentor' });
    const mine = sheetWith({}, { side: 'mentee' });
    expect(mergeParts(theirs, mine, parts()).side).toBe('mentor');
    expect(mergeParts(theirs, mine, parts('side')).side).toBe('mentee');
    expect(mergeParts(theirs, sheetWith({}), parts('side'))).not.toHaveProperty('side');
  });

  it('fields met with a deeper question in either count once each', () => {
    const merged = mergeParts(
      sheetWith({}, { nudged: ['long', 'short'] }),
      sheetWith({}, { nudged: ['short', 'mine'] }),
      parts('nudged'),
    );
    expect(merged.nudged).toEqual(['long', 'short', 'mine']);
  });

  it('what one tab called done stays done', () => {
    const done = sheetWith({}, { done: '2026-02-14T09:00:00.000Z' });
    expect(mergeParts(done, sheetWith({ long: said('x') }), parts('answers.long')).done).toBe(done.done);
  });

  it('neither sheet given is changed', () => {
    const theirs = sheetWith({ long: said('theirs') });
    const mine = sheetWith({ short: said('mine') });
    const before = structuredClone([theirs, mine]);
    mergeParts(theirs, mine, parts('answers.short', 'answers.long', 'side', 'nudged'));
    expect([theirs, mine]).toEqual(before);
  });

  it('only the changed fields differ from what is stored, whatever both hold', () => {
    fc.assert(
      fc.property(
        anySheet,
        anySheet,
        fc.subarray(['long', 'ease', 'some', 'gone', 'constructor']),
        (theirs, mine, ids) => {
          const merged = mergeParts(theirs, mine, new Set(ids.map((id): SheetPart => `answers.${id}`)));
          for (const id of new Set([...Object.keys(theirs.answers), ...Object.keys(mine.answers)])) {
            const source = ids.includes(id) ? mine : theirs;
            const own = (sheet: Sheet) =>
              Object.getOwnPropertyDescriptor(sheet.answers, id)?.value as unknown;
            expect(own(merged)).toEqual(own(source));
          }
          expect({ ...merged, answers: {} }).toEqual({ ...theirs, answers: {} });
        },
      ),
    );
  });

  it.each(['__proto__', 'constructor', 'toString'])('a field called "%s" puts nothing strange in', (id) => {
    const merged = mergeParts(sheetWith({}), sheetWith({}), parts(`answers.${id}`));
    expect(Object.keys(merged.answers)).toEqual([]);
    expect(Object.getPrototypeOf(merged.answers)).toBe(Object.prototype);
    expect(Object.hasOwn(Object.prototype, 'asked')).toBe(false);
  });
});

describe('which sheet to go on with', () => {
  const sheets = [
    sheetWith({}, { id: 'old', started: '2026-01-01T00:00:00.000Z' }),
    sheetWith({}, { id: 'new', started: '2026-02-01T00:00:00.000Z' }),
    sheetWith({}, { id: 'done', started: '2026-03-01T00:00:00.000Z', done: '2026-03-02T00:00:00.000Z' }),
    sheetWith({}, { id: 'other', started: '2026-04-01T00:00:00.000Z', worksheet: 'agreement' }),
  ];

  it('is the newest of that worksheet that is not done', () => {
    expect(openSheet(sheets, 'test')?.id).toBe('new');
    expect(openSheet([...sheets].reverse(), 'test')?.id).toBe('new');
  });

  it('is none when all are done, or there are none', () => {
    expect(openSheet(sheets.slice(2, 3), 'test')).toBeUndefined();
    expect(openSheet([], 'test')).toBeUndefined();
    expect(openSheet(sheets, 'levels')).toBeUndefined();
  });
});

describe('the sheet finished last', () => {
  const sheets = [
    sheetWith({}, { id: 'first', done: '2026-01-05T00:00:00.000Z' }),
    sheetWith({}, { id: 'last', done: '2026-03-05T00:00:00.000Z', started: '2025-01-01T00:00:00.000Z' }),
    sheetWith({}, { id: 'open', started: '2026-06-01T00:00:00.000Z' }),
    sheetWith({}, { id: 'other', done: '2026-05-05T00:00:00.000Z', worksheet: 'agreement' }),
  ];

  it('is the one of that worksheet that was called done last, whenever it was begun', () => {
    expect(lastDone(sheets, 'test')?.id).toBe('last');
    expect(lastDone([...sheets].reverse(), 'test')?.id).toBe('last');
  });

  it('is none when none is done', () => {
    expect(lastDone(sheets.slice(2, 3), 'test')).toBeUndefined();
  });

  it('leaves the list as it was', () => {
    const before = [...sheets];
    lastDone(sheets, 'test');
    openSheet(sheets, 'test');
    expect(sheets).toEqual(before);
  });
});
