import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecord, writeRecord } from '../../../../src/domain/records/envelope';
import { sheetRecord, type Action, type Answer } from '../../../../src/domain/records/sheet';
import {
  earlyFields,
  fromForm,
  inWords,
  isPrivate,
  toForm,
  withEarly,
  type FormAnswer,
  type FormValues,
} from '../../../../src/domain/worksheets/answers';
import type { Section } from '../../../../src/domain/worksheets/definition';
import { anySheet, field, fields, sections, sheetWith, someText } from './samples';

const written = (id: string, value: FormAnswer['value']) =>
  fromForm(sheetWith({}), { answers: { [id]: { value } } }, sections).answers[id];

describe('a sheet goes into its form and comes out', () => {
  it('the same, whatever is in it', () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        expect(fromForm(sheet, toForm(sheet, sections), sections)).toEqual(sheet);
      }),
    );
  });

  it('the same when the form’s values were sent through JSON', () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        const values = JSON.parse(JSON.stringify(toForm(sheet, sections))) as FormValues;
        expect(fromForm(sheet, values, sections)).toEqual(sheet);
      }),
    );
  });

  it('as a record that can be read again, whatever the form holds', () => {
    const value = fc.oneof(
      fc.string(),
      fc.array(fc.string(), { maxLength: 3 }),
      fc.boolean(),
      fc.constantFrom(null, undefined, 'NaN', 'Infinity', '1e999', '99', '2.5', 'hard'),
    );
    const values = fc.record({
      side: fc.constantFrom('mentor' as const, 'mentee' as const, '' as const, null, undefined),
      answers: fc.record(
        Object.fromEntries(
          fields.map(({ id }) => [
            id,
            fc.option(fc.record({ value, private: fc.constantFrom(true, false, null, undefined) }), {
              nil: undefined,
            }),
          ]),
        ),
      ),
    });
    fc.assert(
      fc.property(anySheet, values, (sheet, given) => {
        const text = writeRecord(sheetRecord, fromForm(sheet, given, sections), 0, new Date(0));
        expect(readRecord(sheetRecord, text).state).toBe('ok');
      }),
    );
  });

  it('with text as a ticked box of its own, left from before the field became a choice of several', () => {
    const some = { asked: 'What helps?', value: 'A walk' };
    const values = toForm(sheetWith({ some }), sections);
    expect(values.answers?.['some']?.value).toEqual(['A walk']);
    expect(fromForm(sheetWith({ some }), values, sections).answers['some']?.value).toEqual(['A walk']);
    expect(toForm(sheetWith({ some: { ...some, value: '' } }), sections).answers?.['some']?.value).toEqual(
      [],
    );
  });

  it('with every field empty when nothing is stored', () => {
    expect(toForm(sheetWith({}), sections)).toEqual({
      side: '',
      answers: {
        long: { value: '', private: false },
        short: { value: '', private: false },
        ease: { value: '', private: false },
        pace: { value: '', private: false },
        one: { value: '', private: false },
        some: { value: [], private: false },
        next: { value: '', private: false },
        mine: { value: '', private: false },
        extra: { value: '', private: false },
      },
    });
  });
});

describe('what a form holds is kept as an answer', () => {
  it('with the question as it was asked', () => {
    expect(written('long', 'We start late')).toEqual({ asked: 'Tell it at length.', value: 'We start late' });
  });

  it('as a number for a mark on a scale', () => {
    expect(written('ease', '4')?.value).toBe(4);
  });

  it('as several options for a choice of several', () => {
    expect(written('some', ['focus', 'support'])?.value).toEqual(['focus', 'support']);
  });

  it.each(['We start late', '7', '0', '2.5', 'Infinity'])(
    'as text when a scale holds %j, left from before the field became a scale',
    (text) => {
      expect(written('ease', text)?.value).toBe(text);
    },
  );

  it.each([
    ['an empty text', 'long', ''],
    ['spaces and empty lines', 'long', ' \n '],
    ['an untouched mark', 'ease', null],
    ['no box ticked', 'some', []],
    ['an input that was never there', 'next', undefined],
  ])('%s is no answer', (_, id, value) => {
    expect(written(id, value)).toBeUndefined();
  });

  it('a field that is emptied loses its answer', () => {
    const sheet = sheetWith({
      long: { asked: 'Tell it.', value: 'old' },
      short: { asked: 'In a word?', value: 'x' },
    });
    const values = toForm(sheet, sections);
    values.answers!['long'] = { value: '' };
    expect(Object.keys(fromForm(sheet, values, sections).answers)).toEqual(['short']);
  });

  it('a field that the form does not speak of keeps its answer', () => {
    const sheet = sheetWith({ long: { asked: 'Tell it.', value: 'old' } });
    expect(fromForm(sheet, {}, sections)).toEqual(sheet);
    expect(fromForm(sheet, { answers: { short: { value: 'x' } } }, sections).answers['long']?.value).toBe(
      'old',
    );
  });

  it('an answer stays when its field was taken out of the worksheet', () => {
    const gone = { asked: 'How was the weather?', value: 'Wet' };
    const sheet = sheetWith({ gone });
    expect(fromForm(sheet, toForm(sheet, sections), sections).answers).toEqual({ gone });
  });

  it('an answer stays private that its writer made private', () => {
    const sheet = sheetWith({ long: { asked: 'Tell it at length.', value: 'old', private: true } });
    const values = toForm(sheet, sections);
    values.answers!['long']!.value = 'new';
    expect(fromForm(sheet, values, sections).answers['long']).toMatchObject({ value: 'new', private: true });
  });

  it('an answer is private from the moment its writer ticks the box, and open again when they take the tick back', () => {
    const ticked: FormValues = { answers: { long: { value: 'secret', private: true } } };
    const hidden = fromForm(sheetWith({}), ticked, sections);
    expect(hidden.answers['long']).toEqual({ asked: field('long').label, value: 'secret', private: true });
    expect(toForm(hidden, sections).answers?.['long']?.private).toBe(true);
    const untouched: FormValues = { answers: { long: { value: 'secret' } } };
    expect(fromForm(hidden, untouched, sections).answers['long']?.private).toBe(true);
    const back: FormValues = { answers: { long: { value: 'secret', private: false } } };
    expect(fromForm(hidden, back, sections).answers['long']).not.toHaveProperty('private');
  });

  it('a tick alone is no answer', () => {
    const ticked: FormValues = { answers: { long: { value: ' ', private: true } } };
    expect(fromForm(sheetWith({}), ticked, sections).answers).toEqual({});
  });

  it('an answer to a private field stays private, whatever the form says', () => {
    fc.assert(
      fc.property(
        anySheet,
        someText,
        fc.constantFrom(true, false, null, undefined),
        (sheet, value, hidden) => {
          const values = { answers: { mine: { value, private: hidden } } };
          expect(fromForm(sheet, values, sections).answers['mine']?.private).toBe(true);
        },
      ),
    );
  });

  it('an answer to a private field says so itself, so that it stays private when the field is gone', () => {
    expect(written('mine', 'I want to stop')).toMatchObject({ private: true });
    expect(written('long', 'We start late')).not.toHaveProperty('private');
  });

  it('a taken deeper question is kept with what is written under it', () => {
    const deeper = { asked: 'What else happened?', value: 'The labels.' };
    const values = { answers: { long: { value: 'fine', deeper } } };
    expect(fromForm(sheetWith({}), values, sections).answers['long']).toMatchObject({
      value: 'fine',
      deeper,
    });
  });

  it('what is written under a deeper question stays when the answer above it is emptied', () => {
    const deeper = { asked: 'What else happened?', value: 'The labels.' };
    const values = { answers: { long: { value: '', deeper } } };
    expect(fromForm(sheetWith({}), values, sections).answers['long']).toMatchObject({ value: '', deeper });
  });

  it('a deeper question with nothing under it does not keep an emptied answer', () => {
    const values = { answers: { long: { value: '', deeper: { asked: 'What else?', value: '' } } } };
    expect(fromForm(sheetWith({}), values, sections).answers).toEqual({});
  });

  it('the side is kept, and taken out when it is taken back', () => {
    expect(fromForm(sheetWith({}), { side: 'mentor' }, sections).side).toBe('mentor');
    expect(fromForm(sheetWith({}, { side: 'mentor' }), { side: '' }, sections)).not.toHaveProperty('side');
    expect(fromForm(sheetWith({}, { side: 'mentor' }), { side: null }, sections)).not.toHaveProperty('side');
  });

  it('words of other tabs stay until they are chosen from, even when one’s own are emptied', () => {
    const others = [{ value: 'theirs', deeper: { asked: 'Why?', value: 'because' } }];
    const waiting: Answer = { asked: field('long').label, value: 'mine', private: true, others };
    const sheet = sheetWith({
      long: waiting,
      some: { asked: 'What helps?', value: ['focus'], others: [{ value: [] }] },
    });
    expect(fromForm(sheet, toForm(sheet, sections), sections)).toEqual(sheet);
    for (const value of ['mine, and more', '', '  ', null]) {
      const values: FormValues = { answers: { long: { value, private: true } } };
      expect(fromForm(sheet, values, sections).answers['long']).toMatchObject({ private: true, others });
    }
  });

  it('an emptied field whose other words were all settled loses its answer', () => {
    const settled: Answer = { asked: field('long').label, value: 'mine', others: [] };
    expect(
      fromForm(sheetWith({ long: settled }), { answers: { long: { value: '' } } }, sections).answers,
    ).toEqual({});
  });

  it('the sheet it started from is left as it was', () => {
    fc.assert(
      fc.property(anySheet, anySheet, (sheet, other) => {
        const before = structuredClone(sheet);
        fromForm(sheet, toForm(other, sections), sections);
        expect(sheet).toEqual(before);
      }),
    );
  });
});

describe('what was typed before the page came alive', () => {
  const texts = (values: FormValues, id: string) => {
    const value = values.answers?.[id]?.value;
    return typeof value === 'string' ? value : '';
  };
  const typedIn = (id: string, value: FormAnswer['value']): FormValues => ({ answers: { [id]: { value } } });

  it('stands alone when nothing was stored', () => {
    const merged = withEarly(toForm(sheetWith({}), sections), typedIn('long', 'We st'), sections);
    expect(merged.answers?.['long']).toEqual({ value: 'We st', private: false });
  });

  it('stands below what was stored', () => {
    const stored = toForm(sheetWith({ long: { asked: '?', value: 'We start late.' } }), sections);
    const merged = withEarly(stored, typedIn('long', 'And the'), sections);
    expect(texts(merged, 'long')).toBe('We start late.\nAnd the');
  });

  it('is not doubled when the browser had put the stored text back itself', () => {
    const stored = toForm(
      sheetWith({ long: { asked: '?', value: 'We start late.\nAnd the end' } }),
      sections,
    );
    expect(texts(withEarly(stored, typedIn('long', 'We start late.\nAnd the end'), sections), 'long')).toBe(
      'We start late.\nAnd the end',
    );
    expect(texts(withEarly(stored, typedIn('long', 'And the end'), sections), 'long')).toBe(
      'We start late.\nAnd the end',
    );
  });

  it('is there to be typed on even when its first letters happen to stand in the stored text', () => {
    const stored = toForm(sheetWith({ long: { asked: '?', value: 'I know we start late' } }), sections);
    expect(texts(withEarly(stored, typedIn('long', 'no'), sections), 'long')).toBe(
      'I know we start late\nno',
    );
  });

  it('loses nothing of either, in any text field', () => {
    const early = fc.dictionary(fc.constantFrom('long', 'short', 'mine', 'extra'), someText);
    fc.assert(
      fc.property(anySheet, early, (sheet, typed) => {
        const stored = toForm(sheet, sections);
        const merged = withEarly(
          stored,
          { answers: Object.fromEntries(Object.entries(typed).map(([id, value]) => [id, { value }])) },
          sections,
        );
        for (const { id } of fields) {
          const before = stored.answers?.[id];
          if (typeof before?.value === 'string') expect(texts(merged, id)).toContain(before.value);
          else expect(merged.answers?.[id]?.value).toEqual(before?.value);
          expect(texts(merged, id)).toContain(typed[id] ?? '');
          expect(merged.answers?.[id]?.deeper).toEqual(before?.deeper);
        }
      }),
    );
  });

  it('a mark or a choice just made replaces the older one', () => {
    const stored = toForm(
      sheetWith({
        ease: { asked: '?', value: 1 },
        one: { asked: '?', value: 'mon' },
        some: { asked: '?', value: ['focus', 'support'] },
        next: { asked: '?', value: '2026-02-14' },
      }),
      sections,
    );
    const early: FormValues = {
      answers: {
        ease: { value: '5' },
        one: { value: 'tue' },
        some: { value: ['resources'] },
        next: { value: '2026-03-14' },
      },
    };
    expect(withEarly(stored, early, sections).answers).toMatchObject(early.answers!);
  });

  it('nothing typed changes nothing', () => {
    fc.assert(
      fc.property(anySheet, fc.constantFrom('', ' ', null, undefined, [], false), (sheet, value) => {
        const stored = toForm(sheet, sections);
        const early = { answers: Object.fromEntries(fields.map(({ id }) => [id, { value }])) };
        expect(withEarly(stored, early, sections)).toEqual(stored);
        expect(withEarly(stored, {}, sections)).toEqual(stored);
      }),
    );
  });

  it('a tick for "private" made early counts, and none takes a stored one away', () => {
    const open = toForm(sheetWith({ long: { asked: '?', value: 'x' } }), sections);
    const hidden = toForm(sheetWith({ long: { asked: '?', value: 'x', private: true } }), sections);
    const ticked: FormValues = { answers: { long: { value: '', private: true } } };
    expect(withEarly(open, ticked, sections).answers?.['long']).toEqual({ value: 'x', private: true });
    expect(withEarly(hidden, ticked, sections).answers?.['long']).toEqual({ value: 'x', private: true });
    for (const none of [false, null, undefined]) {
      const early: FormValues = { answers: { long: { value: 'y', private: none } } };
      expect(withEarly(hidden, early, sections).answers?.['long']).toEqual({ value: 'x\ny', private: true });
    }
  });

  it('a side chosen early counts, else the stored one', () => {
    const stored = toForm(sheetWith({}, { side: 'mentor' }), sections);
    expect(withEarly(stored, { side: 'mentee' }, sections).side).toBe('mentee');
    expect(withEarly(stored, { side: null }, sections).side).toBe('mentor');
  });

  it('is named field by field, so that it is saved', () => {
    expect(
      earlyFields({
        answers: {
          long: { value: 'x' },
          short: { value: '  ' },
          ease: { value: null },
          pace: { value: '3' },
          some: { value: [], private: false },
          one: undefined,
          mine: { value: '', private: false },
          extra: { value: '', private: true },
        },
      }),
    ).toEqual(['long', 'pace', 'extra']);
    expect(earlyFields({})).toEqual([]);
  });
});

describe('an answer in words', () => {
  it.each([
    ['text as it is', 'long', 'We start\nlate', ['We start\nlate']],
    ['a mark as its number', 'ease', 4, ['4']],
    ['an option by its label', 'one', 'tue', ['Tuesday']],
    ['several options by their labels', 'some', ['focus', 'resources'], ['Focus', 'Resources']],
    ['an option that is no longer offered by its id', 'one', 'sunday', ['sunday']],
    ['nothing as no words', 'long', '', []],
  ])('%s', (_, id, value, said) => {
    expect(inWords(field(id), value)).toEqual(said);
  });

  it('actions, one in a line: what, who, by when', () => {
    const actions: Action[] = [
      { id: 'a1', what: 'Phones off', who: 'Both', by: '2026-05-01' },
      { id: 'a2', what: 'One topic a meeting', who: 'Owen' },
      { id: 'a3', what: 'Start at nine', who: '' },
    ];
    const lines = ['Phones off · Both · 2026-05-01', 'One topic a meeting · Owen', 'Start at nine'];
    expect(inWords(undefined, actions)).toEqual(lines);
    expect(inWords(field('some'), actions)).toEqual(lines);
    expect(inWords(field('long'), [])).toEqual([]);
  });

  it('actions whose field became a text stand in its form, a line each', () => {
    const value = [
      { id: 'a1', what: 'Phones off', who: 'Both' },
      { id: 'a2', what: 'One topic', who: 'Owen' },
    ];
    const sheet = sheetWith({ long: { asked: '?', value } });
    expect(toForm(sheet, sections).answers?.['long']?.value).toBe('Phones off · Both\nOne topic · Owen');
  });

  it('whose field is gone', () => {
    expect(inWords(undefined, 'Wet')).toEqual(['Wet']);
    expect(inWords(undefined, ['a', 'b'])).toEqual(['a', 'b']);
    expect(inWords(undefined, 3)).toEqual(['3']);
  });
});

describe('whether an answer is private', () => {
  it.each([
    ['by its field', field('mine'), { asked: '?', value: 'x' }, true],
    ['by its writer', field('long'), { asked: '?', value: 'x', private: true }, true],
    ['by its writer, its field gone', undefined, { asked: '?', value: 'x', private: true }, true],
    ['by neither', field('long'), { asked: '?', value: 'x' }, false],
    [
      'by its field, though the writer never said',
      field('mine'),
      { asked: '?', value: 'x', private: false },
      true,
    ],
  ])('%s', (_, asked, answer, hidden) => {
    expect(isPrivate(asked, answer)).toBe(hidden);
  });
});

describe('a field named like something every object carries', () => {
  // The definition refuses such names; a sheet that came with one must not break the page all the same.
  const odd: Section[] = [
    { id: 's', minutes: 1, more: false, spare: false, fields: [{ ...field('long'), id: 'constructor' }] },
  ];

  it('starts empty', () => {
    expect(toForm(sheetWith({}), odd).answers).toEqual({ constructor: { value: '', private: false } });
  });

  it('is left alone by a form that does not speak of it', () => {
    expect(fromForm(sheetWith({}), { answers: {} }, odd).answers).toEqual({});
    expect(withEarly({ answers: {} }, { answers: {} }, odd).answers).toEqual({ constructor: {} });
  });

  it('keeps what is written in it', () => {
    const values = { answers: { constructor: { value: 'x' } } };
    expect(Object.hasOwn(fromForm(sheetWith({}), values, odd).answers, 'constructor')).toBe(true);
  });
});
