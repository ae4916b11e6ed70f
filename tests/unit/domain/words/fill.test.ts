import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counted } from '../../../../src/domain/words/count';
import { fill, gaps } from '../../../../src/domain/words/fill';

describe('filling the gaps of a sentence', () => {
  it.each([
    ['{n} minutes', { n: 10 }, '10 minutes'],
    ['Page {n} of {all}', { n: 2, all: 8 }, 'Page 2 of 8'],
    ['{n} and {n}', { n: 1 }, '1 and 1'],
    ['nothing to fill', { n: 1 }, 'nothing to fill'],
    ['{date}', { date: '' }, ''],
  ])('%j with %j', (sentence, values, filled) => {
    expect(fill(sentence, values)).toBe(filled);
  });

  it('leaves a gap without a value in sight', () => {
    expect(fill('Saved at {time}', {})).toBe('Saved at {time}');
  });

  it('takes no value from what every object carries', () => {
    expect(fill('{constructor} {toString} {__proto__}', {})).toBe('{constructor} {toString} {__proto__}');
  });

  it('puts a value in as it is, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('$&', '$1', '{n}', '{b}')), (value) => {
        expect(fill('a {n} b', { n: value, b: 'never' })).toBe(`a ${value} b`);
      }),
    );
  });
});

describe('finding the gaps of a sentence', () => {
  it('names them in order, repeats included', () => {
    expect(gaps('{n} of {all}, {n}')).toEqual(['n', 'all', 'n']);
  });

  it('finds none in empty braces or plain words', () => {
    expect(gaps('a {} b { n } c')).toEqual([]);
  });

  it('leaves none when all are filled', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 4 }), (names) => {
        const sentence = names.map((name) => `{${name}}`).join(' ');
        const values = Object.fromEntries(names.map((name) => [name, 1]));
        expect(gaps(fill(sentence, values))).toEqual([]);
      }),
    );
  });
});

describe('counting in a sentence', () => {
  const forms = { one: '{n} minute', other: '{n} minutes' };
  it.each([
    [0, '0 minutes'],
    [1, '1 minute'],
    [2, '2 minutes'],
    [1.5, '1.5 minutes'],
  ])('%s', (n, said) => {
    expect(counted(n, forms)).toBe(said);
  });
});
