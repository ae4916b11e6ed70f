import { z } from 'zod';
import { OUTCOMES, SIDES, type Outcome, type Side } from '../records/mentorship';
import { WORTH_IT } from '../records/overview';
import type { Answer } from '../records/sheet';
import { slug, words } from '../words/sentence';

/** Where the gallery shows a worksheet, in its order. */
export const WHENS = ['before', 'together', 'after', 'when-needed'] as const;

/** Most questions a person may meet before "more, if you like" (the rule of staying small). */
export const MOST_QUESTIONS = 6;

/** The form library drops what is typed under these names, without a word. */
const NO_FIELD_NAMES = ['constructor', 'prototype'];

const common = {
  id: slug.refine(
    (id) => !NO_FIELD_NAMES.includes(id),
    'is a name that forms keep for themselves; choose another',
  ),
  label: words,
  hint: words.optional(),
  /** A private answer stays in its form and in the person's own backup. */
  private: z.boolean().default(false),
};

/** Asked of the mentor and of the mentee, each with an answer of their own. */
const both = { both: z.boolean().default(false) };

const text = {
  ...common,
  /** Ruled lines on paper, and the height of the empty field. */
  lines: z.number().int().min(1).max(14).default(3),
  /** Deeper questions to offer when the answer says only "fine". */
  deeper: z.array(words).max(4).default([]),
};

const options = z
  .array(
    z.strictObject({
      id: slug,
      label: words,
      /** Of a single choice: the text field whose words can be copied by themselves when this is chosen. */
      copies: slug.optional(),
    }),
  )
  .min(2, 'needs at least two options')
  .superRefine((list, context) => repeats(list, 'option', context));

/** One question of a worksheet. The kind decides how it is drawn, kept and printed. */
export const fieldSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('short-text'), ...text, ...both, lines: text.lines.default(1) }),
    z.strictObject({
      kind: z.literal('long-text'),
      ...text,
      ...both,
      /** Shows what was agreed before and is still open, each to be called kept, changed or dropped. */
      outcomes: z.boolean().default(false),
    }),
    z.strictObject({
      kind: z.literal('scale'),
      ...common,
      ...both,
      /** What the lowest and the highest of the five marks mean. */
      ends: z.strictObject({ low: words, high: words }, 'needs both ends, low and high, in words'),
    }),
    z.strictObject({ kind: z.literal('single-choice'), ...common, ...both, options }),
    z.strictObject({ kind: z.literal('multiple-choice'), ...common, ...both, options }),
    z.strictObject({
      kind: z.literal('date'),
      ...common,
      /** Offers the next date of the plan of check-ins. */
      planned: z.literal(true).optional(),
    }),
    /** What is agreed: what, who, by when. */
    z.strictObject({ kind: z.literal('actions'), ...common }),
    /** A question drawn from the bank, from one's handful or of one's own, and the answer to it. */
    z.strictObject({ kind: z.literal('question'), ...common, ...both, lines: text.lines }),
  ],
  {
    error:
      'has a kind that is not known; use short-text, long-text, scale, single-choice, multiple-choice, date, actions or question',
  },
);

const sectionSchema = z.strictObject({
  id: slug,
  title: words.optional(),
  minutes: z.number().int().min(1).max(120),
  /** Folded away under "more, if you like"; its minutes come on top. */
  more: z.boolean().default(false),
  /** Left out of a talk that has less time than the worksheet takes. */
  spare: z.boolean().default(false),
  fields: z.array(fieldSchema).min(1, 'needs at least one field'),
});

const exampleValue = z.union([words, z.number().int().min(1).max(5), z.array(slug).min(1)]);
const exampleAction = z.strictObject({
  what: words,
  who: words,
  by: z.iso.date().optional(),
  /** What became of it, of one in an earlier sheet. */
  outcome: z.enum(OUTCOMES).optional(),
});

/** An answer of an example as it is written in the file. Which of these fits is the field's to say. */
const exampleAnswer = z.union([
  exampleValue,
  z.array(exampleAction).min(1),
  z.strictObject({ mentor: exampleValue, mentee: exampleValue }),
  z.strictObject({ asked: words, value: words }),
  z.strictObject({ asked: words, mentor: words, mentee: words }),
]);
type ExampleAnswer = z.infer<typeof exampleAnswer>;

const exampleSchema = z.strictObject({
  /** Who wrote it, in a few words: "Amira, a trainee chef, before her second check-in". */
  by: words,
  /** Left out when both wrote it, or the facilitator. */
  side: z.enum(SIDES).optional(),
  answers: z.record(z.string(), exampleAnswer),
  /** The day it was written, and sheets of the same people from before: what looking back shows as long as it is empty. */
  on: z.iso.date().optional(),
  earlier: z
    .array(z.strictObject({ on: z.iso.date(), answers: z.record(z.string(), exampleAnswer) }))
    .default([]),
});

/**
 * One file of `src/content/worksheets`. Checked when the site is built; the browser trusts it.
 * Messages name the field and what is wrong; the file's name is added by the build.
 */
export const worksheetSchema = z
  .strictObject({
    title: words,
    order: z.number().int().positive(),
    /** Who fills it in. */
    who: z.enum(['each-alone', 'both', 'alone', 'facilitator']),
    /** Where the gallery shows it. */
    when: z.enum(WHENS),
    minutes: z.number().int().min(1).max(120),
    description: words.max(155, 'must be at most 155 characters'),
    /** What it is for, said to the person who opens it. */
    purpose: words,
    /** The same, to whoever holds it on paper. */
    paper: words,
    /** The guide page that explains it. */
    guide: slug,
    /** Makes every field private, and those that are added later too. */
    private: z.boolean().default(false),
    /** Shows beside the sheet whom to ask first, where `site.yaml` names someone. */
    contact: z.boolean().default(false),
    sections: z.array(sectionSchema).min(1),
    example: exampleSchema,
  })
  .superRefine((sheet, context) => {
    const fields = sheet.sections.flatMap((section) => section.fields);
    repeats(fields, 'field', context, ['sections']);
    repeats(sheet.sections, 'section', context, ['sections']);

    const asked = sheet.sections.filter((section) => !section.more);
    const minutes = asked.reduce((sum, section) => sum + section.minutes, 0);
    if (minutes !== sheet.minutes) {
      context.addIssue({
        code: 'custom',
        path: ['minutes'],
        message: `is ${sheet.minutes}, but the sections add up to ${minutes} (sections under "more" not counted)`,
      });
    }
    const questions = countQuestions(asked.flatMap((section) => section.fields));
    if (questions > MOST_QUESTIONS) {
      context.addIssue({
        code: 'custom',
        path: ['sections'],
        message: `ask ${questions} questions; at most ${MOST_QUESTIONS} before "more" (neighbouring scales count as one)`,
      });
    }
    checkSides(fields, context);
    checkCopies(fields, context);
    checkExample(sheet.example.answers, fields, context);
    sheet.example.earlier.forEach(({ answers }, at) =>
      checkAnswers(answers, fields, context, ['example', 'earlier', at, 'answers']),
    );
  })
  .transform((sheet) => {
    const fields = sheet.sections.flatMap((section) => section.fields);
    return {
      ...sheet,
      sections: sheet.sections.map((section) => ({
        ...section,
        fields: section.fields.flatMap((field) =>
          asFields({ ...field, private: sheet.private || field.private }),
        ),
      })),
      example: {
        ...sheet.example,
        answers: answersOf(sheet.example.answers, fields),
        earlier: sheet.example.earlier.map(({ on, answers }) => ({
          on,
          answers: answersOf(answers, fields, `${on}-`),
          outcomes: outcomesIn(answers, `${on}-`),
        })),
      },
    };
  });

export type Worksheet = z.infer<typeof worksheetSchema>;
export type Section = Worksheet['sections'][number];
type Written = z.infer<typeof fieldSchema>;

/** A field as it is filled in. What is asked of both sides is two fields, which know their side and each other. */
export type Field = Written & {
  readonly side?: Side;
  /** The id they share in the file. */
  readonly pair?: string;
};
export type FieldKind = Field['kind'];
export type TextField = Extract<Field, { kind: 'short-text' | 'long-text' }>;
export type ChoiceField = Extract<Field, { kind: 'single-choice' | 'multiple-choice' }>;
export type ScaleField = Extract<Field, { kind: 'scale' }>;

type Context = z.core.$RefinementCtx;

/** Questions as a person counts them: neighbouring scales are one; dates, actions and "was it worth it" are none. */
function countQuestions(fields: readonly Written[]): number {
  return fields.filter(
    ({ id, kind }, at) =>
      kind !== 'date' &&
      kind !== 'actions' &&
      id !== WORTH_IT &&
      !(kind === 'scale' && fields[at - 1]?.kind === 'scale'),
  ).length;
}

/** Ids of the two fields that one field for both sides becomes. No slug holds two hyphens, so they are free. */
const sideId = (id: string, side: Side) => `${id}--${side}`;
const isBoth = (field: Written) => 'both' in field && field.both;

const asFields = (field: Written): Field[] =>
  isBoth(field)
    ? SIDES.map((side) => ({ ...field, id: sideId(field.id, side), side, pair: field.id }))
    : [field];

/** @param before first part of the ids of its actions, which other sheets must not have too */
const answersOf = (
  answers: Record<string, ExampleAnswer>,
  fields: readonly Written[],
  before = '',
): Record<string, Answer> =>
  Object.fromEntries(fields.flatMap((field) => asAnswers(field, answers[field.id], before)));

/** What became of actions, by their ids. */
const outcomesIn = (answers: Record<string, ExampleAnswer>, before: string): Record<string, Outcome> =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([field, answer]) =>
      Array.isArray(answer)
        ? answer.flatMap((one, at) =>
            typeof one === 'object' && one.outcome ? [[actionId(field, at, before), one.outcome]] : [],
          )
        : [],
    ),
  );

const actionId = (field: string, at: number, before: string) => `${before}${field}-${at + 1}`;

/** An answer of the example as a sheet holds it. */
function asAnswers(field: Written, answer: ExampleAnswer | undefined, before: string): [string, Answer][] {
  if (answer === undefined) return [];
  const { id, label } = field;
  if (Array.isArray(answer)) {
    const value = answer.every((one) => typeof one === 'string')
      ? answer
      : answer.flatMap((one, at) =>
          typeof one === 'string'
            ? []
            : [
                {
                  id: actionId(id, at, before),
                  what: one.what,
                  who: one.who,
                  ...(one.by !== undefined && { by: one.by }),
                },
              ],
        );
    return [[id, { asked: label, value }]];
  }
  if (typeof answer !== 'object') return [[id, { asked: label, value: answer }]];
  const asked = 'asked' in answer ? answer.asked : label;
  if ('value' in answer) return [[id, { asked, value: answer.value }]];
  return SIDES.map((side) => [sideId(id, side), { asked, value: answer[side] }]);
}

function checkSides(fields: readonly Written[], context: Context): void {
  for (const field of fields) {
    if (isBoth(field) && field.private) {
      context.addIssue({
        code: 'custom',
        path: ['sections', field.id],
        message: 'is asked of both sides, so it cannot be private',
      });
    }
  }
}

function checkCopies(fields: readonly Written[], context: Context): void {
  for (const field of fields) {
    for (const { id, copies } of 'options' in field ? field.options : []) {
      if (copies === undefined) continue;
      const copied = fields.find((one) => one.id === copies);
      const isText = copied?.kind === 'short-text' || copied?.kind === 'long-text';
      const wrong =
        field.kind !== 'single-choice'
          ? 'is for a single choice only'
          : !copied
            ? `names "${copies}", a field that does not exist`
            : !isText || isBoth(copied)
              ? `names "${copies}", which is not a text of one person`
              : undefined;
      const path = ['sections', field.id, 'options', id, 'copies'];
      if (wrong !== undefined) context.addIssue({ code: 'custom', path, message: wrong });
    }
  }
}

function repeats(list: readonly { id: string }[], what: string, context: Context, path: string[] = []): void {
  const seen = new Set<string>();
  for (const { id } of list) {
    if (seen.has(id))
      context.addIssue({ code: 'custom', path, message: `have two of one id: ${what} "${id}"` });
    seen.add(id);
  }
}

function checkExample(
  answers: Record<string, ExampleAnswer>,
  fields: readonly Written[],
  context: Context,
): void {
  const path = ['example', 'answers'];
  checkAnswers(answers, fields, context, path);
  for (const { id, private: hidden } of fields) {
    if (!hidden && !Object.hasOwn(answers, id))
      context.addIssue({ code: 'custom', path: [...path, id], message: 'is missing from the example' });
  }
}

function checkAnswers(
  answers: Record<string, ExampleAnswer>,
  fields: readonly Written[],
  context: Context,
  path: (string | number)[],
): void {
  const complain = (id: string, message: string) =>
    context.addIssue({ code: 'custom', path: [...path, id], message });
  for (const [id, answer] of Object.entries(answers)) {
    const field = fields.find((one) => one.id === id);
    if (!field) complain(id, 'answers a field that does not exist');
    else if (!fits(field, answer)) complain(id, `does not fit a field of kind ${field.kind}`);
  }
}

function fits(field: Written, answer: ExampleAnswer): boolean {
  const isPair = typeof answer === 'object' && 'mentor' in answer;
  if (isBoth(field) !== isPair) return false;
  if (field.kind === 'question') return typeof answer === 'object' && 'asked' in answer;
  if (isPair) return !('asked' in answer) && SIDES.every((side) => fitsOne(field, answer[side]));
  return fitsOne(field, answer);
}

function fitsOne(field: Written, answer: ExampleAnswer): boolean {
  switch (field.kind) {
    case 'scale':
      return typeof answer === 'number';
    case 'multiple-choice':
      return Array.isArray(answer) && answer.every((id) => field.options.some((option) => option.id === id));
    case 'single-choice':
      return field.options.some((option) => option.id === answer);
    case 'actions':
      return Array.isArray(answer) && answer.every((one) => typeof one === 'object');
    case 'short-text':
    case 'long-text':
    case 'date':
      return typeof answer === 'string';
    case 'question':
      return false;
  }
}
