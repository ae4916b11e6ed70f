import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copiesFor, countIn, layOut, MOST_PAIRS } from '../../../../src/domain/facilitator/pack';

describe('copies of a handout', () => {
  it('are one each, one a pair, or one in all', () => {
    expect(copiesFor('person', 20)).toBe(40);
    expect(copiesFor('pair', 20)).toBe(20);
    expect(copiesFor('all', 20)).toBe(1);
  });

  it('are a whole number that can be printed at once, and nothing else', () => {
    expect(countIn(' 20 ', MOST_PAIRS)).toBe(20);
    expect(countIn('60', MOST_PAIRS)).toBe(60);
    for (const wrong of ['', ' ', '0', '-3', '2.5', 'abc', '61', '500', '1e9', 'Infinity', 'NaN'])
      expect(countIn(wrong, MOST_PAIRS), wrong).toBeUndefined();
  });
});

describe('a pack on both sides of the paper', () => {
  it('has the contents first, then each copy on a sheet of its own', () => {
    const { handouts, pages, sheets } = layOut([
      { copies: 2, pages: 1 },
      { copies: 1, pages: 2 },
      { copies: 3, pages: 3 },
    ]);
    expect(handouts.map(({ from }) => from)).toEqual([3, 7, 9]);
    expect(pages).toBe(19);
    expect(sheets).toBe(10);
  });

  it('begins every copy on a right-hand page, whatever is printed, and uses no sheet for nothing', () => {
    const printed = fc.record({
      copies: fc.integer({ min: 1, max: 40 }),
      pages: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(printed, { maxLength: 11 }), (some) => {
        const { handouts, pages, sheets } = layOut(some);
        for (const { from } of handouts) expect(from % 2).toBe(1);
        // A sheet for the contents, and for each copy as many as its pages fill.
        const filled = some.reduce((sum, one) => sum + one.copies * Math.ceil(one.pages / 2), 1);
        expect(sheets).toBe(filled);
        expect(pages).toBeLessThanOrEqual(2 * sheets);
        expect(pages).toBeGreaterThan(2 * (sheets - 1));
      }),
    );
  });
});
