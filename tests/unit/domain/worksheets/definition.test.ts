// A wrong worksheet file stops the build with the place and what is wrong there.
import { describe, expect, it } from 'vitest';
import { MOST_QUESTIONS, worksheetSchema } from '../../../../src/domain/worksheets/definition';
import { answersIn, fieldsIn, wholeFile, type WholeFile } from './samples';

/** What the build would say of a file: "place: reason", one line a fault. */
function complaints(spoil: (file: WholeFile) => void): string[] {
  const file = wholeFile();
  spoil(file);
  const { error } = worksheetSchema.safeParse(file);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const scale = (id: string) => ({
  id,
  kind: 'scale',
  label: `How ${id}?`,
  ends: { low: 'Low', high: 'High' },
});
const text = (id: string) => ({ id, kind: 'short-text', label: `What ${id}?` });
const date = (id: string) => ({ id, kind: 'date', label: `When ${id}?` });

/** Puts fields into the first section and gives each an example. */
function asking(file: WholeFile, add: { id: string; kind: string }[]) {
  fieldsIn(file, 0).push(...add);
  for (const { id, kind } of add) answersIn(file)[id] = kind === 'scale' ? 3 : 'Said';
}

describe('a file that keeps the rules', () => {
  it('is taken', () => {
    expect(complaints(() => undefined)).toEqual([]);
  });

  it('may leave out hints, lines and deeper questions', () => {
    const { sections } = worksheetSchema.parse(wholeFile());
    expect(sections[0]!.fields[1]).toMatchObject({ id: 'short', lines: 1, deeper: [], private: false });
    expect(sections[0]!.fields[0]).toMatchObject({ id: 'long', lines: 3 });
    expect(sections[0]!.more).toBe(false);
  });

  it('may leave the example of a private field out', () => {
    expect(answersIn(wholeFile())).not.toHaveProperty('mine');
  });
});

describe('a wrong file is told where and why', () => {
  it.each<[string, (file: WholeFile) => void, RegExp]>([
    [
      'a field without a label',
      (file) => delete fieldsIn(file, 0)[0]!['label'],
      /^sections\.0\.fields\.0\.label: .*expected string, received undefined/,
    ],
    [
      'a label of spaces',
      (file) => (fieldsIn(file, 0)[0]!['label'] = '  '),
      /^sections\.0\.fields\.0\.label: must not be empty$/,
    ],
    [
      'a kind that is not known',
      (file) => (fieldsIn(file, 0)[1]!['kind'] = 'essay'),
      /^sections\.0\.fields\.1\.kind: has a kind that is not known; use short-text, long-text, scale/,
    ],
    [
      'a field without a kind',
      (file) => delete fieldsIn(file, 0)[1]!['kind'],
      /^sections\.0\.fields\.1\.kind: has a kind that is not known/,
    ],
    [
      'a scale without ends',
      (file) => delete fieldsIn(file, 0)[2]!['ends'],
      /^sections\.0\.fields\.2\.ends: needs both ends, low and high, in words$/,
    ],
    [
      'a scale with one end',
      (file) => (fieldsIn(file, 0)[2]!['ends'] = { low: 'Hard' }),
      /^sections\.0\.fields\.2\.ends\.high: .*expected string, received undefined/,
    ],
    [
      'two fields of one id',
      (file) => (fieldsIn(file, 0)[1]!['id'] = 'long'),
      /^sections: have two of one id: field "long"$/,
    ],
    [
      'two fields of one id in different sections, one folded away',
      (file) => (fieldsIn(file, 2)[0]!['id'] = 'long'),
      /^sections: have two of one id: field "long"$/,
    ],
    [
      'two sections of one id',
      (file) => (file.sections[1]!['id'] = 'first'),
      /^sections: have two of one id: section "first"$/,
    ],
    [
      'two options of one id',
      (file) => {
        fieldsIn(file, 1)[0]!['options'] = [
          { id: 'tue', label: 'Tuesday' },
          { id: 'tue', label: 'Another Tuesday' },
        ];
      },
      /^sections\.1\.fields\.0\.options: have two of one id: option "tue"$/,
    ],
    [
      'minutes that do not add up',
      (file) => (file.minutes = 12),
      /^minutes: is 12, but the sections add up to 10 \(sections under "more" not counted\)$/,
    ],
    [
      'a section without minutes',
      (file) => delete file.sections[0]!['minutes'],
      /^sections\.0\.minutes: .*expected number, received undefined/,
    ],
    [
      'a choice without options',
      (file) => delete fieldsIn(file, 1)[0]!['options'],
      /^sections\.1\.fields\.0\.options: .*expected array, received undefined/,
    ],
    [
      'a choice with one option',
      (file) => (fieldsIn(file, 1)[0]!['options'] = [{ id: 'tue', label: 'Tuesday' }]),
      /^sections\.1\.fields\.0\.options: needs at least two options$/,
    ],
    [
      'an option without a label',
      (file) => (fieldsIn(file, 1)[0]!['options'] = [{ id: 'mon' }, { id: 'tue', label: 'Tuesday' }]),
      /^sections\.1\.fields\.0\.options\.0\.label: .*expected string, received undefined/,
    ],
    [
      'a section without fields',
      (file) => (file.sections[0]!['fields'] = []),
      /^sections\.0\.fields: needs at least one field$/,
    ],
    [
      'an example for a field that does not exist',
      (file) => (answersIn(file)['weather'] = 'Fine'),
      /^example\.answers\.weather: answers a field that does not exist$/,
    ],
    [
      'an example for a name that every object carries',
      (file) => (answersIn(file)['constructor'] = 'Fine'),
      /^example\.answers\.constructor: answers a field that does not exist$/,
    ],
    [
      'words for a scale',
      (file) => (answersIn(file)['ease'] = 'hard'),
      /^example\.answers\.ease: does not fit a field of kind scale$/,
    ],
    ['a mark of 6', (file) => (answersIn(file)['ease'] = 6), /^example\.answers\.ease: /],
    [
      'a mark for a text',
      (file) => (answersIn(file)['long'] = 3),
      /^example\.answers\.long: does not fit a field of kind long-text$/,
    ],
    [
      'a mark for a date',
      (file) => (answersIn(file)['next'] = 3),
      /^example\.answers\.next: does not fit a field of kind date$/,
    ],
    [
      'one word for a choice of several',
      (file) => (answersIn(file)['some'] = 'focus'),
      /^example\.answers\.some: does not fit a field of kind multiple-choice$/,
    ],
    [
      'an option that is not offered, among several',
      (file) => (answersIn(file)['some'] = ['focus', 'money']),
      /^example\.answers\.some: does not fit a field of kind multiple-choice$/,
    ],
    [
      'an option that is not offered',
      (file) => (answersIn(file)['one'] = 'sunday'),
      /^example\.answers\.one: does not fit a field of kind single-choice$/,
    ],
    [
      'a missing example answer',
      (file) => delete answersIn(file)['extra'],
      /^example\.answers\.extra: is missing from the example$/,
    ],
    ['no example', (file) => delete (file as Partial<WholeFile>).example, /^example: /],
    [
      'an earlier example for a field that does not exist',
      (file) => (file.example['earlier'] = [{ on: '2026-01-01', answers: { weather: 'Rain' } }]),
      /^example\.earlier\.0\.answers\.weather: answers a field that does not exist$/,
    ],
    [
      'an earlier example on a day that does not exist',
      (file) => (file.example['earlier'] = [{ on: '2026-02-30', answers: {} }]),
      /^example\.earlier\.0\.on: /,
    ],
    ['an unknown key', (file) => Object.assign(file, { colour: 'red' }), /^: Unrecognized key: "colour"$/],
    [
      'an unknown key in a field',
      (file) => (fieldsIn(file, 0)[0]!['placeholder'] = 'Type here'),
      /^sections\.0\.fields\.0: Unrecognized key: "placeholder"$/,
    ],
    [
      'deeper questions under a scale',
      (file) => (fieldsIn(file, 0)[2]!['deeper'] = ['Why?']),
      /^sections\.0\.fields\.2: Unrecognized key: "deeper"$/,
    ],
    [
      'a field id with a capital and a space',
      (file) => (fieldsIn(file, 0)[0]!['id'] = 'Going well'),
      /^sections\.0\.fields\.0\.id: must be small letters, digits and single hyphens/,
    ],
    [
      'a description too long for a search result',
      (file) => (file.description = 'x'.repeat(156)),
      /^description: must be at most 155 characters$/,
    ],
  ])('%s', (_, spoil, said) => {
    const found = complaints(spoil);
    expect(
      found.some((line) => said.test(line)),
      found.join('\n') || 'no complaint',
    ).toBe(true);
  });

  // A form drops what is typed into a field of such a name without a word.
  it.each(['constructor', 'prototype'])('a field called "%s", which a form could not keep', (id) => {
    const found = complaints((file) => {
      fieldsIn(file, 0)[0]!['id'] = id;
      answersIn(file)[id] = answersIn(file)['long'];
      delete answersIn(file)['long'];
    });
    expect(found).toEqual([
      'sections.0.fields.0.id: is a name that forms keep for themselves; choose another',
    ]);
  });
});

describe('at most six questions before "more, if you like"', () => {
  // long, short, the two scales, one, some, mine: the scales are one question, the date is none.
  const askedAlready = 6;

  it('the sample asks six, its two neighbouring scales counted once and its date not at all', () => {
    expect(askedAlready).toBe(MOST_QUESTIONS);
    expect(complaints(() => undefined)).toEqual([]);
  });

  it('a seventh is too many', () => {
    expect(complaints((file) => asking(file, [text('seventh')]))).toEqual([
      'sections: ask 7 questions; at most 6 before "more" (neighbouring scales count as one)',
    ]);
  });

  it('a third scale beside the two adds nothing', () => {
    expect(complaints((file) => asking(file, [scale('third')]))).toEqual([]);
  });

  it('a scale apart from the others is a question', () => {
    const apart = (file: WholeFile) => {
      fieldsIn(file, 0).unshift(scale('apart'));
      answersIn(file)['apart'] = 3;
    };
    expect(complaints(apart)).toHaveLength(1);
  });

  it('a second date adds nothing', () => {
    expect(complaints((file) => asking(file, [date('later')]))).toEqual([]);
  });

  it('any number may stand under "more"', () => {
    const many = (file: WholeFile) => {
      for (const id of 'abcdefgh') {
        fieldsIn(file, 2).push(text(id));
        answersIn(file)[id] = 'Said';
      }
    };
    expect(complaints(many)).toEqual([]);
  });
});
