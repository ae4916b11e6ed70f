// The order of one's own questions: what moves stands where it was put, and all others stay as they were.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, isAsked, lastPlace, moved } from '../../../../src/domain/questions/own';
import type { OwnQuestion } from '../../../../src/domain/records/question';

const question = (id: string, order: number, more: Partial<OwnQuestion> = {}): OwnQuestion => ({
  id,
  mentorship: 'm1',
  text: `What about ${id}?`,
  order,
  made: '2026-02-14T08:30:00.000Z',
  ...more,
});

/** Questions with any places, some of them shared, far apart or too close to have room between them. */
const places = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.constantFrom(1, 1 + Number.EPSILON, 5e-324, 2 ** 53, 1.7e308, -1.7e308),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const some = fc
  .array(places, { maxLength: 7 })
  .map((orders) => inOrder(orders.map((order, at) => question(`q${at}`, order))));

const ids = (questions: readonly OwnQuestion[]) => questions.map(({ id }) => id);
const placed = (questions: readonly OwnQuestion[], anew: ReadonlyMap<string, number>) =>
  inOrder(questions.map((one) => ({ ...one, order: anew.get(one.id) ?? one.order })));

describe('moving a question', () => {
  it('puts it one further and leaves the others in their order, whatever places they had', () => {
    fc.assert(
      fc.property(some, fc.nat(), fc.constantFrom(-1 as const, 1 as const), (questions, n, by) => {
        const at = questions.length > 0 ? n % questions.length : 0;
        const id = questions[at]?.id ?? 'none';
        const after = ids(placed(questions, moved(questions, id, by)));
        const expected = ids(questions);
        const to = at + by;
        if (expected[at] !== undefined && expected[to] !== undefined)
          [expected[at], expected[to]] = [expected[to], expected[at]];
        expect(after).toEqual(expected);
      }),
    );
  });

  it('can be done a thousand times, and back', () => {
    let questions = ['a', 'b', 'c', 'd'].map((id, at) => question(id, at + 1));
    for (let n = 0; n < 1000; n++) {
      const [, second] = questions;
      questions = placed(questions, moved(questions, second!.id, n % 2 ? 1 : -1));
    }
    for (const { id } of ['a', 'b', 'c', 'd'].map((id) => ({ id }))) {
      for (let n = 0; n < 4; n++) questions = placed(questions, moved(questions, id, 1));
    }
    expect(ids(questions)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('writes that question alone where there is room', () => {
    const questions = [question('a', 1), question('b', 2), question('c', 3)];
    expect([...moved(questions, 'c', -1)]).toEqual([['c', 1.5]]);
    expect([...moved(questions, 'a', 1)]).toEqual([['a', 2.5]]);
    expect([...moved(questions, 'b', -1)]).toEqual([['b', 0]]);
  });

  it('does nothing at an end, or to a question that is not there', () => {
    const questions = [question('a', 1), question('b', 2)];
    expect(moved(questions, 'a', -1).size + moved(questions, 'b', 1).size).toBe(0);
    expect(moved(questions, 'z', 1).size).toBe(0);
  });
});

describe('one’s own questions', () => {
  it('stand by their places; of two with one place the older first', () => {
    const old = question('z', 2, { made: '2025-01-01T00:00:00.000Z' });
    expect(ids(inOrder([question('a', 2), old, question('b', 1)]))).toEqual(['b', 'z', 'a']);
  });

  it('get a new one at the end', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true })), (orders) => {
        const questions = orders.map((order, at) => question(`q${at}`, order));
        const next = question('new', lastPlace(questions));
        expect(inOrder([...questions, next]).at(-1)).toBe(next);
      }),
    );
  });

  it('are asked unless they are blank or put aside', () => {
    expect(isAsked(question('a', 1))).toBe(true);
    expect(isAsked(question('a', 1, { text: ' \n' }))).toBe(false);
    expect(isAsked(question('a', 1, { retired: '2026-02-14T08:30:00.000Z' }))).toBe(false);
  });
});
