import { z } from 'zod';
import { slug, words } from '../words/sentence';

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

const text = {
  ...common,
  /** Ruled lines on paper, and the height of the empty field. */
  lines: z.number().int().min(1).max(14).default(3),
  /** Deeper questions to offer when the answer says only "fine". */
  deeper: z.array(words).max(4).default([]),
};

const options = z
  .array(z.strictObject({ id: slug, label: words }))
  .min(2, 'needs at least two options')
  .superRefine((list, context) => repeats(list, 'option', context));

/** One question of a worksheet. The kind decides how it is drawn, kept and printed. */
export const fieldSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('short-text'), ...text, lines: text.lines.default(1) }),
    z.strictObject({ kind: z.literal('long-text'), ...text }),
    z.strictObject({
      kind: z.literal('scale'),
      ...common,
      /** What the lowest and the highest of the five marks mean. */
      ends: z.strictObject({ low: words, high: words }, 'needs both ends, low and high, in words'),
    }),
    z.strictObject({ kind: z.literal('single-choice'), ...common, options }),
    z.strictObject({ kind: z.literal('multiple-choice'), ...common, options }),
    z.strictObject({ kind: z.literal('date'), ...common }),
  ],
  {
    error:
      'has a kind that is not known; use short-text, long-text, scale, single-choice, multiple-choice or date',
  },
);

const sectionSchema = z.strictObject({
  id: slug,
  title: words.optional(),
  minutes: z.number().int().min(1).max(120),
  /** Folded away under "more, if you like"; its minutes come on top. */
  more: z.boolean().default(false),
  fields: z.array(fieldSchema).min(1, 'needs at least one field'),
});

const exampleSchema = z.strictObject({
  /** Who wrote it, in a few words: "Amira, a trainee chef, before her second check-in". */
  by: words,
  side: z.enum(['mentor', 'mentee']),
  answers: z.record(z.string(), z.union([words, z.number().int().min(1).max(5), z.array(slug).min(1)])),
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
    when: z.enum(['before', 'together', 'after', 'when-needed']),
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
    checkExample(sheet.example.answers, fields, context);
  })
  .transform((sheet) => {
    const kept = (field: Field): Field => ({ ...field, private: sheet.private || field.private });
    return {
      ...sheet,
      sections: sheet.sections.map((section) => ({ ...section, fields: section.fields.map(kept) })),
    };
  });

export type Worksheet = z.infer<typeof worksheetSchema>;
export type Section = Worksheet['sections'][number];
export type Field = z.infer<typeof fieldSchema>;
export type FieldKind = Field['kind'];
export type TextField = Extract<Field, { kind: 'short-text' | 'long-text' }>;
export type ChoiceField = Extract<Field, { kind: 'single-choice' | 'multiple-choice' }>;
export type ScaleField = Extract<Field, { kind: 'scale' }>;

type Context = z.core.$RefinementCtx;

/** Questions as a person counts them: neighbouring scales are one, a date is none. */
function countQuestions(fields: readonly Field[]): number {
  return fields.filter(
    (field, at) => field.kind !== 'date' && !(field.kind === 'scale' && fields[at - 1]?.kind === 'scale'),
  ).length;
}

function repeats(list: readonly { id: string }[], what: string, context: Context, path: string[] = []): void {
  const seen = new Set<string>();
  for (const { id } of list) {
    if (seen.has(id))
      context.addIssue({ code: 'custom', path, message: `have two of one id: ${what} "${id}"` });
    seen.add(id);
  }
}

function checkExample(answers: Record<string, unknown>, fields: readonly Field[], context: Context): void {
  const complain = (id: string, message: string) =>
    context.addIssue({ code: 'custom', path: ['example', 'answers', id], message });
  for (const [id, answer] of Object.entries(answers)) {
    const field = fields.find((one) => one.id === id);
    if (!field) complain(id, 'answers a field that does not exist');
    else if (!fits(field, answer)) complain(id, `does not fit a field of kind ${field.kind}`);
  }
  for (const field of fields) {
    if (!field.private && !Object.hasOwn(answers, field.id))
      complain(field.id, 'is missing from the example');
  }
}

function fits(field: Field, answer: unknown): boolean {
  switch (field.kind) {
    case 'scale':
      return typeof answer === 'number';
    case 'multiple-choice':
      return Array.isArray(answer) && answer.every((id) => field.options.some((option) => option.id === id));
    case 'single-choice':
      return field.options.some((option) => option.id === answer);
    case 'short-text':
    case 'long-text':
    case 'date':
      return typeof answer === 'string';
  }
}
