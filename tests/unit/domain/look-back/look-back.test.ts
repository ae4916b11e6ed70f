// Looking back on a mentorship: what counts, what stands where, and what is never in it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookBack, type Asking, type LookBack } from '../../../../src/domain/look-back/look-back';
import { newMentorship, SIDES, withOutcome, type Side } from '../../../../src/domain/records/mentorship';
import type { Answer, Sheet } from '../../../../src/domain/records/sheet';
import { worksheetSchema } from '../../../../src/domain/worksheets/definition';
import { isPrivate } from '../../../../src/domain/worksheets/answers';
import { sheetOf } from '../parcels/arbitrary';
import { fields, sections, someText, wholeFile } from '../worksheets/samples';

const NOW = new Date('2027-01-01T09:00:00.000Z');
const kept = newMentorship('m', NOW);
const calendar = { today: '2027-11-25', dayOf: (time: string) => time.slice(0, 10) };

/** A sheet for two with a scale, a text and actions. */
const talk: Asking = {
  id: 'talk',
  ...worksheetSchema.parse({
    ...wholeFile(),
    title: 'Talk',
    who: 'both',
    when: 'together',
    minutes: 30,
    sections: [
      {
        id: 'all',
        minutes: 30,
        fields: [
          { id: 'ease', kind: 'scale', both: true, label: 'How easy?', ends: { low: 'Hard', high: 'Easy' } },
          { id: 'well', kind: 'long-text', both: true, label: 'What goes well?' },
          { id: 'changes', kind: 'actions', label: 'What will you change?' },
        ],
      },
    ],
    example: {
      by: 'Two',
      answers: {
        ease: { mentor: 2, mentee: 3 },
        well: { mentor: 'a', mentee: 'b' },
        changes: [{ what: 'c', who: 'd' }],
      },
    },
  }),
};
const alone: Asking = { id: 'alone', title: 'Alone', who: 'each-alone', minutes: 10, sections };
const log: Asking = { ...alone, id: 'log', title: 'Log', who: 'facilitator' };
const askings = [alone, talk, log];

const said = (value: Answer['value'], more: Partial<Answer> = {}): Answer => ({
  asked: 'Asked',
  value,
  ...more,
});
const sheet = (id: string, more: Partial<Sheet> = {}): Sheet => ({
  id,
  worksheet: 'talk',
  mentorship: 'm',
  started: '2027-03-01T09:00:00.000Z',
  done: '2027-03-01T10:00:00.000Z',
  answers: { 'well--mentor': said('Well') },
  nudged: [],
  ...more,
});
const on = (day: string) => ({ started: `${day}T09:00:00.000Z`, done: `${day}T10:00:00.000Z` });
const theirs = { from: { kit: 'k', at: '2027-03-02T09:00:00.000Z' } };
const back = (sheets: readonly Sheet[], mentorship = kept): LookBack =>
  lookBack(mentorship, sheets, askings, calendar);

describe('check-ins and their minutes', () => {
  const led = (spent: number, more = {}) => ({
    talk: { minutes: 20, led: true, at: 'all', turn: 0, spent, ...more },
  });

  it('are the days of done sheets for two; minutes are this year’s', () => {
    const found = back([
      sheet('last-year', on('2026-12-30')),
      sheet('this-year', on('2027-02-03')),
      sheet('open', { started: '2027-05-01T09:00:00.000Z', done: undefined } as never),
      sheet('alone', { ...on('2026-01-01'), worksheet: 'alone', answers: { long: said('Alone') } }),
      sheet('elsewhere', { ...on('2027-02-05'), mentorship: 'other' }),
    ]);
    expect(found).toMatchObject({ checkIns: 2, since: '2026-12-30', minutes: 30, counted: 'none' });
    expect(found.past.map((one) => one.sheet.id)).toEqual(['open', 'this-year', 'last-year', 'alone']);
  });

  it.each([
    ['what the page counted while it led', led(605), 10, 'all'],
    ['what the talk was begun with when the lead was left', led(605, { led: false }), 20, 'none'],
    ['the plan when the clock hardly ran', led(59), 20, 'none'],
    ['the worksheet’s plan', {}, 30, 'none'],
  ] as const)('take %s', (_, more, minutes, counted) => {
    const found = back([sheet('a', more)]);
    expect(found).toMatchObject({ minutes, counted });
    expect(found.past[0]!.minutes).toEqual({ n: minutes, counted: counted === 'all' });
  });

  it('are rounded once, at the end', () => {
    const days = ['2027-01-01', '2027-01-02', '2027-01-03'];
    expect(back(days.map((day) => sheet(day, { ...on(day), ...led(80) }))).minutes).toBe(4);
  });

  it('count once when both wrote the talk down, as it was counted', () => {
    const found = back([sheet('mine', led(1200)), sheet('theirs', { ...theirs, ...led(0) })]);
    expect(found).toMatchObject({ checkIns: 1, minutes: 20, counted: 'all' });
    expect(back([sheet('plan'), sheet('clock', { ...on('2027-03-02'), ...led(600) })]).counted).toBe('some');
  });

  it('of a worksheet that is gone count by what the talk knows', () => {
    const gone = { worksheet: 'gone' };
    expect(back([sheet('a', gone)])).toMatchObject({ checkIns: 1, minutes: 0 });
    expect(back([sheet('a', { ...gone, ...led(600) })])).toMatchObject({ checkIns: 1, minutes: 10 });
  });
});

describe('marks', () => {
  it('make a line for each side, the oldest first', () => {
    const found = back([
      sheet('new', { ...on('2027-06-01'), answers: { 'ease--mentee': said(4), 'ease--mentor': said(2) } }),
      sheet('old', { ...on('2027-03-01'), answers: { 'ease--mentor': said(5) } }),
    ]);
    expect(found.marks).toEqual([
      {
        worksheet: 'talk',
        title: 'Talk',
        plates: [
          {
            id: 'ease',
            asked: 'How easy?',
            ends: { low: 'Hard', high: 'Easy' },
            lines: [
              {
                voice: 'mentor',
                marks: [
                  { day: '2027-03-01', value: 5 },
                  { day: '2027-06-01', value: 2 },
                ],
              },
              { voice: 'mentee', marks: [{ day: '2027-06-01', value: 4 }] },
            ],
          },
        ],
      },
    ]);
    expect(found.words).toEqual([]);
  });

  const voicesOf = (sheets: readonly Sheet[], side?: Side) =>
    back(sheets, side ? { ...kept, side } : kept).marks[0]!.plates[0]!.lines.map(({ voice }) => voice);
  const mark = { worksheet: 'alone', answers: { ease: said(3) } };

  it('of a sheet that names no side are mine and theirs, or those of the sides that are known', () => {
    const both = [sheet('a', mark), sheet('b', { ...mark, ...theirs, ...on('2027-04-01') })];
    expect(voicesOf(both)).toEqual(['mine', 'theirs']);
    expect(voicesOf(both, 'mentee')).toEqual(['mentor', 'mentee']);
    const named = sheet('c', { ...mark, ...on('2027-05-01'), side: 'mentor' });
    expect(voicesOf([...both, named])).toEqual(['mentor', 'mentee']);
  });

  it('that both wrote down on one day are drawn once; those that differ are both drawn', () => {
    const marksOf = (value: number) =>
      back([
        sheet('mine', { answers: { 'ease--mentor': said(4) } }),
        sheet('theirs', { ...theirs, answers: { 'ease--mentor': said(value) } }),
      ]).marks[0]!.plates[0]!.lines.map(({ marks }) => marks.map((mark) => mark.value).sort());
    expect(marksOf(4)).toEqual([[4]]);
    expect(marksOf(2)).toEqual([[2, 4]]);
  });

  it('that are no marks of the scale stand with the words', () => {
    const found = back([sheet('a', { answers: { 'ease--mentor': said('hard to say') } })]);
    expect(found.marks).toEqual([]);
    expect(found.words[0]!.questions[0]).toMatchObject({ asked: 'How easy?', isOld: false });
  });
});

describe('words', () => {
  it('stand by question, the newest day first, with the question of that day where it was another', () => {
    const found = back([
      sheet('old', { ...on('2027-03-01'), answers: { 'well--mentor': said('Before', { asked: 'Well?' }) } }),
      sheet('new', {
        ...on('2027-06-01'),
        answers: {
          'well--mentee': said('Mentee', { asked: 'What goes well?' }),
          'well--mentor': said('Mentor', { asked: 'What goes well?' }),
        },
      }),
    ]);
    const [question, ...others] = found.words[0]!.questions;
    expect(others).toEqual([]);
    expect(question!.asked).toBe('What goes well?');
    expect(
      question!.days.map(({ day, words }) => [
        day,
        ...words.map(({ voice, asked, answer }) => [voice, asked, answer.value]),
      ]),
    ).toEqual([
      ['2027-06-01', ['mentor', undefined, 'Mentor'], ['mentee', undefined, 'Mentee']],
      ['2027-03-01', ['mentor', 'Well?', 'Before']],
    ]);
  });

  it('of a field, or of a whole worksheet, that is gone stand under the question as it was asked', () => {
    const answers = { 'long-gone--mentee': said('Still here', { asked: 'What of old?' }) };
    for (const [worksheet, title] of [
      ['talk', 'Talk'],
      ['gone', undefined],
    ]) {
      const found = back([sheet('a', { worksheet: worksheet!, answers })]);
      expect(found.words).toMatchObject([
        {
          title,
          questions: [{ asked: 'What of old?', isOld: true, days: [{ words: [{ voice: 'mentee' }] }] }],
        },
      ]);
    }
  });
});

describe('a question that both were asked, and now only one', () => {
  it('keeps its old answers apart from the new, under what was asked then', () => {
    const found = back([
      sheet('a', {
        worksheet: 'alone',
        answers: {
          long: said('New', { asked: 'Tell it at length.' }),
          'long--mentor': said('Old', { asked: 'Tell us both.' }),
        },
      }),
    ]);
    expect(found.words[0]!.questions.map(({ asked, isOld }) => [asked, isOld])).toEqual([
      ['Tell it at length.', false],
      ['Tell us both.', true],
    ]);
  });
});

describe('what was agreed', () => {
  it('stands with what became of it, and not with the words', () => {
    const changes = said([{ id: 'a', what: 'Begin on time', who: 'both' }]);
    const found = back([sheet('s', { answers: { changes } })], withOutcome(kept, 'a', 'kept', NOW));
    expect(found.agreed).toMatchObject([{ action: { what: 'Begin on time' }, outcome: 'kept' }]);
    expect(found.words).toEqual([]);
  });
});

describe('the other person’s sheet', () => {
  const secret = { answers: { 'well--mentor': said('Unseen') }, ...theirs };

  it('shows nothing while it is folded, and opens when one’s own is done', () => {
    const open = sheet('mine', { answers: { 'well--mentee': said('Seen') } });
    delete (open as { done?: string }).done;
    const before = back([open, sheet('theirs', secret)]);
    expect(before).toMatchObject({ folded: 1, checkIns: 0 });
    expect(JSON.stringify(before)).not.toContain('Unseen');
    const after = back([{ ...open, done: '2027-03-03T09:00:00.000Z' }, sheet('theirs', secret)]);
    expect(after).toMatchObject({ folded: 0, checkIns: 1 });
    expect(JSON.stringify(after)).toContain('Unseen');
  });
});

// Sheets as people and other programs make them, and the rules that hold for all of them.
const anySheets = fc
  .array(
    fc.tuple(sheetOf('x', fc.constantFrom('m', 'other')), fc.constantFrom('alone', 'talk', 'log', 'gone')),
    {
      maxLength: 6,
    },
  )
  .map((all) => all.map(([one, worksheet], at): Sheet => ({ ...one, id: `s${at}`, worksheet })));

const shown = (found: LookBack) => ({
  marks: found.marks.flatMap(({ plates }) =>
    plates.flatMap(({ lines }) => lines.flatMap(({ marks }) => marks)),
  ),
  words: found.words.flatMap(({ questions }) =>
    questions.flatMap(({ days }) => days.flatMap(({ words }) => words.map(({ answer }) => answer))),
  ),
});

describe('whatever was written', () => {
  it('private words are nowhere in it', () => {
    fc.assert(
      fc.property(anySheets, fc.constantFrom(...fields), (sheets, field) => {
        const hide = said('HIDDEN', field.private ? {} : { private: true });
        const hidden = sheets.map((one) => ({
          ...one,
          // A private field's answer need not say so itself where the worksheet does.
          answers: {
            ...one.answers,
            [field.id]: one.worksheet === 'alone' ? hide : { ...hide, private: true },
          },
        }));
        expect(JSON.stringify(back(hidden))).not.toContain('HIDDEN');
      }),
    );
  });

  it('the order in which sheets come changes nothing', () => {
    fc.assert(
      fc.property(
        anySheets.chain((sheets) =>
          fc.tuple(fc.constant(sheets), fc.shuffledSubarray(sheets, { minLength: sheets.length })),
        ),
        ([sheets, shuffled]) => {
          expect(back(shuffled)).toEqual(back(sheets));
        },
      ),
    );
  });

  it('each answer that may be seen stands in one place', () => {
    fc.assert(
      fc.property(
        fc.array(someText, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...SIDES),
        (texts, side) => {
          const sheets = texts.map((text, at) =>
            sheet(`s${at}`, {
              ...on(`2027-0${at + 1}-01`),
              answers: { [`well--${side}`]: said(`${at} ${text}`), [`ease--${side}`]: said((at % 5) + 1) },
            }),
          );
          const found = back(sheets);
          const { marks, words } = shown(found);
          expect(words.map(({ value }) => value).reverse()).toEqual(texts.map((text, at) => `${at} ${text}`));
          expect(marks.map(({ value }) => value)).toEqual(texts.map((_, at) => (at % 5) + 1));
          expect(found.checkIns).toBe(texts.length);
          expect(found.minutes).toBe(30 * texts.length);
        },
      ),
    );
  });

  it('a sheet that comes twice, under another id, counts and shows once', () => {
    fc.assert(
      fc.property(anySheets, (sheets) => {
        const done = sheets.map((one): Sheet => ({ ...one, done: '2030-01-01T00:00:00.000Z' }));
        const twice = done.flatMap((one) => [one, { ...one, id: `${one.id}-again` }]);
        const [once, again] = [back(done), back(twice)];
        // Both are sheets that lie there; only these two tell how many.
        expect({ ...again, past: [], folded: 0 }).toEqual({ ...once, past: [], folded: 0 });
      }),
    );
  });

  it('sheets of a facilitator, and those with nothing but private words, are not in it', () => {
    fc.assert(
      fc.property(anySheets, (sheets) => {
        for (const { sheet: one } of back(sheets).past) {
          expect(one.worksheet).not.toBe('log');
          expect(Object.values(one.answers)).not.toEqual([]);
          expect(Object.values(one.answers).some((answer) => isPrivate(undefined, answer))).toBe(false);
        }
      }),
    );
  });
});
