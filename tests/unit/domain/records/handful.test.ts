import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecord, writeRecord } from '../../../../src/domain/records/envelope';
import { handfulRecord, toggled } from '../../../../src/domain/records/handful';

const now = new Date('2026-02-14T08:30:00.000Z');
const ids = fc.array(fc.string());

describe('the handful', () => {
  it('takes a question in at the end, and puts it back', () => {
    expect(toggled({ questions: ['pace'] }, 'stuck')).toEqual({ questions: ['pace', 'stuck'] });
    expect(toggled({ questions: ['pace', 'stuck'] }, 'pace')).toEqual({ questions: ['stuck'] });
  });

  it('puts a question back wholly when it was stored twice', () => {
    expect(toggled({ questions: ['pace', 'stuck', 'pace'] }, 'pace')).toEqual({ questions: ['stuck'] });
  });

  it('is as before after twice the same, and leaves what it was given alone', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.string(), (questions, id) => {
        const before = [...questions];
        const once = toggled({ questions }, id).questions;
        expect(once.includes(id)).toBe(!before.includes(id));
        expect(once.filter((one) => one !== id)).toEqual(before.filter((one) => one !== id));
        const twice = toggled({ questions: once }, id).questions;
        expect([...twice].sort()).toEqual([...before].sort());
        expect(questions).toEqual(before);
      }),
    );
  });

  it('comes back from storage as it was kept', () => {
    fc.assert(
      fc.property(ids, (questions) => {
        const text = writeRecord(handfulRecord, { questions }, 0, now);
        expect(readRecord(handfulRecord, text)).toMatchObject({
          state: 'ok',
          record: { data: { questions } },
        });
      }),
    );
  });

  it.each([
    ['nothing', undefined],
    ['a list and no handful', ['pace']],
    ['no list', { questions: 'pace' }],
    ['a question that is no id', { questions: ['pace', 3] }],
  ])('is damaged when it holds %s', (_, data) => {
    const text = JSON.stringify({ format: 1, revision: 1, savedAt: now.toISOString(), data });
    expect(readRecord(handfulRecord, text).state).toBe('damaged');
  });
});
