// How the bench prints.
import { expect, it } from 'vitest';
import { kB, ms, table, verdicts } from '../../bench/table.mjs';

it('stands words left and figures right', () => {
  expect(
    table(
      ['page', 'kB'],
      [
        ['home', '6.2'],
        ['“guide”', '13.0'],
      ],
    ),
  ).toBe(['page        kB', '──────────────', 'home       6.2', '“guide”   13.0'].join('\n'));
});

it('says of every figure whether it is within its bar, and when that is not known', () => {
  const lines = verdicts([
    { what: 'a', figure: '1', bar: 'at most 2', met: true },
    { what: 'b', figure: '3', bar: 'at most 2', met: false },
    { what: 'c', figure: '3', bar: 'none', met: undefined },
  ]).split('\n');
  expect(lines[2]).toMatch(/ met$/);
  expect(lines[3]).toMatch(/ NOT MET$/);
  expect(lines[4]).toMatch(/ not judged$/);
});

it('writes bytes in thousands, and short times finer than long ones', () => {
  expect(kB(14_000)).toBe('14.0 kB');
  expect(ms(4.96)).toBe('5.0 ms');
  expect(ms(1792.6)).toBe('1793 ms');
});
