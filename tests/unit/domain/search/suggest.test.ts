import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answers,
  countedPart,
  MOST_TYPED,
  suggest,
  wordsOf,
  type Titled,
} from '../../../../src/domain/search/suggest';

const titled = (title: string): Titled => ({ title, path: `guide/${title.length}/`, part: 'guide' });
const site = [
  'Start, and agree how',
  'How often, and when it is too much',
  'Past “fine”',
  'The café on the corner',
  'What don’t you like about our pace?',
  'Often asked',
  'Softening',
].map(titled);

const found = (typed: string, most = 10) => suggest(site, typed, most).map(({ title }) => title);

/** Anything a keyboard, a clipboard or an address can bring, lone halves of characters included. */
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 500 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.lorem({ maxCount: 6 }),
  fc
    .array(fc.constantFrom('how', 'of', 'ten', 'fine', "don't", '“', "'", '<b>', ' ', 'é', '🙂', '\uD83D'))
    .map((p) => p.join('')),
);
const titles = fc.array(
  fc
    .oneof(
      fc.lorem({ maxCount: 5 }),
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(...site.map(({ title }) => title)),
    )
    .map(titled),
);

describe('suggesting by title', () => {
  it.each([
    ['the beginning of a word', 'oft', ['Often asked', 'How often, and when it is too much', 'Softening']],
    ['a part of a word', 'ten', ['How often, and when it is too much', 'Often asked', 'Softening']],
    ['several words in any order', 'much how', ['How often, and when it is too much']],
    ['words no one title holds together', 'often corner', []],
    ['capitals', 'OFTEN ASKED', ['Often asked']],
    ['a word without its accent', 'cafe', ['The café on the corner']],
    ['letters in another order', 'oftne', []],
    [
      'an accent on a letter that has none',
      'óften',
      ['Often asked', 'How often, and when it is too much', 'Softening'],
    ],
    ['a straight apostrophe', "don't", ['What don’t you like about our pace?']],
    ['a word half typed, up to its apostrophe', "don'", ['What don’t you like about our pace?']],
    ['a word in quotes of any kind', '‘fine’', ['Past “fine”']],
    ['nothing', '', []],
    ['spaces', '   ', []],
    ['signs and pictures alone', '?! 🙂 — <>', []],
    ['an apostrophe alone', "'", []],
  ])('takes %s', (_, typed, expected) => {
    expect(found(typed)).toEqual(expected);
  });

  it('puts first what begins with the typed words, then what begins a word, then the rest', () => {
    expect(found('often')).toEqual(['Often asked', 'How often, and when it is too much', 'Softening']);
  });

  it('keeps the order of the site among equals', () => {
    const same = ['b', 'a', 'c'].map((letter) => titled(`Talk ${letter}`));
    expect(suggest(same, 'talk', 3)).toEqual(same);
  });

  it('gives only titles that hold every typed word, each once, and never more than asked', () => {
    fc.assert(
      fc.property(titles, anything, fc.nat(8), (all, typed, most) => {
        const some = suggest(all, typed, most);
        expect(some.length).toBeLessThanOrEqual(most);
        expect(new Set(some).size).toBe(some.length);
        const words = wordsOf(typed);
        if (words.length === 0) expect(some).toEqual([]);
        for (const one of some) {
          expect(all).toContain(one);
          const title = one.title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’‘]/g, "'");
          for (const word of words) expect(title).toContain(word);
        }
      }),
    );
  });

  it('finds every title by its own words', () => {
    fc.assert(
      fc.property(titles, (all) => {
        for (const one of all) {
          if (wordsOf(one.title).length > 0) expect(suggest(all, one.title, all.length)).toContain(one);
        }
      }),
    );
  });
});

describe('the words of what was typed', () => {
  it('are small, without accents, and without what stands around them', () => {
    expect(wordsOf("  “Über” Don’t—STOP! 3rd 'so'")).toEqual(['uber', "don't", 'stop', '3rd', 'so']);
  });

  it('are taken from any script', () => {
    expect(wordsOf('обратная связь 反馈 ملاحظات')).toEqual(['обратная', 'связь', '反馈', 'ملاحظات']);
  });

  it('can be taken from anything, and hold nothing but letters, numbers and apostrophes between them', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        for (const word of wordsOf(typed)) expect(word).toMatch(/^[\p{L}\p{N}]+('[\p{L}\p{N}]+)*$/u);
      }),
    );
  });

  it('come from the first 200 characters, none of them cut in half', () => {
    expect(wordsOf(`${' '.repeat(MOST_TYPED)}late`)).toEqual([]);
    expect(countedPart('🙂'.repeat(10_000))).toBe('🙂'.repeat(MOST_TYPED));
    expect(wordsOf('word '.repeat(10_000))).toHaveLength(MOST_TYPED / 5);
  });
});

describe('telling an answer from none', () => {
  it.each([
    ['the word itself', ['feedback.'], 'feedback', true],
    ['another form of it', ['minutes'], 'minute', true],
    ['the word half typed', ['“Remote'], 'rem', true],
    ['one word of several', ['ten'], 'ten minutes', true],
    ['a word that shares two letters', ['zero'], 'zebra', false],
    ['a form with a long ending', ['prepare'], 'preparation', true],
    ['a word that shares no more than its beginning', ['one'], 'onerror', false],
    ['nothing', [], 'feedback', false],
    ['a word for nothing typed', ['feedback'], '?!', false],
  ])('takes %s', (_, marked, typed, is) => {
    expect(answers(marked, typed)).toBe(is);
  });
});
