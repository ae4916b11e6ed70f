import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASKERS, DEPTHS, LEVELS, type ThemedQuestion } from '../../../../src/domain/questions/bank';
import {
  drawQuestion,
  filterQuestions,
  filterToFragment,
  fragmentToFilter,
  MOST_TYPED,
  type Filter,
} from '../../../../src/domain/questions/filter';

const THEMES = ['focus', 'support', 'resources'];

function question(id: string, part: Partial<ThemedQuestion> = {}): ThemedQuestion {
  return {
    id,
    theme: 'focus',
    text: `Text of ${id}?`,
    asker: 'either',
    depth: 'opener',
    levels: [],
    followUp: `More of ${id}?`,
    ...part,
  };
}

const bank = [
  question('pace', { text: 'What don’t you like about our pace?', asker: 'mentor', depth: 'candid' }),
  question('cafe', { text: 'Which café suits us?', followUp: 'On which Tuesday?' }),
  question('stuck', { theme: 'support', text: 'Where are you stuck?', asker: 'mentee', depth: 'probing' }),
  question('diary', { theme: 'resources', text: 'What fills your diary?', depth: 'probing' }),
];

const shown = (filter: Filter) => filterQuestions(bank, filter).map(({ id }) => id);

const filters: fc.Arbitrary<Filter> = fc.record(
  {
    theme: fc.constantFrom(...THEMES),
    asker: fc.constantFrom(...ASKERS),
    depth: fc.constantFrom(...DEPTHS),
    words: fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((words) => words.trim())
      .filter((words) => words !== '' && Array.from(words).length <= MOST_TYPED),
  },
  { requiredKeys: [] },
);

const questions = fc.array(
  fc.record({
    id: fc.uuid(),
    theme: fc.constantFrom(...THEMES),
    text: fc.lorem(),
    asker: fc.constantFrom(...ASKERS),
    depth: fc.constantFrom(...DEPTHS),
    levels: fc.subarray([...LEVELS], { maxLength: 3 }),
    followUp: fc.lorem(),
  }),
);

describe('choosing which questions to see', () => {
  it('shows all when nothing is chosen', () => {
    expect(shown({})).toEqual(['pace', 'cafe', 'stuck', 'diary']);
  });

  it('shows one theme', () => {
    expect(shown({ theme: 'focus' })).toEqual(['pace', 'cafe']);
  });

  it('shows a mentor what a mentor may ask, questions for either included', () => {
    expect(shown({ asker: 'mentor' })).toEqual(['pace', 'cafe', 'diary']);
    expect(shown({ asker: 'mentee' })).toEqual(['cafe', 'stuck', 'diary']);
  });

  it('shows only what both may ask when either is chosen', () => {
    expect(shown({ asker: 'either' })).toEqual(['cafe', 'diary']);
  });

  it('shows one depth', () => {
    expect(shown({ depth: 'probing' })).toEqual(['stuck', 'diary']);
  });

  it('narrows by everything chosen at once', () => {
    expect(shown({ theme: 'focus', asker: 'mentor', depth: 'candid', words: 'pace' })).toEqual(['pace']);
    expect(shown({ theme: 'support', depth: 'candid' })).toEqual([]);
  });

  it('leaves the list it was given as it was', () => {
    const before = [...bank];
    filterQuestions(bank, { theme: 'focus' });
    expect(bank).toEqual(before);
  });

  it('never adds, repeats or reorders a question', () => {
    fc.assert(
      fc.property(questions, filters, (all, filter) => {
        const some = filterQuestions(all, filter);
        const kept = new Set(some);
        expect(all.filter((one) => kept.has(one))).toEqual(some);
        expect(kept.size).toBe(some.length);
      }),
    );
  });
});

describe('finding a question by typed words', () => {
  it.each([
    ['part of a word', 'tuck', ['stuck']],
    ['capitals', 'DIARY', ['diary']],
    ['no accent where the question has one', 'cafe', ['cafe']],
    ['an accent where the question has none', 'diáry', ['diary']],
    ['a straight apostrophe for a curly one', "don't", ['pace']],
    ['a word of the follow-up', 'tuesday', ['cafe']],
    ['words in any order, from question and follow-up', '  tuesday   suits ', ['cafe']],
    ['words that no one question has together', 'diary stuck', []],
    ['only spaces', '   ', ['pace', 'cafe', 'stuck', 'diary']],
  ])('takes %s', (_, words, ids) => {
    expect(shown({ words })).toEqual(ids);
  });

  it('counts the first 200 characters', () => {
    expect(shown({ words: `diary${' '.repeat(MOST_TYPED)}nowhere` })).toEqual(['diary']);
  });
});

describe('sharing the choice as an address', () => {
  it('writes it so that a person can read it', () => {
    expect(filterToFragment({ theme: 'focus', depth: 'candid', words: 'pace' })).toBe(
      'theme=focus&depth=candid&q=pace',
    );
    expect(filterToFragment({ words: 'our pace' })).toBe('q=our+pace');
  });

  it('writes nothing when nothing is chosen', () => {
    expect(filterToFragment({})).toBe('');
    expect(filterToFragment({ words: '  ' })).toBe('');
  });

  it('reads it with or without the number sign', () => {
    const expected = { filter: { asker: 'mentee', words: 'our pace' }, ignored: [] };
    expect(fragmentToFilter('#asker=mentee&q=our%20pace', THEMES)).toEqual(expected);
    expect(fragmentToFilter('asker=mentee&q=our+pace', THEMES)).toEqual(expected);
  });

  it('gives back what was chosen', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(fragmentToFilter(filterToFragment(filter), THEMES)).toEqual({ filter, ignored: [] });
      }),
    );
  });
});

describe('opening an address that is wrong', () => {
  it.each([
    ['a theme that does not exist', 'theme=money&depth=candid', { depth: 'candid' }, ['theme=money']],
    ['a depth that does not exist', 'depth=deep', {}, ['depth=deep']],
    ['an asker that does not exist', 'asker=both', {}, ['asker=both']],
    ['a key that does not exist', 'level=skills&q=pace', { words: 'pace' }, ['level']],
    ['a key that comes twice', 'theme=focus&theme=support', { theme: 'focus' }, ['theme=support']],
    ['a wrong value before a right one', 'theme=money&theme=support', { theme: 'support' }, ['theme=money']],
    ['words that come twice', 'q=pace&q=place', { words: 'pace' }, ['q=place']],
    ['no key', '=focus', {}, ['=focus']],
    ['names that objects carry', '__proto__=x&constructor=y', {}, ['__proto__', 'constructor']],
    [
      'values that objects carry',
      'theme=__proto__&depth=constructor',
      {},
      ['theme=__proto__', 'depth=constructor'],
    ],
    ['broken percent signs', 'q=%E0%A4%A&%zz=%', { words: '\uFFFD%A' }, ['%zz']],
  ])('leaves out and names %s', (_, fragment, filter, ignored) => {
    const read = fragmentToFilter(fragment, THEMES);
    expect(read).toEqual({ filter, ignored });
    expect(Object.getPrototypeOf(read.filter)).toBe(Object.prototype);
  });

  it('takes a key without a value as not chosen', () => {
    expect(fragmentToFilter('theme=&asker=&depth&q=%20', THEMES)).toEqual({ filter: {}, ignored: [] });
  });

  it('cuts words at 200 characters and never through the middle of one', () => {
    const { filter } = fragmentToFilter(`q=${'🙂'.repeat(5000)}`, THEMES);
    expect(filter.words).toBe('🙂'.repeat(MOST_TYPED));
  });

  it('names at most ten parts, each short enough to read', () => {
    const { ignored } = fragmentToFilter(
      Array.from({ length: 500 }, (_, at) => `${String(at)}${'x'.repeat(100)}=1`).join('&'),
      THEMES,
    );
    expect(ignored).toHaveLength(10);
    expect(ignored.every((name) => Array.from(name).length <= 60)).toBe(true);
  });

  it.each(['&', '=', '%', '#', 'q=', '__proto__=', '%00', '\uD800', 'theme=focus&'])(
    'survives 10,000 characters of %j',
    (part) => {
      const hostile = part.repeat(Math.ceil(10_000 / part.length));
      expect(() => fragmentToFilter(hostile, THEMES)).not.toThrow();
    },
  );

  const addresses = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 10_000, size: 'max' }),
    fc
      .array(
        fc.tuple(
          fc.constantFrom('theme', 'asker', 'depth', 'q', '__proto__', 'constructor', 'toString', ''),
          fc.oneof(
            fc.constantFrom(...THEMES, ...ASKERS, ...DEPTHS, '__proto__', '%', '%E0%A4%A'),
            fc.string(),
          ),
        ),
      )
      .map((parts) => parts.map((part) => part.join('=')).join('&')),
  );

  it('reads any address at all as a choice that can be made', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        const { filter, ignored } = fragmentToFilter(address, THEMES);
        if (filter.theme !== undefined) expect(THEMES).toContain(filter.theme);
        if (filter.asker !== undefined) expect(ASKERS).toContain(filter.asker);
        if (filter.depth !== undefined) expect(DEPTHS).toContain(filter.depth);
        expect(Array.from(filter.words ?? '').length).toBeLessThanOrEqual(MOST_TYPED);
        expect(new Set(ignored).size).toBe(ignored.length);
        expect(fragmentToFilter(filterToFragment(filter), THEMES)).toEqual({ filter, ignored: [] });
      }),
    );
  });
});

describe('drawing a question', () => {
  it('can draw every one', () => {
    const drawn = [0, 0.25, 0.5, 0.999].map((number) => drawQuestion(bank, () => number)?.id);
    expect(drawn).toEqual(['pace', 'cafe', 'stuck', 'diary']);
  });

  it('draws another than the one just shown', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.constantFrom(...bank),
        (number, { id }) => {
          const drawn = drawQuestion(bank, () => number, id);
          expect(drawn).toBeDefined();
          expect(drawn?.id).not.toBe(id);
        },
      ),
    );
  });

  it('draws the same again when it is the only one', () => {
    const only = [question('only')];
    expect(drawQuestion(only, () => 0.7, 'only')?.id).toBe('only');
  });

  it('draws from all when the one just shown is not among them', () => {
    expect(drawQuestion(bank, () => 0.999, 'gone')?.id).toBe('diary');
  });

  it('draws nothing from nothing', () => {
    const none: { id: string }[] = [];
    expect(drawQuestion(none, () => 0.5)).toBeUndefined();
  });
});
