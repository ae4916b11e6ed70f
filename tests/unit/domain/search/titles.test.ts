import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packPlace, unpackTitles, type PackedPage } from '../../../../src/domain/search/titles';

describe('the list of titles', () => {
  it('gives pages first, then what stands on them, with the way to each', () => {
    const packed: PackedPage[] = [
      ['guide', 'Past “fine”', 'guide/past-fine/', [packPlace('Why we say it', 'why-we-say-it')]],
      ['worksheet', 'Before we talk', 'worksheets/before-we-talk/'],
      ['question', 'Questions to ask', 'questions/', [packPlace('What next?', 'focus-next')]],
    ];
    expect(unpackTitles(packed)).toEqual([
      { part: 'guide', title: 'Past “fine”', path: 'guide/past-fine/' },
      { part: 'worksheet', title: 'Before we talk', path: 'worksheets/before-we-talk/' },
      { part: 'question', title: 'Questions to ask', path: 'questions/' },
      { part: 'guide', title: 'Why we say it', path: 'guide/past-fine/#why-we-say-it' },
      { part: 'question', title: 'What next?', path: 'questions/#focus-next' },
    ]);
  });

  it.each([
    ['What is not known', 'what-is-not-known'],
    ['Kept, changed, dropped', 'kept-changed-dropped'],
    ['My mentor is also my boss. Is that different?', 'my-mentor-is-also-my-boss-is-that-different'],
    ['If you hear “fine”', 'if-you-hear-fine'],
  ])('leaves out the anchor that follows from “%s”', (title, anchor) => {
    expect(packPlace(title, anchor)).toBe(title);
  });

  it('leads to the anchor it was given, whatever the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (title, anchor) => {
        const packed = JSON.parse(
          JSON.stringify([['guide', 'Page', 'page/', [packPlace(title, anchor)]]]),
        ) as PackedPage[];
        expect(unpackTitles(packed)[1]).toEqual({ part: 'guide', title, path: `page/#${anchor}` });
      }),
    );
  });
});
