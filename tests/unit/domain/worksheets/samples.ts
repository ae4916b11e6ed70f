// A worksheet file with a field of every kind, as YAML gives it, and answers to go with it.
import fc from 'fast-check';
import type { Answer, Sheet } from '../../../../src/domain/records/sheet';
import { worksheetSchema, type Field, type Section } from '../../../../src/domain/worksheets/definition';

/** A file that keeps every rule; each test spoils one thing in a copy of its own. */
export const wholeFile = () => ({
  title: 'A test of all',
  order: 1,
  who: 'each-alone',
  when: 'before',
  minutes: 10,
  description: 'One field of every kind.',
  purpose: 'To try everything.',
  paper: 'The same on paper.',
  guide: 'past-fine',
  sections: [
    {
      id: 'first',
      minutes: 6,
      fields: [
        { id: 'long', kind: 'long-text', label: 'Tell it at length.', deeper: ['What else happened?'] },
        { id: 'short', kind: 'short-text', label: 'In a word?' },
        { id: 'ease', kind: 'scale', label: 'How easy?', ends: { low: 'Hard', high: 'Easy' } },
        { id: 'pace', kind: 'scale', label: 'How fast?', ends: { low: 'Slow', high: 'Fast' } },
      ] as Record<string, unknown>[],
    },
    {
      id: 'second',
      minutes: 4,
      fields: [
        {
          id: 'one',
          kind: 'single-choice',
          label: 'Which day?',
          options: [
            { id: 'mon', label: 'Monday' },
            { id: 'tue', label: 'Tuesday' },
          ],
        },
        {
          id: 'some',
          kind: 'multiple-choice',
          label: 'What helps?',
          options: [
            { id: 'focus', label: 'Focus' },
            { id: 'support', label: 'Support' },
            { id: 'resources', label: 'Resources' },
          ],
        },
        { id: 'next', kind: 'date', label: 'When next?' },
        { id: 'mine', kind: 'long-text', label: 'What is hard to say?', private: true },
      ] as Record<string, unknown>[],
    },
    {
      id: 'more',
      minutes: 5,
      more: true,
      fields: [{ id: 'extra', kind: 'long-text', label: 'What more?' }] as Record<string, unknown>[],
    },
  ] as Record<string, unknown>[],
  example: {
    by: 'Amira, before her first check-in',
    side: 'mentee',
    answers: {
      long: 'We start late.',
      short: 'Tuesdays',
      ease: 2,
      pace: 4,
      one: 'tue',
      some: ['focus', 'support'],
      next: '2026-02-14',
      extra: 'The exam.',
    },
  } as Record<string, unknown>,
});

export type WholeFile = ReturnType<typeof wholeFile>;

/** The fields of one section of a file. */
export const fieldsIn = (file: WholeFile, section: number) =>
  file.sections[section]!['fields'] as Record<string, unknown>[];

export const answersIn = (file: WholeFile) => file.example['answers'] as Record<string, unknown>;

export const sections: readonly Section[] = worksheetSchema.parse(wholeFile()).sections;

export const fields: readonly Field[] = sections.flatMap((section) => section.fields);

export const field = (id: string): Field => fields.find((one) => one.id === id)!;

export const sheetWith = (answers: Sheet['answers'], part: Partial<Sheet> = {}): Sheet => ({
  id: 's1',
  worksheet: 'test',
  mentorship: 'm1',
  started: '2026-02-03T09:00:00.000Z',
  answers,
  nudged: [],
  ...part,
});

/** Text with something in it, of any letters, over several lines at times. */
export const someText = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.lorem({ mode: 'sentences', maxCount: 2 }),
    fc.constantFrom('No', '0', 'a\nb', '<b>x</b>', '  indented', '{n}', '$&', '__proto__', 'constructor'),
  )
  .filter((text) => text.trim() !== '');

/** An answer that a person can give to a field. */
export function answerTo(field: Field): fc.Arbitrary<Answer> {
  const asked = fc.constant(field.label);
  const kept = field.private ? { private: fc.constant(true) } : { private: fc.constantFrom(undefined, true) };
  const clean = ({
    private: hidden,
    ...rest
  }: Omit<Answer, 'private'> & { private: true | undefined }): Answer => ({
    ...rest,
    ...(hidden && { private: true }),
  });
  switch (field.kind) {
    case 'short-text':
    case 'long-text':
      return fc
        .record({
          asked,
          value: someText,
          deeper: fc.option(fc.record({ asked: fc.constant('What else happened?'), value: fc.string() }), {
            nil: undefined,
          }),
          ...kept,
        })
        .map(({ deeper, ...rest }) => clean({ ...rest, ...(deeper && { deeper }) }));
    case 'scale':
      return fc.record({ asked, value: fc.integer({ min: 1, max: 5 }), ...kept }).map(clean);
    case 'single-choice':
      return fc
        .record({ asked, value: fc.constantFrom(...field.options.map(({ id }) => id)), ...kept })
        .map(clean);
    case 'multiple-choice':
      return fc
        .record({
          asked,
          value: fc.subarray(
            field.options.map(({ id }) => id),
            { minLength: 1 },
          ),
          ...kept,
        })
        .map(clean);
    case 'actions':
      return fc
        .record({
          asked,
          value: fc.uniqueArray(
            fc.record({ id: fc.uuid(), what: someText, who: fc.constantFrom('', 'Ravi', 'both') }),
            { minLength: 1, maxLength: 3, selector: ({ id }) => id },
          ),
          ...kept,
        })
        .map(clean);
    case 'question':
      return fc.record({ asked: someText.map((text) => text.trim()), value: someText, ...kept }).map(clean);
    case 'date':
      return fc
        .record({
          asked,
          value: fc
            .date({
              min: new Date('2020-01-01'),
              max: new Date('2040-01-01'),
              noInvalidDate: true,
            })
            .map((date) => date.toISOString().slice(0, 10)),
          ...kept,
        })
        .map(clean);
  }
}

/** A sheet that answers some of the fields, and some that the worksheet no longer has. */
export const anySheet: fc.Arbitrary<Sheet> = fc
  .tuple(
    fc.record(
      Object.fromEntries(fields.map((one) => [one.id, fc.option(answerTo(one), { nil: undefined })])),
    ),
    fc.dictionary(
      fc.constantFrom('gone', 'gone-too', 'constructor'),
      fc.record({ asked: fc.string(), value: someText }),
    ),
    fc.constantFrom('mentor' as const, 'mentee' as const, undefined),
  )
  .map(([known, gone, side]) => {
    const answers: Sheet['answers'] = {};
    for (const [id, answer] of [...Object.entries(known), ...Object.entries(gone)]) {
      if (answer) answers[id] = answer;
    }
    return sheetWith(answers, side && { side });
  });
