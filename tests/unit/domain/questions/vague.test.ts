// Which answers say no more than "fine", with the word lists as they are shipped.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isVague, type VagueWords } from '../../../../src/domain/questions/vague';

const file = new URL('../../../../src/content/interface.yaml', import.meta.url);
const { vague: words } = parse(readFileSync(file, 'utf8')) as { vague: VagueWords };
const all = [...words.empty, ...words.filler, ...words.meant];

describe('an answer that says only "fine" is met with a deeper question', () => {
  it.each([
    'fine',
    'Fine.',
    'FINE!!!',
    '  fine  ',
    'It’s fine',
    "It's fine",
    'It’s all good, really',
    'all good thanks',
    'All good, thank you.',
    'ok',
    'OK :)',
    'okay',
    'Okay, I guess.',
    'not bad',
    'Not too bad',
    'nothing',
    'Nothing really',
    'nothing much, to be honest',
    'No.',
    'no, all good',
    'Nope, nothing.',
    'No problems at all',
    'No problems at the moment',
    'n/a',
    'N/A',
    'None',
    'yes',
    'Yes, it is.',
    'Yeah, fine',
    'I think it’s going well',
    'We’re good',
    'So far so good',
    'Everything is fine, thanks',
    'Everything’s great',
    'Can’t complain',
    'Not sure',
    'I don’t know',
    'same as before',
    'Same here',
    'The usual',
    'Fine with me',
    'Fine by me',
    'Great, thanks!',
    'Well, it was nice',
    'Well, things are pretty good',
    '👍',
    '👍👍🏽',
    'ok 👍',
    '...',
    '…',
    '-',
    '—',
    '?',
    'fine\n\nfine',
  ])('%j', (answer) => {
    expect(isVague(answer, words)).toBe(true);
  });
});

describe('an answer that means something is left alone', () => {
  it.each([
    'Yes, every week',
    'the pace',
    'time',
    'The time.',
    'Tuesdays',
    'We start late',
    'Fine cutlery at the training kitchen',
    'No pens in the room',
    'A nook',
    'No time',
    'here',
    'Being here with you',
    'Nice to be here with you',
    'It is good here',
    'You',
    'Yes, you',
    'No, me',
    'Be nice to me',
    'Be good to us',
    'Not the pace, the place',
    'Good Fridays',
    'Same time, same place',
    'Lots to do',
    'Things you think of',
    'Nothing from you',
    'All of it',
    'fine 3',
    'Everything takes too long',
    'Too far',
    'ok, quite far',
    'We are doing nothing',
    'Nothing is going well',
    'Nothing is fine.',
    'Nothing’s good',
    'Nothing good',
    'no good',
    'It’s not really going well',
    'Not really good',
    'Not going well',
    'It is not fine',
    'Not sure it’s all good',
    'Not all good',
    'Never good',
    'I am not OK',
    'Fine, but the hour is short',
    'Good, except on Mondays',
  ])('%j', (answer) => {
    expect(isVague(answer, words)).toBe(false);
  });

  it.each([
    ['Chinese', '很好'],
    ['Chinese, at length', '我们每个星期二见面'],
    ['Japanese', 'いいです'],
    ['Korean', '좋아요'],
    ['Arabic', 'كل شيء على ما يرام'],
    ['Hebrew', 'בסדר'],
    ['Cyrillic', 'Хорошо'],
    ['Greek', 'Καλά'],
    ['Hindi', 'ठीक है'],
    ['Thai', 'สบายดี'],
    ['accents', 'C’est très bien'],
    ['a number', '7'],
    ['a share', '100 %'],
    ['a time', '9:30'],
    ['a fraction', '½'],
    ['a Roman numeral', 'Ⅳ'],
  ])('in %s', (_, answer) => {
    expect(isVague(answer, words)).toBe(false);
  });

  it.each([
    ['nothing at all', ''],
    ['a space', ' '],
    ['an empty line', '\n\n'],
    ['10,000 letters', 'a'.repeat(10_000)],
    ['10,000 characters that say "fine"', 'fine '.repeat(2000)],
    ['"fine" nine times', 'fine '.repeat(9)],
  ])('%s', (_, answer) => {
    expect(isVague(answer, words)).toBe(false);
  });

  it('"fine" eight times is still only "fine"', () => {
    expect(isVague('fine '.repeat(8), words)).toBe(true);
  });
});

const inside = (text: string) => text.match(/[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*/gu) ?? [];
const listed = new Set(all.flatMap((phrase) => inside(phrase.toLowerCase())));
const emptyAnswer = fc
  .array(fc.constantFrom(...words.empty, ...words.filler), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(' '));

/** Any characters at all, halves of emoji included. */
const anything = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
  .map((codes) => String.fromCharCode(...codes));

describe('whatever is typed', () => {
  it('gets a yes or a no', () => {
    fc.assert(
      fc.property(fc.oneof(anything, fc.string({ unit: 'grapheme' })), (answer) => {
        expect(typeof isVague(answer, words)).toBe('boolean');
      }),
    );
  });

  it('is never "only fine" when it holds one word of its own', () => {
    const own = fc
      .oneof(fc.lorem({ maxCount: 1 }), fc.stringMatching(/^[a-zé]{1,12}$/), fc.integer().map(String))
      .filter((word) => inside(word.toLowerCase()).some((one) => !listed.has(one)));
    fc.assert(
      fc.property(emptyAnswer, own, emptyAnswer, fc.boolean(), (before, word, after, early) => {
        expect(isVague(early ? `${word} ${before}` : `${before} ${word} ${after}`, words)).toBe(false);
      }),
    );
  });

  it('counts the same in capitals and with other punctuation', () => {
    const marks = fc.constantFrom(' ', ', ', '. ', ' – ', '… ', '! ', '\n', ' 🙂 ');
    const answer = fc.array(fc.tuple(fc.constantFrom(...all, 'pace', 'Tuesday'), marks), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(answer, marks, (parts, start) => {
        const plain = isVague(parts.map(([phrase]) => phrase).join(' '), words);
        const dressed = start + parts.map(([phrase, mark]) => phrase.toUpperCase() + mark).join('');
        expect(isVague(dressed, words)).toBe(plain);
        expect(isVague(dressed.replaceAll("'", '’'), words)).toBe(plain);
      }),
    );
  });
});

describe('the shipped word lists', () => {
  it.each(['time', 'here', 'with', 'you', 'me', 'us', 'to', 'of', 'from', 'on', 'by', 'far', 'much', 'not'])(
    'hold "%s" only inside a phrase, for alone it may be what somebody means',
    (word) => {
      expect([...words.empty, ...words.filler]).not.toContain(word);
    },
  );

  it.each([
    ['empty', words.empty],
    ['filler', words.filler],
    ['meant', words.meant],
  ])('name nothing twice under %s', (_, list) => {
    expect(list.filter((word, at) => list.indexOf(word) !== at)).toEqual([]);
  });

  it('have each empty phrase met with a question when it stands alone', () => {
    expect(words.empty.filter((phrase) => !isVague(phrase, words))).toEqual([]);
  });

  it('have no filler met with a question when it stands alone', () => {
    const alone = words.filler.filter((word) => !words.empty.includes(word));
    expect(alone.filter((word) => isVague(word, words))).toEqual([]);
  });

  it('have each meant phrase left alone', () => {
    expect(words.meant.filter((phrase) => isVague(phrase, words))).toEqual([]);
  });
});

describe('lists in another language', () => {
  const german: VagueWords = { empty: ['gut', 'alles gut', 'passt'], filler: ['ja', 'schon'], meant: [] };
  it.each([
    ['Ja, passt schon.', true],
    ['ALLES GUT', true],
    ['Ja.', false],
    ['Alles Gute zum Geburtstag', false],
  ])('%j: %s', (answer, vague) => {
    expect(isVague(answer, german)).toBe(vague);
  });

  it('may hold a phrase of punctuation alone, which does nothing', () => {
    expect(isVague('pace', { empty: ['…'], filler: ['–'], meant: ['!'] })).toBe(false);
  });
});
