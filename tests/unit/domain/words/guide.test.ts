import { describe, expect, it } from 'vitest';
import { guideSchema, readingMinutes } from '../../../../src/domain/words/guide';

const word = (count: number) => 'word '.repeat(count);

describe('how long a page takes to read', () => {
  it.each([
    ['nothing', '', 1],
    ['a line', 'One line.', 1],
    ['200 words', word(200), 1],
    ['299 words', word(299), 1],
    ['300 words', word(300), 2],
    ['1,000 words', word(1000), 5],
  ])('%s', (_, text, minutes) => {
    expect(readingMinutes(text)).toBe(minutes);
  });

  it('counts the words of any script that puts spaces between them', () => {
    expect(readingMinutes('слово '.repeat(600))).toBe(3);
  });

  it('counts a word with an apostrophe once', () => {
    expect(readingMinutes('don’t '.repeat(299))).toBe(1);
  });

  it.each([
    ['tags', '<Talk side="mentor" with="many words in an attribute"> '],
    ['link targets', '[](/guide/past-fine/why/we/stop/here/and/there) '],
    ['table rules', '| --- | --- | --- |\n'],
    ['headings’ signs and emphasis', '## ** __ > '],
  ])('does not count %s', (_, markup) => {
    expect(readingMinutes(markup.repeat(500) + word(200))).toBe(1);
  });

  it('counts the words of a link', () => {
    expect(readingMinutes('[two words](/somewhere/) '.repeat(200))).toBe(2);
  });
});

describe('the front matter of a guide page', () => {
  const page = {
    title: 'Past fine',
    order: 4,
    part: 'guide',
    description: 'What to ask next.',
    inShort: 'Ask once more.',
    plate: {
      alt: 'Two circles come closer.',
      frames: [
        { apart: 1.2, says: 'Fine.' },
        { apart: 0.5, says: 'Here is what I need.' },
      ],
    },
    tryNext: { worksheet: 'before-we-talk', why: 'Ten minutes.' },
  };
  const complaints = (part: object) =>
    guideSchema
      .safeParse({ ...page, ...part })
      .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

  it('is taken when all is there', () => {
    expect(complaints({})).toEqual([]);
  });

  it.each(['inShort', 'plate', 'tryNext'])('needs "%s" on a page of the guide', (field) => {
    expect(complaints({ [field]: undefined })).toEqual([
      `${field}: is missing; every page of the guide has one`,
    ]);
    expect(complaints({ part: 'beside', [field]: undefined })).toEqual([]);
  });

  it('needs two frames that do not lie too far apart', () => {
    expect(complaints({ plate: { alt: 'One.', frames: page.plate.frames.slice(1) } })[0]).toMatch(
      /^plate\.frames: /,
    );
    const far = [{ apart: 2, says: 'Far.' }, page.plate.frames[1]];
    expect(complaints({ plate: { alt: 'Far.', frames: far } })[0]).toMatch(/^plate\.frames\.0\.apart: /);
  });

  it('needs a worksheet or a page to try next', () => {
    expect(complaints({ tryNext: { why: 'Because.' } })).toEqual([
      'tryNext: needs a "worksheet", or a "page" (questions, cadence), and "why"',
    ]);
    expect(complaints({ tryNext: { page: 'elsewhere', why: 'Because.' } })).toHaveLength(1);
    expect(complaints({ tryNext: { page: 'cadence', why: 'Because.' } })).toEqual([]);
  });

  it('names an unknown key', () => {
    expect(complaints({ colour: 'red' })).toEqual([': Unrecognized key: "colour"']);
  });
});
