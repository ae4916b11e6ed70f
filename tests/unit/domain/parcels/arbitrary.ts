// Whole kits, two of them with records of the same ids, and what a person may have written in them.
import fc from 'fast-check';
import type { Plan } from '../../../../src/domain/cadence/plan';
import type { RawKit, RawRecord } from '../../../../src/domain/parcels/backup';
import { keyOf, type Known, type Merged } from '../../../../src/domain/parcels/merge';
import { writeRecord, type RecordType } from '../../../../src/domain/records/envelope';
import { OUTCOMES, RHYTHMS, SIDES, type Mentorship } from '../../../../src/domain/records/mentorship';
import type { OwnQuestion } from '../../../../src/domain/records/question';
import type { Answer, Said, Sheet } from '../../../../src/domain/records/sheet';
import { RECORD_TYPES } from '../../../../src/domain/records/types';
import { answerTo, fields, someText } from '../worksheets/samples';

export const NOW = new Date('2026-11-25T08:30:00.000Z');

const isoTime = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const isoDay = isoTime.map((time) => time.slice(0, 10));

/** Text as people and programs write it, markup included. */
export const anyText = fc.oneof(
  someText,
  fc.constantFrom('<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"}]}', '\ud800', '\u2028'),
);

/** Takes out what is undefined, as no record has it. */
const clean = (data: object): object =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });

const action = (ids: fc.Arbitrary<string>) =>
  fc
    .record({ id: ids, what: anyText, who: anyText, by: maybe(isoDay) })
    .map((one) => clean(one) as { id: string; what: string; who: string });

const said: fc.Arbitrary<Said> = fc
  .record({
    value: fc.oneof(anyText, fc.integer({ min: 1, max: 5 })),
    deeper: maybe(fc.record({ asked: anyText, value: anyText })),
  })
  .map((one) => clean(one) as unknown as Said);

const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constantFrom(...fields).chain(answerTo),
  fc
    .record({
      asked: anyText,
      value: fc.oneof(anyText, fc.array(action(fc.constantFrom('x', 'y', 'z')), { maxLength: 2 })),
      deeper: maybe(fc.record({ asked: anyText, value: anyText })),
      private: maybe(fc.constant(true)),
      others: maybe(fc.array(said, { minLength: 1, maxLength: 2 })),
    })
    .map((one) => clean(one) as unknown as Answer),
);

export const sheetOf = (id: string, mentorship: fc.Arbitrary<string>): fc.Arbitrary<Sheet> =>
  fc
    .record({
      id: fc.constant(id),
      worksheet: fc.constantFrom('before-we-talk', 'levels'),
      mentorship,
      side: maybe(fc.constantFrom(...SIDES)),
      started: isoTime,
      done: maybe(isoTime),
      answers: fc.dictionary(fc.constantFrom(...fields.map((field) => field.id), 'gone'), answer, {
        maxKeys: 4,
      }),
      nudged: fc.subarray(['long', 'short']),
      from: maybe(fc.record({ kit: fc.constantFrom('k1', 'k2'), at: isoTime })),
    })
    .map((one) => clean({ ...one, answers: { ...one.answers } }) as unknown as Sheet);

const mentorshipOf = (id: string): fc.Arbitrary<Mentorship> =>
  fc
    .record({
      id: fc.constant(id),
      started: isoTime,
      other: maybe(anyText),
      me: maybe(anyText),
      side: maybe(fc.constantFrom(...SIDES)),
      rhythm: maybe(fc.constantFrom(...RHYTHMS)),
      begins: maybe(isoDay),
      ends: maybe(isoDay),
      archived: maybe(isoTime),
      actions: fc
        .dictionary(
          fc.constantFrom('x', 'y', 'z'),
          fc.record({ outcome: fc.constantFrom(...OUTCOMES), at: isoTime }),
        )
        .map((actions) => ({ ...actions })),
    })
    .map((one) => clean(one) as unknown as Mentorship);

const questionOf = (id: string, mentorship: fc.Arbitrary<string>): fc.Arbitrary<OwnQuestion> =>
  fc
    .record({
      id: fc.constant(id),
      mentorship,
      text: anyText,
      order: fc.integer({ min: 1, max: 9 }),
      made: isoTime,
      retired: maybe(isoTime),
    })
    .map((one) => clean(one) as unknown as OwnQuestion);

/** A plan of some rhythm, with and without what may be left out. */
export const planOf = (id: string, mentorship: fc.Arbitrary<string>): fc.Arbitrary<Plan> =>
  fc
    .record({
      id: fc.constant(id),
      mentorship,
      made: isoTime,
      inputs: fc
        .record({
          rhythm: fc.constantFrom(
            { every: 'weeks', n: 1 } as const,
            { every: 'months', n: 2, by: 'day' } as const,
            { every: 'twice-a-week', weekdays: [2, 5] } as const,
            { every: 'about', n: 3 } as const,
          ),
          how: maybe(fc.constantFrom('in-person', 'remote', 'both')),
          pair: fc.constantFrom('new', 'established'),
          meetingMinutes: fc.constant(60),
          checkInMinutes: fc.integer({ min: 10, max: 60 }),
          choice: fc.constantFrom({ kind: 'balanced' } as const, { kind: 'own', n: 7 } as const),
          next: isoDay,
          time: maybe(fc.constant('17:30')),
          lastCheckIn: maybe(isoDay),
          away: fc.constantFrom([], [{ from: '2027-07-01', to: '2027-08-31' }]),
          earlyLook: fc.boolean(),
        })
        .map(clean),
      shifts: fc.constantFrom({}, { 2: { by: 1, planned: '2027-02-02' } }),
      calendarRemembers: fc.boolean(),
    })
    .map((one) => clean(one) as unknown as Plan);

const POOL = ['a', 'b', 'c'];

/** The records of a kit, in any order. Ids come from a small pool, so that two kits often have the same. */
export const anyRecords: fc.Arbitrary<Known[]> = fc
  .subarray(POOL, { minLength: 1 })
  .chain((mentorships) => {
    const mentorship = fc.constantFrom(...mentorships);
    return fc.tuple(
      fc.tuple(...mentorships.map(mentorshipOf)),
      fc.subarray(POOL).chain((ids) => fc.tuple(...ids.map((id) => sheetOf(id, mentorship)))),
      fc.subarray(POOL).chain((ids) => fc.tuple(...ids.map((id) => questionOf(id, mentorship)))),
      fc.subarray(POOL).chain((ids) => fc.tuple(...ids.map((id) => planOf(id, mentorship)))),
      maybe(fc.record({ questions: fc.subarray(['pace', 'stuck', 'trust']) })),
      maybe(
        fc
          .record({
            kit: maybe(fc.constantFrom('k1', 'k2')),
            current: maybe(mentorship),
            copied: maybe(isoTime),
          })
          .map(clean),
      ),
    );
  })
  .map(([mentorships, sheets, questions, plans, handful, settings]): Known[] => [
    ...mentorships.map((data) => ({ kind: 'mentorship', id: data.id, data }) as const),
    ...sheets.map((data) => ({ kind: 'sheet', id: data.id, data }) as const),
    ...questions.map((data) => ({ kind: 'question', id: data.id, data }) as const),
    ...plans.map((data) => ({ kind: 'plan', id: data.id, data }) as const),
    ...(handful ? [{ kind: 'handful', id: 'next-talk', data: handful } as const] : []),
    ...(settings ? [{ kind: 'settings', id: 'kit', data: settings } as const] : []),
  ])
  .chain((records) => fc.shuffledSubarray(records, { minLength: records.length }));

export const raw = ({ kind, id, data }: Known, now = NOW): RawRecord => ({
  kind,
  id,
  text: writeRecord(RECORD_TYPES[kind] as RecordType<unknown>, data, 0, now),
});

export const rawKit = (records: readonly Known[]): RawKit => ({
  records: records.map((record) => raw(record)),
  aside: [],
});

/** The kit after a merge was stored. */
export function after(own: RawKit, { writes, raw: newer, aside }: Merged): RawKit {
  const records = new Map(own.records.map((record) => [keyOf(record), record]));
  for (const written of writes)
    records.set(keyOf(written), raw(written, new Date('2026-12-01T10:00:00.000Z')));
  for (const { kind, id, raw: record } of newer) {
    records.set(keyOf({ kind, id }), { kind, id, text: JSON.stringify(record) });
  }
  return { records: [...records.values()], aside: [...own.aside, ...aside] };
}

/** The data of each record that can be parsed, by kind and id. */
export const dataOf = (kit: RawKit): Map<string, unknown> =>
  new Map(kit.records.map((record) => [keyOf(record), (JSON.parse(record.text) as { data: unknown }).data]));

/** Every word a person has written in a sheet or a question. */
export function wordsIn(records: readonly Known[]): string[] {
  return records.flatMap(({ kind, data }) => {
    if (kind === 'question') return [data.text];
    if (kind !== 'sheet') return [];
    return Object.values(data.answers).flatMap((one) =>
      [one, ...(one.others ?? [])].flatMap(({ value, deeper }) => [
        ...(Array.isArray(value)
          ? value.map((part) => (typeof part === 'string' ? part : part.what))
          : [String(value)]),
        ...(deeper ? [deeper.asked, deeper.value] : []),
      ]),
    );
  });
}

export function counting(prefix = 'new'): () => string {
  let n = 0;
  return () => `${prefix}${++n}`;
}
