// What the bench makes of its measurements.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENOUGH_PAIRS, median, paired, quantile, ratioMet, spread } from '../../bench/stats.mjs';

const times = fc.array(fc.double({ min: 0.1, max: 10_000, noNaN: true }), { minLength: 1 });

describe('quantile', () => {
  it('gives the middle of an odd number and the mean of the two middle ones of an even', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([1, 2, 4, 9])).toBe(3);
  });

  it('runs straight from one value to the next', () => {
    expect(quantile([0, 10], 0.25)).toBe(2.5);
    expect(quantile([0, 10, 20], 0.95)).toBe(19);
    expect(quantile([7], 0.95)).toBe(7);
  });

  it('lies within the values and leaves them as they were', () => {
    fc.assert(
      fc.property(times, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
        const before = [...values];
        const found = quantile(values, share);
        expect(found).toBeGreaterThanOrEqual(Math.min(...values));
        expect(found).toBeLessThanOrEqual(Math.max(...values));
        expect(values).toEqual(before);
      }),
    );
  });

  it('refuses to make something of nothing', () => {
    expect(() => median([])).toThrow('no values');
  });
});

it('calls half the distance between the quarters the spread', () => {
  expect(spread([0, 1, 2, 3, 4])).toBe(1);
  expect(spread([5, 5, 5])).toBe(0);
});

describe('pairs', () => {
  it('compares each with what was measured beside it, so that a slow minute changes nothing', () => {
    expect(paired([110, 1100, 220], [100, 1000, 200])).toMatchObject({ pairs: 3, spread: 0 });
    expect(paired([110, 1100, 220], [100, 1000, 200]).median).toBeCloseTo(1.1);
  });

  it('needs two of each', () => {
    expect(() => paired([1], [1, 2])).toThrow('two of each');
  });
});

describe('the rule for ratios', () => {
  const pairs = ENOUGH_PAIRS;

  it('lets the spread of the machine count for the page', () => {
    expect(ratioMet({ median: 1.3, spread: 0.06, pairs }, 1.25)).toBe(true);
    expect(ratioMet({ median: 1.3, spread: 0.04, pairs }, 1.25)).toBe(false);
    expect(ratioMet({ median: 1.25, spread: 0, pairs }, 1.25)).toBe(true);
  });

  it('says nothing of too few pairs', () => {
    expect(ratioMet({ median: 1, spread: 0, pairs: pairs - 1 }, 1.25)).toBeUndefined();
  });
});
