// One sheet open in two or three tabs: nothing that was written is lost, and the person has the last word.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecord, writeRecord } from '../../../../src/domain/records/envelope';
import {
  answerOf,
  chosen,
  mergeParts,
  sheetRecord,
  type Action,
  type Answer,
  type AnswerValue,
  type Said,
  type Sheet,
  type SheetPart,
} from '../../../../src/domain/records/sheet';
import { fromForm, toForm } from '../../../../src/domain/worksheets/answers';
import { anySheet, field, sections, sheetWith } from '../worksheets/samples';

const said = (value: AnswerValue): Answer => ({ asked: 'What?', value });
const parts = (...changed: SheetPart[]) => new Set(changed);
/** The words of an answer to a text field. */
const textOf = ({ value }: Said) => (typeof value === 'string' ? value : '');
const long = parts('answers.long');
const short = parts('answers.short');

/** One answer, changed here and there from what both had seen before. */
const both = (was: Answer | undefined, mine: Answer | undefined, theirs: Answer | undefined) => {
  const of = (answer: Answer | undefined) => sheetWith(answer ? { long: answer } : {});
  return answerOf(mergeParts(of(theirs), of(mine), long, of(was)), 'long');
};

describe('two tabs write in different fields', () => {
  it('the other tab’s answers stay', () => {
    const merged = mergeParts(
      sheetWith({ long: said('theirs'), short: said('old') }),
      sheetWith({ short: said('mine') }),
      short,
      sheetWith({ short: said('old') }),
    );
    expect(merged.answers).toEqual({ long: said('theirs'), short: said('mine') });
  });

  it('an answer emptied here is taken out, and nothing else', () => {
    const merged = mergeParts(
      sheetWith({ long: said('theirs'), short: said('old') }),
      sheetWith({}),
      short,
      sheetWith({ short: said('old') }),
    );
    expect(merged.answers).toEqual({ long: said('theirs') });
  });

  it('an answer emptied there and not touched here stays empty', () => {
    const merged = mergeParts(sheetWith({}), sheetWith({ long: said('old') }), short, undefined);
    expect(merged.answers).toEqual({});
  });

  it('the side changes only when it was changed here', () => {
    const theirs = sheetWith({}, { side: 'mentor' });
    const mine = sheetWith({}, { side: 'mentee' });
    expect(mergeParts(theirs, mine, parts(), theirs).side).toBe('mentor');
    expect(mergeParts(theirs, mine, parts('side'), theirs).side).toBe('mentee');
    expect(mergeParts(theirs, sheetWith({}), parts('side'), theirs)).not.toHaveProperty('side');
  });

  it('fields met with a deeper question in either count once each', () => {
    const merged = mergeParts(
      sheetWith({}, { nudged: ['long', 'short'] }),
      sheetWith({}, { nudged: ['short', 'mine'] }),
      parts('nudged'),
      undefined,
    );
    expect(merged.nudged).toEqual(['long', 'short', 'mine']);
  });

  it('what one tab called done stays done', () => {
    const done = sheetWith({}, { done: '2026-02-14T09:00:00.000Z' });
    expect(mergeParts(done, sheetWith({ long: said('x') }), long, undefined).done).toBe(done.done);
  });

  it('no sheet given is changed', () => {
    const theirs = sheetWith({ long: said('theirs'), short: { ...said('a'), others: [{ value: 'b' }] } });
    const mine = sheetWith({ short: said('mine') });
    const base = sheetWith({ long: said('before') });
    const before = structuredClone([theirs, mine, base]);
    mergeParts(theirs, mine, parts('answers.short', 'answers.long', 'side', 'nudged'), base);
    expect([theirs, mine, base]).toEqual(before);
  });

  it('only the changed fields differ from what is stored, whatever all of them hold', () => {
    fc.assert(
      fc.property(
        anySheet,
        anySheet,
        fc.subarray(['long', 'ease', 'some', 'gone', 'constructor']),
        (theirs, mine, ids) => {
          const changed = new Set(ids.map((id): SheetPart => `answers.${id}`));
          const merged = mergeParts(theirs, mine, changed, theirs);
          for (const id of new Set([...Object.keys(theirs.answers), ...Object.keys(mine.answers)])) {
            const source = ids.includes(id) ? mine : theirs;
            expect(answerOf(merged, id)).toEqual(answerOf(source, id));
          }
          expect({ ...merged, answers: {} }).toEqual({ ...theirs, answers: {} });
        },
      ),
    );
  });

  it.each(['__proto__', 'constructor', 'toString'])('a field called "%s" puts nothing strange in', (id) => {
    const merged = mergeParts(sheetWith({}), sheetWith({}), parts(`answers.${id}`), sheetWith({}));
    expect(Object.keys(merged.answers)).toEqual([]);
    expect(Object.getPrototypeOf(merged.answers)).toBe(Object.prototype);
    expect(Object.hasOwn(Object.prototype, 'asked')).toBe(false);
  });
});

describe('two tabs write in the same field', () => {
  it('one’s own words stand, and the other tab’s beside them', () => {
    expect(both(undefined, said('mine'), said('theirs'))).toEqual({
      ...said('mine'),
      others: [{ value: 'theirs' }],
    });
  });

  it('there is nothing to choose when the other tab did not change it', () => {
    expect(both(said('old'), said('mine'), said('old'))).toEqual(said('mine'));
  });

  it.each([
    ['said the same', said('We start late'), said('We start late')],
    ['said a part of it', said('We start late, and the end is rushed'), said('We start late')],
    ['emptied it', said('We start late'), { ...said(''), deeper: { asked: 'Why?', value: '' } }],
    ['made the same mark', said(3), said(3)],
    ['chose the same options', said(['focus', 'shape']), said(['focus', 'shape'])],
  ])('there is nothing to choose when the other tab %s', (_, mine, theirs) => {
    expect(both(undefined, mine, theirs)).toEqual(mine);
  });

  it.each([
    ['another mark', said(3), said(4)],
    ['a mark where text stands here', said('3'), said(3)],
    ['other options', said(['focus']), said(['shape'])],
    ['other actions', said([{ id: 'a', what: 'x', who: 'y' }]), said([{ id: 'a', what: 'z', who: 'y' }])],
  ])('%s waits to be chosen from', (_, mine, theirs) => {
    expect(both(undefined, mine, theirs)?.others).toEqual([{ value: theirs.value }]);
  });

  it('what stands under a deeper question waits with its question', () => {
    const deeper = { asked: 'Since when?', value: 'Since May' };
    expect(both(said('fine'), said('fine, mostly'), { ...said('fine'), deeper })).toEqual({
      ...said('fine, mostly'),
      others: [{ value: 'fine', deeper }],
    });
  });

  it('words typed there stay when the field was emptied here', () => {
    expect(both(said('old'), undefined, said('theirs'))).toEqual(said('theirs'));
  });

  it('words typed here stay when the field was emptied there', () => {
    expect(both(said('old'), said('mine'), undefined)).toEqual(said('mine'));
  });

  it('what this tab has seen and changed is not offered again because the other made it private', () => {
    expect(both(said('old'), said('mine'), { ...said('old'), private: true })).toEqual({
      ...said('mine'),
      private: true,
    });
  });

  it('a third tab’s words wait as well', () => {
    const stored: Answer = { ...said('two'), others: [{ value: 'one' }] };
    expect(both(undefined, said('three'), stored)?.others).toEqual([{ value: 'two' }, { value: 'one' }]);
  });

  it('what waits already here waits on, beside what is new', () => {
    const mine: Answer = { ...said('mine'), others: [{ value: 'first' }] };
    expect(both(undefined, mine, said('second'))?.others).toEqual([{ value: 'first' }, { value: 'second' }]);
  });

  it('of each tab only the fullest words wait, not every letter on the way there', () => {
    const mine: Answer = { ...said('b'), others: [{ value: 'We' }, { value: 'We st' }] };
    expect(both(undefined, mine, said('We start late'))?.others).toEqual([{ value: 'We start late' }]);
  });

  it('what waits to be chosen from stays while its field is typed on, or emptied', () => {
    const waiting: Answer = { ...said('mine'), asked: field('long').label, others: [{ value: 'theirs' }] };
    const sheet = sheetWith({ long: waiting });
    for (const value of ['mine and more', '']) {
      const values = toForm(sheet, sections);
      values.answers!['long']!.value = value;
      const typed = fromForm(sheet, values, sections);
      const merged = mergeParts(sheet, typed, long, sheet);
      expect(answerOf(merged, 'long')).toEqual({ ...waiting, value });
    }
  });

  it('an answer in which nothing is left is not kept', () => {
    const waiting: Answer = { ...said(''), others: [{ value: 'theirs' }] };
    expect(both(waiting, chosen(waiting, 'own'), waiting)).toBeUndefined();
    expect(both(said(['focus']), said([]), said(['focus']))).toBeUndefined();
    expect(both(said('x'), { ...said(''), deeper: { asked: '?', value: 'y' } }, said('x'))).toBeDefined();
  });

  it('a drawn question that nobody has answered yet is kept, and so is the next one', () => {
    const drawn = (asked: string): Answer => ({ asked, drawn: true, value: '' });
    expect(both(undefined, drawn('First?'), undefined)).toEqual(drawn('First?'));
    expect(both(drawn('First?'), drawn('Second?'), drawn('First?'))).toEqual(drawn('Second?'));
  });

  it('a private answer stays so, whichever tab made it private', () => {
    const hidden = { ...said('secret'), private: true };
    expect(both(undefined, said('mine'), hidden)).toMatchObject({ private: true });
    expect(both(undefined, hidden, said('theirs'))).toMatchObject({ private: true });
    expect(both(hidden, said('mine'), { ...hidden, value: 'more' })).toMatchObject({ private: true });
    expect(both(hidden, { ...hidden, value: 'more' }, said('open'))).toMatchObject({ private: true });
  });

  it('is no longer private when the person says so, and no other tab has changed it', () => {
    expect(both({ ...said('x'), private: true }, said('x'), { ...said('x'), private: true })).toEqual(
      said('x'),
    );
  });
});

describe('choosing between what two tabs wrote', () => {
  const answer: Answer = {
    ...said('mine'),
    private: true,
    deeper: { asked: 'Why?', value: 'because' },
    others: [{ value: 'first' }, { value: 'second', deeper: { asked: 'Since when?', value: 'May' } }],
  };

  it('one’s own leaves the others out', () => {
    const { others: _, ...own } = answer;
    expect(chosen(answer, 'own')).toEqual(own);
  });

  it('one of the others takes its place, with its own deeper question or none', () => {
    expect(chosen(answer, 0)).toEqual({ ...said('first'), private: true });
    expect(chosen(answer, 1)).toEqual({
      ...said('second'),
      private: true,
      deeper: { asked: 'Since when?', value: 'May' },
    });
  });

  it('all of them stand below each other', () => {
    expect(chosen(answer, 'all')).toEqual({
      ...said('mine\nfirst\nsecond'),
      private: true,
      deeper: { asked: 'Why?', value: 'because\nMay' },
    });
  });

  it('one that is no longer there changes nothing', () => {
    expect(chosen(answer, 2)).toEqual(answer);
    expect(chosen(answer, -1)).toEqual(answer);
    expect(chosen(said('x'), 0)).toEqual(said('x'));
  });

  it('all options that were ticked anywhere, each once', () => {
    expect(chosen({ ...said(['a', 'b']), others: [{ value: ['b', 'c'] }] }, 'all')).toEqual(
      said(['a', 'b', 'c']),
    );
  });

  it('all actions, each once', () => {
    const [one, two, three] = ['1', '2', '3'].map((id): Action => ({ id, what: `do ${id}`, who: 'Owen' }));
    expect(chosen({ ...said([one!, two!]), others: [{ value: [two!, three!] }] }, 'all')).toEqual(
      said([one!, two!, three!]),
    );
  });

  it('of two marks one’s own, for there can be only one', () => {
    expect(chosen({ ...said(2), others: [{ value: 5 }] }, 'all')).toEqual(said(2));
  });

  const text = fc.oneof(
    fc.lorem({ maxCount: 3 }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('', 'a\nb', ' '),
  );
  const words: fc.Arbitrary<Said> = fc
    .record({
      value: text,
      deeper: fc.option(fc.record({ asked: fc.constantFrom('Why?', 'When?'), value: text })),
    })
    .map(({ value, deeper }) => ({ value, ...(deeper && { deeper }) }));
  const waiting = fc
    .tuple(words, fc.array(words, { maxLength: 4 }), fc.boolean())
    .map(([own, others, hidden]): Answer => ({
      ...said(''),
      ...own,
      others,
      ...(hidden && { private: true }),
    }));

  it('all holds every word, whatever was written', () => {
    fc.assert(
      fc.property(waiting, (before) => {
        const all = chosen(before, 'all');
        for (const { value, deeper } of [before, ...(before.others ?? [])]) {
          expect(all.value).toContain(value);
          if (deeper) expect(all.deeper?.value).toContain(deeper.value);
        }
        expect(all).not.toHaveProperty('others');
        expect(all.private).toBe(before.private);
      }),
    );
  });

  it('one of them holds just that one, whatever was written', () => {
    fc.assert(
      fc.property(waiting, (before) => {
        const copy = structuredClone(before);
        const { others = [], ...own } = before;
        expect(chosen(before, 'own')).toEqual(own);
        for (const [at, { value, deeper }] of others.entries()) {
          const { deeper: _, ...rest } = own;
          expect(chosen(before, at)).toEqual({ ...rest, value, ...(deeper && { deeper }) });
        }
        expect(before).toEqual(copy);
      }),
    );
  });
});

/** A tab with the sheet open: what its form shows, what it last saw stored, what it has typed and not saved. */
interface Tab {
  sheet: Sheet;
  base: Sheet;
  changed: Set<SheetPart>;
}

/** What happens in a tab: something is typed or crossed out in a field, it saves, or it hears that another saved. */
interface Happening {
  readonly tab: number;
  readonly field: string;
  readonly what: 'type' | 'correct' | 'under' | 'cross-out' | 'hide' | 'save' | 'hear';
}

/** Tabs on one stored sheet. Every word that is typed is one of a kind: "<tab 1, word 7>". */
function play(tabs: number, happenings: readonly Happening[], start: Sheet = sheetWith({})) {
  let stored = start;
  const open = Array.from({ length: tabs }, (): Tab => ({ sheet: start, base: start, changed: new Set() }));
  /** Words that were typed and not crossed out by the tab that typed them, by field. */
  const alive = new Map<string, { word: string; tab: number; place: 'value' | 'deeper' }[]>();
  const hidden = new Set<string>();

  const save = (tab: Tab) => {
    if (tab.changed.size > 0) stored = mergeParts(stored, tab.sheet, tab.changed, tab.base);
    tab.changed = new Set();
    tab.sheet = tab.base = stored;
  };

  for (const [n, { tab: at, field, what }] of happenings.entries()) {
    const tab = open[at % tabs]!;
    const words = alive.get(field) ?? alive.set(field, []).get(field)!;
    const own = words.filter((one) => one.tab === at % tabs);
    const before: Answer = answerOf(tab.sheet, field) ?? said('');
    const place = what === 'under' ? 'deeper' : 'value';
    const word = `<tab ${at % tabs}, word ${n}>`;
    const crossOut = (text: string, gone: readonly { word: string }[]) =>
      gone.reduce((left, one) => left.replace(one.word, ''), text).trim();
    const put = (answer: Answer | undefined) => {
      const { [field]: _, ...answers } = tab.sheet.answers;
      tab.sheet = { ...tab.sheet, answers: answer ? { ...answers, [field]: answer } : answers };
      tab.changed.add(`answers.${field}`);
    };
    // Only what stands in the form can be crossed out there.
    const gone = own.filter((one) => one.place === 'value' && textOf(before).includes(one.word));
    const value = crossOut(textOf(before), gone);
    switch (what) {
      case 'type':
        put({ ...before, value: `${textOf(before)} ${word}`.trim() });
        break;
      case 'correct':
        put({ ...before, value: `${value} ${word}`.trim() });
        break;
      case 'under':
        put({ ...before, deeper: { asked: 'Why?', value: `${before.deeper?.value ?? ''} ${word}`.trim() } });
        break;
      case 'cross-out':
        if (value || before.deeper || before.others) put({ ...before, value });
        else put(undefined);
        break;
      case 'hide':
        if (before.value !== '') put({ ...before, private: true });
        break;
      case 'save':
        save(tab);
        break;
      case 'hear':
        tab.sheet = mergeParts(stored, tab.sheet, tab.changed, tab.base);
        tab.base = stored;
        break;
    }
    if (what === 'correct' || what === 'cross-out') {
      alive.set(
        field,
        words.filter((one) => !gone.includes(one)),
      );
    }
    if (what === 'type' || what === 'correct' || what === 'under') {
      alive.get(field)!.push({ word, tab: at % tabs, place });
    }
    if (what === 'hide' && before.value !== '') hidden.add(field);
  }
  const order = open.map((_, at) => at);
  return { open, alive, hidden, save, order, stored: () => stored };
}

const happening = (tabs: number, fields: readonly string[]): fc.Arbitrary<Happening> =>
  fc.record({
    tab: fc.nat({ max: tabs - 1 }),
    field: fc.constantFrom(...fields),
    what: fc.constantFrom('type', 'type', 'correct', 'under', 'cross-out', 'hide', 'save', 'save', 'hear'),
  });

const inAnswer = (answer: Answer | undefined, place: 'value' | 'deeper') =>
  answer
    ? [answer, ...(answer.others ?? [])].map((one) => (place === 'value' ? textOf(one) : one.deeper?.value))
    : [];

describe.each([2, 3])(
  '%i tabs type in one sheet, in any order of typing, saving and hearing of each other',
  (tabs) => {
    it('no word is lost that its own tab did not cross out', () => {
      const happenings = fc.array(happening(tabs, ['long', 'short']), { maxLength: 30 });
      const order = fc.shuffledSubarray([...Array(tabs).keys()], { minLength: tabs, maxLength: tabs });
      fc.assert(
        fc.property(happenings, order, (all, last) => {
          const { open, alive, save, stored } = play(tabs, all);
          for (const at of last) save(open[at]!);
          for (const [field, words] of alive) {
            const answer = answerOf(stored(), field);
            for (const { word, place } of words) expect(inAnswer(answer, place).join('\n')).toContain(word);
            // And whoever takes all has all.
            const taken = answer && chosen(answer, 'all');
            for (const { word, place } of words) expect(inAnswer(taken, place).join('\n')).toContain(word);
          }
        }),
        { numRuns: 1000 },
      );
    });

    it('an answer that one of them made private is private in the end', () => {
      const happenings = fc.array(happening(tabs, ['long']), { maxLength: 20 });
      fc.assert(
        fc.property(happenings, (all) => {
          const { open, alive, hidden, save, stored, order } = play(tabs, all);
          // An answer that was crossed out whole took its mark along; what is written later is another.
          fc.pre(!all.some(({ what }) => what === 'cross-out'));
          for (const at of order) save(open[at]!);
          for (const field of hidden) {
            if ((alive.get(field) ?? []).length > 0) expect(answerOf(stored(), field)?.private).toBe(true);
          }
        }),
      );
    });

    it('there is nothing to choose when each has fields of its own', () => {
      const happenings = fc.array(happening(tabs, ['long']), { maxLength: 30 });
      fc.assert(
        fc.property(happenings, (all) => {
          const apart = all.map((one) => ({ ...one, field: `field-${one.tab}` }));
          const { open, save, stored, order } = play(tabs, apart);
          for (const at of order) save(open[at]!);
          for (const answer of Object.values(stored().answers)) expect(answer).not.toHaveProperty('others');
        }),
      );
    });

    it('saving again changes nothing', () => {
      const happenings = fc.array(happening(tabs, ['long', 'short']), { maxLength: 30 });
      fc.assert(
        fc.property(happenings, fc.nat({ max: tabs - 1 }), (all, at) => {
          const { open, save, stored } = play(tabs, all);
          const tab = open[at]!;
          const changed = new Set<SheetPart>(['answers.long', 'answers.short', ...tab.changed]);
          tab.changed = changed;
          save(tab);
          const once = stored();
          tab.changed = changed;
          save(tab);
          expect(stored()).toEqual(once);
          // Nor does the very same write when it is made twice, as after a storage that was full.
          expect(mergeParts(once, tab.sheet, changed, tab.base)).toEqual(once);
        }),
      );
    });

    it('what is stored can be read again', () => {
      const happenings = fc.array(happening(tabs, ['long', 'short']), { maxLength: 20 });
      fc.assert(
        fc.property(happenings, (all) => {
          const { open, save, stored, order } = play(tabs, all);
          for (const at of order) save(open[at]!);
          const text = writeRecord(sheetRecord, stored(), 0, new Date(0));
          expect(readRecord(sheetRecord, text)).toMatchObject({ state: 'ok', record: { data: stored() } });
        }),
      );
    });

    it('no two of the words that wait say the same', () => {
      const happenings = fc.array(happening(tabs, ['long']), { maxLength: 30 });
      fc.assert(
        fc.property(happenings, (all) => {
          const { open, save, stored, order } = play(tabs, all);
          for (const at of order) save(open[at]!);
          const others = answerOf(stored(), 'long')?.others ?? [];
          for (const [at, one] of others.entries()) {
            for (const two of others.slice(at + 1)) expect(one).not.toEqual(two);
          }
        }),
      );
    });
  },
);
