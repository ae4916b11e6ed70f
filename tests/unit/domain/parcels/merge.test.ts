// A backup meets a kit: what is the same, what differs, and that no word of either is lost.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../../src/domain/cadence/plan';
import { packBackup, type Backup, type RawKit } from '../../../../src/domain/parcels/backup';
import { readParcel, writeParcel } from '../../../../src/domain/parcels/envelope';
import {
  keyOf,
  merge,
  previewBackup,
  type Choice,
  type Known,
  type Preview,
} from '../../../../src/domain/parcels/merge';
import type { Mentorship } from '../../../../src/domain/records/mentorship';
import type { OwnQuestion } from '../../../../src/domain/records/question';
import type { Sheet } from '../../../../src/domain/records/sheet';
import { sheetWith } from '../worksheets/samples';
import { after, anyRecords, counting, dataOf, NOW, raw, rawKit, wordsIn } from './arbitrary';

const EMPTY: RawKit = { records: [], aside: [] };
const NO_CHOICES = new Map<string, Choice>();
const CHOICES = ['mine', 'theirs', 'both'] as const;

/** Packs a kit, sends it as text and reads it again. */
function sent(kit: RawKit): Backup {
  const reading = readParcel(writeParcel(packBackup('k1', kit.records, kit.aside, NOW)));
  if (reading.state !== 'ok' || reading.parcel.kind !== 'backup') throw new Error(JSON.stringify(reading));
  return reading.parcel.data;
}

/** The kit with a backup put in. */
const restored = (own: RawKit, backup: Backup, choice: Choice, newId = counting()): RawKit =>
  after(own, merge(previewBackup(own, backup), NO_CHOICES, choice, newId));

const sheet = (value: string, part: Partial<Sheet> = {}): Known => {
  const data = sheetWith({ long: { asked: 'Tell it.', value } }, part);
  return { kind: 'sheet', id: data.id, data };
};
const mentorship = (part: Partial<Mentorship> = {}): Known => {
  const data = { id: 'm1', started: '2026-01-01T09:00:00.000Z', actions: {}, ...part };
  return { kind: 'mentorship', id: data.id, data };
};
const question = (text: string, part: Partial<OwnQuestion> = {}): Known => {
  const data = { id: 'q1', mentorship: 'm1', text, order: 1, made: '2026-01-02T09:00:00.000Z', ...part };
  return { kind: 'question', id: data.id, data };
};
const plan = (checkInMinutes: number, part: Partial<Plan> = {}): Known => {
  const data: Plan = {
    id: 'p1',
    mentorship: 'm1',
    made: '2026-01-02T09:00:00.000Z',
    inputs: {
      rhythm: { every: 'weeks', n: 1 },
      pair: 'new',
      meetingMinutes: 60,
      checkInMinutes,
      choice: { kind: 'balanced' },
      next: '2027-01-05',
      away: [],
      earlyLook: false,
    },
    shifts: {},
    calendarRemembers: false,
    ...part,
  };
  return { kind: 'plan', id: data.id, data };
};
const handful = (...questions: string[]): Known => ({
  kind: 'handful',
  id: 'next-talk',
  data: { questions },
});

const preview = (own: readonly Known[], theirs: readonly Known[]): Preview =>
  previewBackup(rawKit(own), sent(rawKit(theirs)));
const states = ({ records }: Preview) => records.map(({ state }) => state);
const both = (own: readonly Known[], theirs: readonly Known[], choice: Choice = 'both') =>
  merge(preview(own, theirs), NO_CHOICES, choice, counting());

describe('whole kits', () => {
  it('come into an empty kit as they were, record for record', () => {
    fc.assert(
      fc.property(anyRecords, fc.constantFrom(...CHOICES), (records, choice) => {
        const kit = restored(EMPTY, sent(rawKit(records)), choice);
        const expected = new Map<string, object>();
        for (const { kind, id, data } of records) {
          // When the other kit was copied says nothing of this one.
          const { copied: _, ...rest } = kind === 'settings' ? data : {};
          expected.set(keyOf({ kind, id }), kind === 'settings' ? rest : data);
        }
        expect(dataOf(kit)).toEqual(expected);
        expect(kit.aside).toEqual([]);
      }),
    );
  });

  it('change nothing when they are put in a second time, whatever was chosen', () => {
    fc.assert(
      fc.property(anyRecords, anyRecords, fc.constantFrom(...CHOICES), (own, theirs, choice) => {
        const newId = counting();
        const backup = sent(rawKit(theirs));
        const once = restored(rawKit(own), backup, choice, newId);
        const again = merge(previewBackup(once, backup), NO_CHOICES, choice, newId);
        expect(again).toEqual({ writes: [], raw: [], aside: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('lose no record and no word of either side when both are kept', () => {
    fc.assert(
      fc.property(anyRecords, anyRecords, (own, theirs) => {
        const { writes } = both(own, theirs);
        const kit = new Map(own.map((record) => [keyOf(record), record]));
        for (const record of writes) kit.set(keyOf(record), record);
        const records = [...kit.values()];
        const words = wordsIn(records);
        for (const word of wordsIn([...own, ...theirs])) expect(words).toContain(word);
        for (const record of [...own, ...theirs]) expect(kit.has(keyOf(record))).toBe(true);
        // As they were, each under some id: sheets, questions and plans are not mixed.
        const bare = ({ kind, data }: Known) => JSON.stringify({ kind, data: { ...data, id: '', from: '' } });
        const held = new Set(records.map(bare));
        for (const record of [...own, ...theirs]) {
          const isWhole = ['sheet', 'question', 'plan'].includes(record.kind);
          if (isWhole) expect(held).toContain(bare(record));
          if (record.kind !== 'handful') continue;
          const kept = kit.get(keyOf(record))?.data;
          expect(kept).toEqual({ questions: expect.arrayContaining(record.data.questions) as unknown });
        }
        // Every name and every outcome that only one side knows.
        for (const side of [own, theirs]) {
          for (const { kind, id, data } of side) {
            if (kind !== 'mentorship') continue;
            const one = kit.get(keyOf({ kind, id }))?.data as Mentorship;
            expect(Object.keys(one.actions)).toEqual(expect.arrayContaining(Object.keys(data.actions)));
            for (const part of ['other', 'me', 'side', 'rhythm', 'begins', 'ends'] as const) {
              if (data[part] !== undefined) expect(one[part]).toBeDefined();
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leave own records as they were when mine are chosen', () => {
    fc.assert(
      fc.property(anyRecords, anyRecords, (own, theirs) => {
        const before = dataOf(rawKit(own));
        const kit = dataOf(restored(rawKit(own), sent(rawKit(theirs)), 'mine'));
        for (const { kind, id } of own) {
          if (kind === 'handful' || kind === 'settings') continue;
          expect(kit.get(keyOf({ kind, id }))).toEqual(before.get(keyOf({ kind, id })));
        }
      }),
    );
  });

  it('make those that differ theirs when theirs are chosen', () => {
    fc.assert(
      fc.property(anyRecords, anyRecords, (own, theirs) => {
        const { records } = preview(own, theirs);
        const kit = dataOf(restored(rawKit(own), sent(rawKit(theirs)), 'theirs'));
        for (const record of records) {
          if (record.state === 'differs') expect(kit.get(keyOf(record))).toEqual(record.theirs);
        }
      }),
    );
  });

  it('touch no record that the backup does not hold', () => {
    fc.assert(
      fc.property(anyRecords, anyRecords, fc.constantFrom(...CHOICES), (own, theirs, choice) => {
        const there = new Set(theirs.map(keyOf));
        const mine = new Set(own.map(keyOf));
        for (const written of both(own, theirs, choice).writes) {
          expect(there.has(keyOf(written)) || !mine.has(keyOf(written))).toBe(true);
        }
      }),
    );
  });

  it('are counted by kind, and looking changes nothing', () => {
    fc.assert(
      fc.property(anyRecords, anyRecords, (own, theirs) => {
        const kit = rawKit(own);
        const copy = structuredClone(kit);
        const { counts, records } = previewBackup(kit, sent(rawKit(theirs)));
        expect(kit).toEqual(copy);
        const all = Object.values(counts).reduce((sum, one) => sum + one.new + one.same + one.differs, 0);
        expect(all).toBe(records.length);
        expect(records.length).toBe(theirs.length);
      }),
    );
  });
});

describe('a record beside what is here', () => {
  it('is new, the same or different, in the order of the backup', () => {
    const found = preview(
      [mentorship(), sheet('one', { id: 'a' }), sheet('two', { id: 'b' })],
      [sheet('three', { id: 'c' }), sheet('other', { id: 'b' }), sheet('one', { id: 'a' }), mentorship()],
    );
    expect(states(found)).toEqual(['new', 'differs', 'same', 'same']);
    expect(found.counts).toEqual({
      sheet: { new: 1, same: 1, differs: 1 },
      mentorship: { new: 0, same: 1, differs: 0 },
      question: { new: 0, same: 0, differs: 0 },
      plan: { new: 0, same: 0, differs: 0 },
      preset: { new: 0, same: 0, differs: 0 },
      programme: { new: 0, same: 0, differs: 0 },
      handful: { new: 0, same: 0, differs: 0 },
      settings: { new: 0, same: 0, differs: 0 },
    });
    expect(found.records[1]).toEqual({
      state: 'differs',
      kind: 'sheet',
      id: 'b',
      mine: sheet('two', { id: 'b' }).data,
      theirs: sheet('other', { id: 'b' }).data,
    });
  });

  it('is the same whenever and however often it was written, and in whatever order its parts stand', () => {
    const backup = sent({
      ...EMPTY,
      records: [
        {
          ...raw(sheet('one')),
          text: JSON.stringify({
            savedAt: '2020-01-01T00:00:00.000Z',
            data: Object.fromEntries(Object.entries(sheet('one').data).reverse()),
            revision: 77,
            format: 2,
          }),
        },
      ],
    });
    expect(states(previewBackup(rawKit([sheet('one')]), backup))).toEqual(['same']);
  });

  it('is the same though it came from the other person at another time', () => {
    const came = (at: string) => sheet('one', { from: { kit: 'k2', at: `2026-02-0${at}T09:00:00.000Z` } });
    expect(states(preview([came('1')], [came('2')]))).toEqual(['same']);
    const other = sheet('one', { from: { kit: 'k3', at: '2026-02-01T09:00:00.000Z' } });
    expect(states(preview([came('1')], [other]))).toEqual(['differs']);
  });

  it('of an older format is brought up to date', () => {
    const { data } = mentorship();
    const { actions: _, ...older } = data as Mentorship;
    const text = JSON.stringify({ format: 1, revision: 1, savedAt: NOW.toISOString(), data: older });
    const backup = sent({ ...EMPTY, records: [{ kind: 'mentorship', id: 'm1', text }] });
    expect(states(previewBackup(rawKit([mentorship()]), backup))).toEqual(['same']);
    expect(merge(previewBackup(EMPTY, backup), NO_CHOICES, 'mine', counting()).writes).toEqual([
      mentorship(),
    ]);
  });
});

describe('what the person chooses', () => {
  const own = [mentorship(), sheet('mine', { id: 'a' }), sheet('mine', { id: 'b' }), question('Mine?')];
  const theirs = [
    mentorship(),
    sheet('theirs', { id: 'a' }),
    sheet('theirs', { id: 'b' }),
    question('Theirs?'),
  ];

  it('holds for each record, and the rest goes as is said for all', () => {
    const choices = new Map<string, Choice>([
      ['sheet:a', 'mine'],
      ['sheet:b', 'theirs'],
    ]);
    const { writes } = merge(preview(own, theirs), choices, 'both', counting());
    expect(writes).toEqual([sheet('theirs', { id: 'b' }), question('Theirs?', { id: 'new1' })]);
  });

  it('newer never wins by itself', () => {
    const young = rawKit([sheet('theirs', { id: 'a' })]).records.map((record) => ({
      ...record,
      text: record.text.replace('2026-11-25', '2036-11-25'),
    }));
    const found = previewBackup(rawKit(own), sent({ ...EMPTY, records: young }));
    expect(states(found)).toEqual(['differs']);
    expect(merge(found, NO_CHOICES, 'mine', counting()).writes).toEqual([]);
  });

  it('of a plan is mine, theirs, or both, the other under an id of its own and once only', () => {
    const [mine, other] = [plan(30), plan(20)];
    expect(states(preview([mine], [mine]))).toEqual(['same']);
    const found = preview([mentorship(), mine], [other]);
    expect(found.counts.plan).toEqual({ new: 0, same: 0, differs: 1 });
    const chosen = (choice: Choice) => merge(found, NO_CHOICES, choice, counting()).writes;
    expect(chosen('mine')).toEqual([]);
    expect(chosen('theirs')).toEqual([other]);
    expect(chosen('both')).toEqual([plan(20, { id: 'new1' })]);
    expect(states(preview([mentorship(), mine, plan(20, { id: 'new1' })], [other]))).toEqual(['same']);
  });

  it('of a plan whose mentorship is nowhere brings one of that id', () => {
    const { writes } = both([], [plan(30)]);
    expect(writes).toEqual([mentorship({ started: '2026-01-02T09:00:00.000Z' }), plan(30)]);
  });

  it('of a mentorship makes one of both: mine where both say something', () => {
    const mine = mentorship({
      other: 'Ravi',
      actions: { x: { outcome: 'kept', at: '2026-02-01T09:00:00.000Z' } },
    });
    const other = mentorship({
      other: 'Ravi K.',
      me: 'Amira',
      rhythm: 'weekly',
      archived: '2026-03-01T09:00:00.000Z',
      actions: {
        x: { outcome: 'dropped', at: '2026-03-01T09:00:00.000Z' },
        y: { outcome: 'changed', at: '2026-03-01T09:00:00.000Z' },
      },
    });
    expect(both([mine], [other]).writes).toEqual([
      mentorship({
        other: 'Ravi',
        me: 'Amira',
        rhythm: 'weekly',
        actions: {
          x: { outcome: 'kept', at: '2026-02-01T09:00:00.000Z' },
          y: { outcome: 'changed', at: '2026-03-01T09:00:00.000Z' },
        },
      }),
    ]);
  });

  it('of a mentorship that adds nothing writes nothing', () => {
    expect(both([mentorship({ other: 'Ravi', me: 'A' })], [mentorship({ other: 'R' })]).writes).toEqual([]);
  });
});

describe('what comes together without a question', () => {
  it('the handful, each question once, mine first', () => {
    const found = preview([handful('pace', 'stuck')], [handful('trust', 'pace', 'trust')]);
    expect(states(found)).toEqual(['new']);
    expect(merge(found, NO_CHOICES, 'mine', counting()).writes).toEqual([handful('pace', 'stuck', 'trust')]);
    expect(states(preview([handful('pace', 'stuck')], [handful('stuck')]))).toEqual(['same']);
  });

  it('settings, of which nothing that is here is replaced', () => {
    const settings = (data: object): Known => ({ kind: 'settings', id: 'kit', data });
    const theirs = settings({ kit: 'k2', current: 'm2', copied: '2026-02-01T09:00:00.000Z' });
    expect(both([], [theirs], 'theirs').writes).toEqual([settings({ kit: 'k2', current: 'm2' })]);
    const mine = { kit: 'k1', copied: '2026-01-01T09:00:00.000Z' };
    expect(both([settings(mine)], [theirs], 'theirs').writes).toEqual([settings({ ...mine, current: 'm2' })]);
    expect(states(preview([settings({ kit: 'k1', current: 'm1' })], [theirs]))).toEqual(['same']);
  });
});

describe('a file that was put together by hand', () => {
  it('with one record twice counts it once', () => {
    const found = preview([], [sheet('one'), sheet('one'), mentorship(), mentorship()]);
    expect(states(found)).toEqual(['new', 'new']);
  });

  it('with two records of one id keeps both, the later under an id of its own, and once only', () => {
    const theirs = [mentorship(), sheet('one'), sheet('two'), sheet('one'), mentorship({ other: 'Ravi' })];
    const { writes } = both([], theirs, 'mine');
    expect(writes).toEqual([
      mentorship(),
      sheet('one'),
      sheet('two', { id: 'new1' }),
      mentorship({ id: 'new2', other: 'Ravi' }),
    ]);
    expect(states(preview(writes, theirs))).toEqual(['same', 'same', 'same', 'same']);
  });

  it('with two handfuls takes the questions of both', () => {
    const { writes } = both([], [handful('a'), handful('b')]);
    expect(writes.at(-1)).toEqual(handful('a', 'b'));
  });

  it('without a mentorship for its sheets and questions gets one for each', () => {
    const theirs = [
      sheet('one', { id: 'a', mentorship: 'm7' }),
      sheet('two', { id: 'b', mentorship: 'm7' }),
      question('Q?', { mentorship: 'm8' }),
      sheet('three', { id: 'c', mentorship: 'm1' }),
    ];
    expect(both([mentorship()], theirs).writes).toEqual([
      mentorship({ id: 'm7', started: '2026-02-03T09:00:00.000Z' }),
      mentorship({ id: 'm8', started: '2026-01-02T09:00:00.000Z' }),
      ...theirs,
    ]);
  });

  it('cannot put a record in another’s place', () => {
    const text = raw(sheet('one', { id: 'a' })).text;
    const found = previewBackup(EMPTY, sent({ ...EMPTY, records: [{ kind: 'sheet', id: 'b', text }] }));
    expect(states(found)).toEqual(['unreadable']);
  });

  it.each(['journal', 'trash', 'damaged', '__proto__', 'constructor', ''])(
    'cannot write under a name of ours, as "%s"',
    (kind) => {
      const text = raw(sheet('one')).text;
      const backup = sent({ ...EMPTY, records: [{ kind, id: 'restore', text }] });
      const merged = merge(previewBackup(EMPTY, backup), NO_CHOICES, 'theirs', counting());
      expect(merged).toEqual({ writes: [], raw: [], aside: [{ key: `${kind}:restore`, text }] });
      // In a kit that holds the very same it is no news, and counting it spoils nothing.
      const same = previewBackup({ ...EMPTY, records: [{ kind, id: 'restore', text }] }, backup);
      expect(states(same)).toEqual(['same']);
      expect({}).not.toHaveProperty('same');
    },
  );
});

describe('what cannot be read', () => {
  const stored = (format: number, data: unknown) =>
    JSON.stringify({ format, revision: 4, savedAt: '2026-02-13T10:00:00.000Z', data });
  const kitWith = (text: string, kind = 'sheet'): RawKit => ({
    ...EMPTY,
    records: [{ kind, id: 's1', text }],
  });
  const run = (own: RawKit, theirs: RawKit, choice: Choice = 'theirs') => {
    const found = previewBackup(own, sent(theirs));
    return { found, merged: merge(found, NO_CHOICES, choice, counting()) };
  };

  it('of wrong data is set aside, once', () => {
    const text = stored(2, { all: 'wrong' });
    const { found, merged } = run(EMPTY, kitWith(text));
    expect(found).toMatchObject({ unreadable: 1, newer: 0 });
    expect(merged).toEqual({ writes: [], raw: [], aside: [{ key: 'sheet:s1', text }] });
    const again = run(after(EMPTY, merged), kitWith(text));
    expect(again.merged.aside).toEqual([]);
  });

  it('as a record at all comes as the text it was, once', () => {
    const theirs = { ...kitWith('{"half'), aside: [{ key: 'damaged:x', text: '<spoilt>' }] };
    const { merged } = run(EMPTY, theirs);
    expect(merged.aside).toEqual([
      { key: 'sheet:s1', text: '{"half' },
      { key: 'damaged:x', text: '<spoilt>' },
    ]);
    expect(run(after(EMPTY, merged), theirs).found.unread).toEqual([]);
    // In the kit it was made in, where it lies still.
    expect(run(theirs, theirs).merged.aside).toEqual([]);
  });

  it('here is set aside before a good record takes its place', () => {
    const { found, merged } = run(kitWith('{"half'), rawKit([mentorship(), sheet('good')]), 'mine');
    expect(states(found)).toEqual(['new', 'new']);
    expect(merged.writes).toEqual([mentorship(), sheet('good')]);
    expect(merged.aside).toEqual([{ key: 'sheet:s1', text: '{"half' }]);
  });

  it('here stays where nothing takes its place', () => {
    expect(run(kitWith('{"half'), rawKit([mentorship()])).merged.aside).toEqual([]);
  });

  it('of a newer site is stored with all that is in it, where there is room for it', () => {
    const text = stored(9, { weather: 'sunny' });
    const { found, merged } = run(EMPTY, kitWith(text));
    expect(found).toMatchObject({ newer: 1, unreadable: 0 });
    expect(merged).toEqual({
      writes: [],
      raw: [{ kind: 'sheet', id: 's1', raw: JSON.parse(text) as object }],
      aside: [],
    });
    expect(states(run(after(EMPTY, merged), kitWith(text)).found)).toEqual(['same']);
    const writtenAgain = text.replace('2026-02-13', '2026-02-14').replace('"revision":4', '"revision":5');
    expect(states(run(kitWith(writtenAgain), kitWith(text)).found)).toEqual(['same']);
  });

  it('of a newer site is set aside when a record is in its place', () => {
    const text = stored(9, { weather: 'sunny' });
    for (const own of [rawKit([sheet('mine')]), kitWith('{"half'), kitWith(stored(9, { weather: 'wet' }))]) {
      expect(run(own, kitWith(text)).merged).toEqual({
        writes: [],
        raw: [],
        aside: [{ key: 'sheet:s1', text }],
      });
    }
  });

  it('of a kind we do not know is set aside', () => {
    const text = stored(1, { song: 'la' });
    expect(run(EMPTY, kitWith(text, 'song')).merged.aside).toEqual([{ key: 'song:s1', text }]);
  });

  it('a record of a newer site here is never replaced, not even by choice', () => {
    const own = kitWith(stored(9, { ...sheet('mine').data, weather: 'sunny' }));
    for (const choice of CHOICES) {
      const { merged } = run(own, rawKit([mentorship(), sheet('theirs')]), choice);
      expect(merged.writes).toEqual([mentorship()]);
      expect(merged.aside.map(({ text }) => text)).toEqual([expect.stringContaining('theirs')]);
    }
    expect(states(run(own, rawKit([sheet('mine')])).found)).toEqual(['same']);
  });

  it('a mentorship of a newer site, here or coming, is one that sheets can belong to', () => {
    const newer = { kind: 'mentorship', id: 'm1', text: stored(9, { all: 'new' }) };
    const own = { ...EMPTY, records: [newer] };
    expect(run(own, rawKit([sheet('one')])).merged.writes).toEqual([sheet('one')]);
    const coming = { ...EMPTY, records: [newer, raw(sheet('one'))] };
    expect(run(EMPTY, coming).merged.writes).toEqual([sheet('one')]);
  });
});

describe('markup in any text', () => {
  it('comes through as the text it is', () => {
    const nasty = '<script>alert("1")</script><img src=x onerror=alert(1)>&lt;\u2028';
    const { writes } = both([], [mentorship({ other: nasty }), sheet(nasty), question(nasty)]);
    expect(writes).toEqual([mentorship({ other: nasty }), sheet(nasty), question(nasty)]);
  });
});
