import { z } from 'zod';

/** The layers of a mentorship that a question can touch. */
export const LEVELS = [
  'skills',
  'styles',
  'insights',
  'emotional-intelligence',
  'leadership',
  'team-building',
  'personal-development',
] as const;

/** How far a question goes, from easy to answer to hard to say. */
export const DEPTHS = ['opener', 'probing', 'candid'] as const;

/** Who may ask a question: either of the two, or one side only. */
export const ASKERS = ['either', 'mentor', 'mentee'] as const;

export type Level = (typeof LEVELS)[number];
export type Depth = (typeof DEPTHS)[number];
export type Asker = (typeof ASKERS)[number];

/** Most levels one question may name; more would say nothing about it. */
const MOST_LEVELS = 3;

// The mark lets a bundler drop the schema, and zod with it, from pages that only filter or draw.
/**
 * One file of `src/content/questions`: its `title`, a line or two `about` it, and its `questions`. Every question
 * has an `id` that is unique in the file, its `text`, who may ask it (`asker`), its `depth`, at most three `levels`
 * (none when left out) and a `followUp`, the smaller question for when the answer is vague. Anything else is an
 * error. Messages say what is wrong with the field that the error's path names.
 */
export const themeSchema = /* @__PURE__ */ buildThemeSchema();

export type Theme = z.infer<typeof themeSchema>;
export type Question = Theme['questions'][number];

/** A question together with the id of the theme it comes from. */
export type ThemedQuestion = Question & { readonly theme: string };

/**
 * Gives the questions of all themes as one list, in the order of the themes and of each file. A theme's `id` is its
 * file's name.
 *
 * @throws Error that names the id and both themes when two themes use one question id.
 */
export function questionsOf(
  themes: readonly { readonly id: string; readonly data: Theme }[],
): ThemedQuestion[] {
  const owners = new Map<string, string>();
  return themes.flatMap(({ id: theme, data }) =>
    data.questions.map((question) => {
      const owner = owners.get(question.id);
      if (owner !== undefined && owner !== theme) {
        throw new Error(`Question id "${question.id}" is in the theme "${owner}" and again in "${theme}"`);
      }
      owners.set(question.id, theme);
      return { ...question, theme };
    }),
  );
}

function buildThemeSchema() {
  return z.strictObject(
    {
      title: words(60),
      about: words(300),
      questions: z
        .array(buildQuestionSchema(), { error: (issue) => missingOr(issue.input, 'must be a list') })
        .min(1, 'needs at least one question')
        .superRefine((questions, context) => {
          const seen = new Set<string>();
          for (const [index, { id }] of questions.entries()) {
            if (seen.has(id)) {
              context.addIssue({
                code: 'custom',
                path: [index, 'id'],
                message: `"${id}" is used twice in this theme`,
              });
            }
            seen.add(id);
          }
        }),
    },
    only('a theme', 'title, about and questions'),
  );
}

function buildQuestionSchema() {
  return z.strictObject(
    {
      id: words(60).regex(
        /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
        'must be small letters, digits and single hyphens, such as "focus-first-step"',
      ),
      text: words(200),
      asker: choice(ASKERS),
      depth: choice(DEPTHS),
      levels: z
        .array(choice(LEVELS), 'must be a list, such as [skills, styles]')
        // Not max(): it also counts the letters when someone writes one level as plain text.
        .refine((levels) => levels.length <= MOST_LEVELS, `must name at most ${MOST_LEVELS}`)
        .refine((levels) => new Set(levels).size === levels.length, 'must not name one twice')
        .default([]),
      followUp: words(200),
    },
    only('a question', 'id, text, asker, depth, levels and followUp'),
  );
}

/** Text that must be there and must fit a printed card. */
function words(most: number) {
  return z
    .string({
      error: (issue) => missingOr(issue.input, 'must be text; put quotes around a number or a date'),
    })
    .trim()
    .min(1, 'must not be empty')
    .max(most, `must be at most ${most} characters`);
}

function choice<const Values extends readonly string[]>(values: Values) {
  const known = `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
  return z.enum(values, {
    error: (issue) =>
      missingOr(issue.input, `is ${JSON.stringify(issue.input)}; use ${known}`, `; use ${known}`),
  });
}

function missingOr(input: unknown, otherwise: string, hint = ''): string {
  return input === undefined ? `is missing${hint}` : otherwise;
}

/** Messages of a mapping that takes these keys and no other. */
function only(what: string, keys: string) {
  return {
    error: (issue: { readonly code?: string; readonly keys?: unknown }) =>
      issue.code === 'unrecognized_keys' && Array.isArray(issue.keys)
        ? `has ${issue.keys.map((key) => JSON.stringify(key)).join(', ')}, which is not known; ${what} has ${keys}`
        : `must be ${what} with ${keys}`,
  };
}
