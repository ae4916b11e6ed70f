// The list of changes by which the tests of the cadence rule are tried.
import { expect, it } from 'vitest';
import { CHANGES, stale } from '../../../tools/mutate-cadence.mjs';

it('names what stands in the rule, so that each change can be made', () => {
  expect(CHANGES.length).toBeGreaterThan(50);
  expect(stale()).toEqual([]);
});
