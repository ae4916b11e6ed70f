import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf, type Anchor, type FoundText, type Hit } from '../../../../src/domain/search/place';

/** A page of 100 words, w0 to w99, with a heading at 20 and a second at 60. */
const page: Omit<FoundText, 'hits'> = {
  words: Array.from({ length: 100 }, (_, at) => `w${at}`),
  between: ' ',
  anchors: [
    { element: 'h2', id: 'first', text: 'The first', location: 20 },
    { element: 'h2', id: 'second', text: 'The second', location: 60 },
  ],
};
const at = (...locations: number[]): Hit[] => locations.map((location) => ({ location, balanced_score: 1 }));
const shown = (text: FoundText) =>
  placeOf(text)
    .around.map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join('');
const heading = (id: string, location: number, text = id): Anchor => ({ element: 'h2', id, text, location });

describe('the best place on a page', () => {
  it('is where what was found stands thickest', () => {
    expect(placeOf({ ...page, hits: at(5, 30, 70, 72, 75) })).toMatchObject({
      anchor: 'second',
      heading: 'The second',
    });
  });

  it('is the first of equals', () => {
    expect(placeOf({ ...page, hits: at(25, 65) }).anchor).toBe('first');
  });

  it('weighs a rare word more than a common one', () => {
    const hits = [...at(30, 31), { location: 80, balanced_score: 5 }];
    expect(placeOf({ ...page, hits }).anchor).toBe('second');
  });

  it('does not add up what lies in two sections', () => {
    // 58, 59 and 61 are near each other, but no link leads to them together.
    expect(placeOf({ ...page, hits: at(58, 61, 63, 64) }).anchor).toBe('second');
  });

  it('leads to the page itself before the first heading', () => {
    const place = placeOf({ ...page, hits: at(3) });
    expect(place).not.toHaveProperty('anchor');
    expect(place).not.toHaveProperty('heading');
  });

  it('leads to an item of a list, under the heading above it', () => {
    const anchors = [...page.anchors, { element: 'li', id: 'question', text: '', location: 70 }];
    expect(placeOf({ ...page, anchors, hits: at(75) })).toMatchObject({
      anchor: 'question',
      heading: 'The second',
    });
  });

  it('never leads to what merely surrounds the text', () => {
    const around = ['div', 'section', 'form', 'span'].map((element, n) => ({
      element,
      id: element,
      text: 'All',
      location: 21 + n,
    }));
    expect(placeOf({ ...page, anchors: [...around, ...page.anchors], hits: at(40) }).anchor).toBe('first');
  });

  it('takes anchors in any order', () => {
    expect(placeOf({ ...page, anchors: page.anchors.toReversed(), hits: at(30) }).anchor).toBe('first');
  });
});

describe('the words around it', () => {
  it('begin a little before the first that was found, and say where they are cut', () => {
    expect(shown({ ...page, hits: at(40, 42) })).toBe(
      '… w34 w35 w36 w37 w38 w39 [w40] w41 [w42] w43 w44 w45 w46 w47 w48 w49 w50 w51 w52 w53 w54 w55 w56 w57 …',
    );
  });

  it('stay within the section', () => {
    expect(shown({ ...page, hits: at(20) })).toMatch(/^\[w20\] w21 .* w43 …$/);
    expect(shown({ ...page, hits: at(59) })).toMatch(/^… w36 .* w58 \[w59\]$/);
    expect(shown({ ...page, hits: at(99) })).toMatch(/^… w76 .* w98 \[w99\]$/);
    const anchors = [heading('a', 10), heading('b', 14)];
    expect(shown({ ...page, anchors, hits: at(12) })).toBe('w10 w11 [w12] w13');
  });

  it('are put together without spaces where the language has none', () => {
    expect(shown({ words: ['一', '起', '谈'], between: '', anchors: [], hits: at(1) })).toBe('一[起]谈');
  });

  it('are text, whatever they look like', () => {
    expect(placeOf({ words: ['<img', 'src=x>'], between: ' ', anchors: [], hits: at(0) }).around).toEqual([
      { text: '<img', marked: true },
      { text: ' src=x>', marked: false },
    ]);
  });

  const texts = fc.record({
    words: fc.array(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 120 }),
    between: fc.constantFrom(' ', ''),
    anchors: fc.array(
      fc.record({
        element: fc.constantFrom('h2', 'H3', 'li', 'div'),
        id: fc.string(),
        text: fc.string(),
        location: fc.nat(130),
      }),
      { maxLength: 12 },
    ),
    hits: fc.array(fc.record({ location: fc.nat(130), balanced_score: fc.nat(100) }), { maxLength: 40 }),
  });

  it('are at most 24 words of the page in their order, and lead to an anchor that is on it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { anchor, around } = placeOf(text);
        if (anchor !== undefined) expect(text.anchors.map(({ id }) => id)).toContain(anchor);
        const found = new Set(text.hits.map(({ location }) => text.words[location]));
        for (const { text: word, marked } of around) if (marked) expect(found).toContain(word);
        const joined = around
          .map(({ text }) => text)
          .join('')
          .replace(/^… | …$/g, '');
        const all = text.words.join(text.between);
        expect(all.includes(joined.trimEnd()) || all.includes(joined)).toBe(true);
      }),
    );
  });
});
