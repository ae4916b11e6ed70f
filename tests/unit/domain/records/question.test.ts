import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecord, writeRecord } from '../../../../src/domain/records/envelope';
import { questionRecord, type OwnQuestion } from '../../../../src/domain/records/question';

const now = new Date('2026-02-14T08:30:00.000Z');
const question: OwnQuestion = {
  id: 'q1',
  mentorship: 'm1',
  text: 'What would you skip next week?',
  order: 1,
  made: now.toISOString(),
};
const read = (data: unknown) =>
  readRecord(questionRecord, JSON.stringify({ format: 1, revision: 1, savedAt: now.toISOString(), data }));

describe('a question of one’s own', () => {
  it('comes back from storage as it was written', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(
        text,
        fc.integer(),
        fc.constantFrom({}, { retired: now.toISOString() }),
        (words, order, part) => {
          const data = { ...question, text: words, order, ...part };
          expect(readRecord(questionRecord, writeRecord(questionRecord, data, 0, now))).toMatchObject({
            state: 'ok',
            record: { revision: 1, data },
          });
        },
      ),
    );
  });

  it('may be empty while it is being written', () => {
    expect(read({ ...question, text: '' }).state).toBe('ok');
  });

  it('may stand between two others', () => {
    expect(read({ ...question, order: 1.5 }).state).toBe('ok');
  });

  it.each([
    ['nothing', undefined],
    ['a text and no question', 'What would you skip?'],
    ['no text', { ...question, text: undefined }],
    ['a place that is no number', { ...question, order: '1' }],
    ['no mentorship', { ...question, mentorship: '' }],
    ['an empty id', { ...question, id: '' }],
    ['a day it was made that is none', { ...question, made: 'in May' }],
    ['a day it was put aside that is none', { ...question, retired: true }],
  ])('is damaged when it holds %s', (_, data) => {
    expect(read(data).state).toBe('damaged');
  });
});
