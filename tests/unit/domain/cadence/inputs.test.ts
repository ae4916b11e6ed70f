import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  inputsSchema,
  PROBLEMS,
  readInputs,
  type InputsReading,
} from '../../../../src/domain/cadence/inputs';
import { cadenceOf, planRecord } from '../../../../src/domain/cadence/plan';
import { readRecord, type RecordType } from '../../../../src/domain/records/envelope';

const TODAY = '2026-11-25';

/** What a form gives: texts, and nothing where nothing was written. */
const typed = {
  rhythm: { every: 'weeks', n: '1' },
  pair: 'new',
  meetingMinutes: '60',
  checkInMinutes: '30',
  choice: { kind: 'balanced' },
  next: '2027-01-05',
  time: '',
  lastCheckIn: '',
  ends: null,
  away: [],
  earlyLook: false,
};

const read = (change: object = {}, today = TODAY) => readInputs({ ...typed, ...change }, today);
const said = (reading: InputsReading) =>
  reading.state === 'ok' ? [] : reading.problems.map(({ field, code }) => `${field}: ${code}`);
const problems = (change: object) => said(read(change));

describe('what a person typed', () => {
  it('is read: numbers from texts, empty fields as missing', () => {
    expect(read()).toEqual({
      state: 'ok',
      notes: [],
      inputs: {
        rhythm: { every: 'weeks', n: 1 },
        pair: 'new',
        meetingMinutes: 60,
        checkInMinutes: 30,
        choice: { kind: 'balanced' },
        next: '2027-01-05',
        away: [],
        earlyLook: false,
      },
    });
  });

  it('is read again as it was stored', () => {
    const reading = read({
      rhythm: { every: 'twice-a-week', weekdays: ['2', '5'] },
      how: 'remote',
      choice: { kind: 'own', n: ' 7 ' },
      time: '17:30',
      lastCheckIn: '2026-11-25',
      ends: '2028-02-29',
      away: [{ from: '2027-08-01', to: '2027-08-20' }],
    });
    if (reading.state !== 'ok') throw new Error('It should be fine.');
    expect(v.parse(inputsSchema, JSON.parse(JSON.stringify(reading.inputs)))).toEqual(reading.inputs);
    expect(readInputs(reading.inputs, TODAY)).toEqual(reading);
  });

  it.each<[string, object, string[]]>([
    ['zero', { meetingMinutes: '0' }, ['meetingMinutes: too-small']],
    ['a negative number', { rhythm: { every: 'days', n: '-3' } }, ['rhythm.n: too-small']],
    ['a huge number', { meetingMinutes: '9'.repeat(400) }, ['meetingMinutes: too-large']],
    ['more minutes than a day has', { meetingMinutes: 1441 }, ['meetingMinutes: too-large']],
    ['a fraction', { rhythm: { every: 'months', n: '1.5', by: 'day' } }, ['rhythm.n: not-whole']],
    ['a fraction with a comma', { checkInMinutes: '22,5' }, ['checkInMinutes: not-whole']],
    ['a thousand, or one', { meetingMinutes: '1,000' }, ['meetingMinutes: not-a-number']],
    ['a missing number', { checkInMinutes: '' }, ['checkInMinutes: missing']],
    ['a number that is words', { checkInMinutes: 'half an hour' }, ['checkInMinutes: not-a-number']],
    ['a number that is none', { checkInMinutes: NaN }, ['checkInMinutes: not-a-number']],
    ['no end of minutes', { meetingMinutes: Infinity }, ['meetingMinutes: too-large']],
    ['a number in hexadecimal', { checkInMinutes: '0x1e' }, ['checkInMinutes: not-a-number']],
    ['no rhythm', { rhythm: {} }, ['rhythm.every: unknown']],
    ['an unknown rhythm', { rhythm: { every: 'hours', n: 1 } }, ['rhythm.every: unknown']],
    ['a rhythm without its number', { rhythm: { every: 'weeks' } }, ['rhythm.n: missing']],
    ['a rhythm too rare', { rhythm: { every: 'weeks', n: 105 } }, ['rhythm.n: too-large']],
    ['a rhythm too frequent', { rhythm: { every: 'about', n: 40 } }, ['rhythm.n: too-large']],
    [
      'one weekday twice',
      { rhythm: { every: 'twice-a-week', weekdays: ['2', '2'] } },
      ['rhythm.weekdays: same-weekday'],
    ],
    [
      'one weekday only',
      { rhythm: { every: 'twice-a-week', weekdays: ['2'] } },
      ['rhythm.weekdays.1: missing'],
    ],
    [
      'an eighth weekday',
      { rhythm: { every: 'twice-a-week', weekdays: ['2', '8'] } },
      ['rhythm.weekdays.1: unknown'],
    ],
    ['an own choice of none', { choice: { kind: 'own', n: 0 } }, ['choice.n: too-small']],
    ['an own choice without its number', { choice: { kind: 'own', n: '' } }, ['choice.n: missing']],
    ['a check-in longer than the meeting', { checkInMinutes: '61' }, ['checkInMinutes: longer-than-meeting']],
    ['a day there is not', { next: '2027-02-29' }, ['next: not-a-date']],
    ['a year with five digits', { next: '20270-01-05' }, ['next: not-a-date']],
    ['half a date', { next: '2027' }, ['next: not-a-date']],
    ['no next meeting', { next: '' }, ['next: missing']],
    ['a next meeting in 1900', { next: '1900-01-01' }, ['next: too-early']],
    ['a next meeting in 9999', { next: '9999-12-31' }, ['next: too-late']],
    ['a last check-in after today', { lastCheckIn: '2026-11-26' }, ['lastCheckIn: after-today']],
    ['a last check-in before 1900', { lastCheckIn: '1899-12-31' }, ['lastCheckIn: too-early']],
    ['an end before the next meeting', { ends: '2027-01-04' }, ['ends: before-next-meeting']],
    ['a range the wrong way', { away: [{ from: '2027-03-02', to: '2027-03-01' }] }, ['away.0: reversed']],
    ['half a range', { away: [{ from: '2027-03-02', to: '' }] }, ['away.0.to: missing']],
    [
      'a hundred and one ranges',
      { away: Array.from({ length: 101 }, () => ({ from: '2027-03-01', to: '2027-03-01' })) },
      ['away: too-many'],
    ],
    ['an hour there is not', { time: '24:00' }, ['time: not-a-time']],
    ['an unknown pair', { pair: 'old' }, ['pair: unknown']],
    [
      'several things at once',
      { checkInMinutes: '0', next: '', pair: '', ends: 'soon' },
      ['checkInMinutes: too-small', 'ends: not-a-date', 'next: missing', 'pair: missing'],
    ],
  ])('with %s has its problem said', (_, change, expected) => {
    expect(problems(change).sort()).toEqual(expected);
  });

  it.each<[string, object]>([
    ['an own choice of one', { choice: { kind: 'own', n: 1 } }],
    ['a huge own choice', { choice: { kind: 'own', n: 9999 } }],
    ['a check-in as long as the meeting', { checkInMinutes: 60 }],
    ['29 February in a leap year', { next: '2028-02-29' }],
    ['a last check-in today', { lastCheckIn: TODAY }],
    ['a last check-in in 1900', { lastCheckIn: '1900-01-01' }],
    ['an end on the next meeting', { ends: '2027-01-05' }],
    ['an end in 9999', { ends: '9999-12-31' }],
    ['a next meeting in five years', { next: '2031-11-25' }],
    [
      'ranges that overlap and touch',
      {
        away: [
          { from: '2027-03-05', to: '2027-03-09' },
          { from: '2027-03-01', to: '2027-03-06' },
          { from: '2027-03-10', to: '2027-03-10' },
        ],
      },
    ],
  ])('with %s is fine', (_, change) => {
    expect(problems(change)).toEqual([]);
  });

  it('with ranges that cover everything is fine, and it is said', () => {
    const everything = [{ from: '2027-01-01', to: '2027-06-30' }];
    expect(read({ away: everything, ends: '2027-06-30' })).toMatchObject({
      state: 'ok',
      notes: [{ field: 'away', code: 'covers-everything' }],
    });
    expect(read({ away: everything })).toMatchObject({ state: 'ok', notes: [] });
    expect(read({ away: [{ from: '1900-01-01', to: '9999-12-31' }] })).toMatchObject({
      notes: [{ field: 'away', code: 'covers-everything' }],
    });
  });

  it('with a next meeting that has been is fine, and it is said', () => {
    expect(read({ next: '2026-11-24' })).toMatchObject({
      state: 'ok',
      notes: [{ field: 'next', code: 'in-the-past' }],
    });
    expect(read({ next: TODAY })).toMatchObject({ notes: [] });
    expect(read({ next: '2021-11-24' }).state).toBe('problems');
    expect(read({ next: '2021-11-25' }).state).toBe('ok');
  });

  it('on the last days there are is read too', () => {
    expect(read({ next: '9999-12-30' }, '9999-12-29').state).toBe('ok');
    expect(read({ next: '1900-01-02', lastCheckIn: '' }, '1900-01-01').state).toBe('ok');
  });

  it.each([null, undefined, 5, 'text', [], {}, [[]]])('when it is %j is missing', (nothing) => {
    expect(readInputs(nothing, TODAY).state).toBe('problems');
  });

  it('of any kind gives codes that have words, or a plan without a NaN, and soon', () => {
    const odd = fc.oneof(
      fc.constantFrom('', '0', '-1', '1e9', '2.5', '9'.repeat(30), NaN, null, undefined, 1e300, -0, '1'),
      fc.constantFrom('1900-01-01', '9999-12-31', '2027-02-29', '0000-00-00', '2028-02-29'),
      fc.anything(),
    );
    const or = (sound: fc.Arbitrary<unknown>) =>
      fc.oneof({ weight: 12, arbitrary: sound }, { weight: 1, arbitrary: odd });
    const number = or(fc.integer({ min: 1, max: 60 }));
    const date = or(fc.constantFrom('2027-01-05', '2027-08-01', '2028-02-29', '2026-11-24', '9999-12-31'));
    const changes = fc.record(
      {
        rhythm: fc.record({
          every: fc.constantFrom('twice-a-week', 'days', 'weeks', 'months', 'about'),
          n: number,
          by: fc.constantFrom('weekday', 'day'),
          weekdays: fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 })),
        }),
        pair: fc.constantFrom('new', 'established'),
        meetingMinutes: number,
        checkInMinutes: or(fc.constant(1)),
        choice: fc.oneof(
          fc.record({ kind: fc.constant('own'), n: number }),
          fc.constant({ kind: 'lighter' }),
        ),
        next: date,
        lastCheckIn: or(fc.constantFrom('1900-01-01', '2026-11-25', '')),
        ends: date,
        away: fc.array(fc.record({ from: date, to: date }), { maxLength: 2 }),
        earlyLook: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    let plans = 0;
    fc.assert(
      fc.property(changes, (change) => {
        const reading = read(change);
        if (reading.state === 'problems') {
          for (const { code } of reading.problems) expect(PROBLEMS).toContain(code);
          return;
        }
        plans += 1;
        const cadence = cadenceOf(reading.inputs);
        expect(JSON.stringify(cadence)).not.toMatch(/null|NaN|\+0/);
        expect(cadence.schedule.checkIns.length).toBeLessThan(2000);
      }),
      { numRuns: 1500 },
    );
    expect(plans).toBeGreaterThan(300);
  });
});

describe('a plan', () => {
  const inputs = read();
  if (inputs.state !== 'ok') throw new Error('It should be fine.');

  it('says all that a page shows', () => {
    const { n, place, exceedsYear, burden, schedule } = cadenceOf(inputs.inputs);
    expect({ n, place, exceedsYear }).toEqual({ n: 11, place: 'inside', exceedsYear: false });
    expect(burden.verdict).toBe('light');
    expect(schedule.checkIns.map(({ date }) => date)).toEqual([
      '2027-03-16',
      '2027-06-01',
      '2027-08-17',
      '2027-11-02',
    ]);
  });

  it('of one’s own number says where it lies, what it takes, and that it exceeds a year', () => {
    const own = cadenceOf({ ...inputs.inputs, choice: { kind: 'own', n: 53 } });
    expect(own).toMatchObject({ n: 53, place: 'lighter', exceedsYear: true });
    const often = cadenceOf({ ...inputs.inputs, choice: { kind: 'own', n: 2 } });
    expect(often).toMatchObject({ n: 2, place: 'closer', burden: { calledHeavy: true } });
  });

  it('is the same however they meet', () => {
    const ways = (['in-person', 'remote', 'both'] as const).map((how) =>
      cadenceOf({ ...inputs.inputs, how }),
    );
    for (const way of ways) expect(way).toEqual(cadenceOf(inputs.inputs));
  });

  it('is stored and read again', () => {
    const data = {
      id: 'p1',
      mentorship: 'm1',
      made: '2026-11-25T08:00:00.000Z',
      inputs: inputs.inputs,
      shifts: { '22': { by: -1, planned: '2027-06-01' } },
      calendarRemembers: true,
      exported: [
        {
          uid: 'p1-check-in-1',
          kind: 'check-in',
          sequence: 2,
          date: '2027-03-16',
          until: '2027-03-16',
          fingerprint: 'ab12',
        },
      ],
    };
    const stored = (change: object) =>
      readRecord(
        // The kinds of records do not know plans yet; reading does not ask.
        planRecord as unknown as RecordType<unknown>,
        JSON.stringify({ format: 1, revision: 1, savedAt: data.made, data: { ...data, ...change } }),
      );
    expect(stored({})).toMatchObject({ state: 'ok', record: { data } });
    expect(stored({ shifts: { '22': { by: 0, planned: '2027-06-01' } } }).state).toBe('damaged');
    expect(stored({ inputs: { ...inputs.inputs, next: '2027-02-29' } }).state).toBe('damaged');
    expect(stored({ exported: [{ uid: '' }] }).state).toBe('damaged');
  });
});
