import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecord, writeRecord } from '../../../../src/domain/records/envelope';
import {
  mentorshipRecord,
  newMentorship,
  OUTCOMES,
  RHYTHMS,
  SIDES,
  withChange,
  withOutcome,
  type Mentorship,
  type MentorshipChange,
} from '../../../../src/domain/records/mentorship';

const now = new Date('2026-02-14T08:30:00.000Z');
const later = new Date('2026-04-14T17:00:00.000Z');
const begun = newMentorship('m1', now);

const stored = (data: unknown, format = 2) =>
  readRecord(mentorshipRecord, JSON.stringify({ format, revision: 1, savedAt: now.toISOString(), data }));

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const time = fc.constant(later.toISOString());
const name = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', '  ', ' Amira Ó. ', '__proto__', '李'),
);
const orNone = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

/** A change a person can make: some parts set, some taken away, the rest not spoken of. */
const anyChange: fc.Arbitrary<MentorshipChange> = fc
  .record(
    {
      other: orNone(name),
      me: orNone(name),
      side: orNone(fc.constantFrom(...SIDES)),
      rhythm: orNone(fc.constantFrom(...RHYTHMS)),
      begins: orNone(day),
      ends: orNone(day),
      archived: orNone(time),
    },
    { requiredKeys: [] },
  )
  .map((change) => ({ ...change }));

/** A mentorship as it may lie in storage after any changes and outcomes. */
const anyMentorship: fc.Arbitrary<Mentorship> = fc
  .tuple(
    fc.array(anyChange, { maxLength: 3 }),
    fc.array(fc.tuple(fc.constantFrom('a1', 'a2', 'a3'), fc.constantFrom(...OUTCOMES, undefined)), {
      maxLength: 4,
    }),
  )
  .map(([changes, outcomes]) => {
    const changed = changes.reduce(withChange, begun);
    return outcomes.reduce((one, [id, outcome]) => withOutcome(one, id, outcome, later), changed);
  });

describe('a mentorship', () => {
  it('begins without a name, a side or a rhythm', () => {
    expect(begun).toEqual({ id: 'm1', started: '2026-02-14T08:30:00.000Z', actions: {} });
  });

  it('comes back from storage as it was kept, whatever was changed in it', () => {
    fc.assert(
      fc.property(anyMentorship, (data) => {
        const reading = readRecord(mentorshipRecord, writeRecord(mentorshipRecord, data, 0, now));
        expect(reading).toEqual({
          state: 'ok',
          record: { format: 2, revision: 1, savedAt: now.toISOString(), data },
        });
      }),
    );
  });

  it('of the first site, which knew no names and no actions, is read with none', () => {
    expect(stored({ id: 'm1', started: now.toISOString() }, 1)).toMatchObject({
      state: 'ok',
      record: { format: 2, data: begun },
    });
  });

  it.each([
    ['nothing', null],
    ['no list of actions', { id: 'm1', started: now.toISOString() }],
    ['a side that does not exist', { ...begun, side: 'boss' }],
    ['a rhythm that does not exist', { ...begun, rhythm: 'hourly' }],
    ['a name that is none', { ...begun, other: 5 }],
    ['a first day there is not', { ...begun, begins: '2027-02-29' }],
    ['a last day with an hour', { ...begun, ends: '2027-02-28T10:00' }],
    ['an empty last day', { ...begun, ends: '' }],
    ['a day it was put away that is none', { ...begun, archived: true }],
    [
      'an outcome that does not exist',
      { ...begun, actions: { a1: { outcome: 'won', at: now.toISOString() } } },
    ],
    ['an outcome without its day', { ...begun, actions: { a1: { outcome: 'kept' } } }],
  ])('is damaged when it holds %s', (_, data) => {
    expect(stored(data).state).toBe('damaged');
  });
});

describe('changing a mentorship', () => {
  const known = withChange(begun, { other: 'Owen', side: 'mentee', rhythm: 'weekly', ends: '2026-12-18' });

  it('sets what is given and nothing else', () => {
    expect(withChange(known, { rhythm: 'monthly', me: 'Amira' })).toEqual({
      ...known,
      rhythm: 'monthly',
      me: 'Amira',
    });
  });

  it('takes away what is given as nothing', () => {
    const { ends: _, ...rest } = known;
    expect(withChange(known, { ends: undefined })).toEqual(rest);
    expect(withChange(known, { ends: undefined })).not.toHaveProperty('ends');
  });

  it('puts away and takes out again', () => {
    const away = withChange(known, { archived: later.toISOString() });
    expect(away.archived).toBe(later.toISOString());
    expect(withChange(away, { archived: undefined })).toEqual(known);
  });

  it.each(['', ' ', '\n\t '])('a name of nothing but %j is no name', (other) => {
    expect(withChange(known, { other })).not.toHaveProperty('other');
  });

  it('takes the spaces around a name away, not those in it', () => {
    expect(withChange(begun, { other: '  Owen  the elder ' }).other).toBe('Owen  the elder');
  });

  it.each(['20270-01-01', '2027-02-29', 'soon'])(
    'does not take %j for a day: it could not be read again',
    (ends) => {
      expect(withChange(known, { ends, me: 'Amira' })).toEqual({ ...known, me: 'Amira' });
    },
  );

  it('touches only what it is given, whatever was there before', () => {
    fc.assert(
      fc.property(anyMentorship, anyChange, (before, change) => {
        const copy = structuredClone(before);
        const after = withChange(before, change);
        const parts = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Mentorship>;
        for (const part of parts) {
          if (!Object.hasOwn(change, part)) {
            expect(after[part]).toEqual(before[part]);
            expect(Object.hasOwn(after, part)).toBe(Object.hasOwn(before, part));
          } else {
            const given = change[part as keyof MentorshipChange]?.trim();
            expect(after[part]).toBe(given || undefined);
            expect(Object.hasOwn(after, part)).toBe(Boolean(given));
          }
        }
        expect(before).toEqual(copy);
      }),
    );
  });

  it('twice the same is like once, and no change is none', () => {
    fc.assert(
      fc.property(anyMentorship, anyChange, (before, change) => {
        const once = withChange(before, change);
        expect(withChange(once, change)).toEqual(once);
        expect(withChange(before, {})).toEqual(before);
      }),
    );
  });

  it('two tabs that change different parts keep both, in either order', () => {
    fc.assert(
      fc.property(anyMentorship, anyChange, anyChange, (before, one, two) => {
        const apart = Object.fromEntries(Object.entries(two).filter(([part]) => !Object.hasOwn(one, part)));
        expect(withChange(withChange(before, one), apart)).toEqual(
          withChange(withChange(before, apart), one),
        );
      }),
    );
  });

  it('never gives what could not be read again', () => {
    const odd = fc.oneof(fc.string(), fc.constantFrom('20270-01-01', '2027-02-29', 'boss', 'x', undefined));
    const parts = fc.constantFrom('other', 'me', 'side', 'rhythm', 'begins', 'ends', 'archived');
    fc.assert(
      fc.property(anyMentorship, fc.dictionary(parts, odd), (before, change) => {
        const after = withChange(before, change);
        const reading = readRecord(mentorshipRecord, writeRecord(mentorshipRecord, after, 0, now));
        expect(reading).toMatchObject({ state: 'ok', record: { data: after } });
      }),
    );
  });
});

describe('what became of an action', () => {
  it.each(OUTCOMES)('is kept with the day it was said: %s', (outcome) => {
    expect(withOutcome(begun, 'a1', outcome, later).actions).toEqual({
      a1: { outcome, at: '2026-04-14T17:00:00.000Z' },
    });
  });

  it('can be said otherwise, and taken back', () => {
    const kept = withOutcome(begun, 'a1', 'kept', now);
    expect(withOutcome(kept, 'a1', 'dropped', later).actions).toEqual({
      a1: { outcome: 'dropped', at: later.toISOString() },
    });
    expect(withOutcome(kept, 'a1', undefined, later)).toEqual(begun);
    expect(withOutcome(begun, 'a1', undefined, later)).toEqual(begun);
  });

  it('leaves the other actions, the names and what it was given alone', () => {
    fc.assert(
      fc.property(
        anyMentorship,
        fc.constantFrom('a1', 'a9'),
        fc.constantFrom(...OUTCOMES, undefined),
        (before, id, outcome) => {
          const copy = structuredClone(before);
          const after = withOutcome(before, id, outcome, now);
          const without = (one: Mentorship) => {
            const { [id]: _, ...actions } = one.actions;
            return { ...one, actions };
          };
          expect(without(after)).toEqual(without(before));
          expect(after.actions[id]?.outcome).toBe(outcome);
          expect(before).toEqual(copy);
        },
      ),
    );
  });
});
