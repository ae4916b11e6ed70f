import { z } from 'zod';
import { slug, words } from '../words/sentence';

/** How a room works during a step: the facilitator talks, everyone does, each person alone, or each pair. */
export const MODES = ['talk', 'plenary', 'alone', 'pairs'] as const;
export type Mode = (typeof MODES)[number];

/** What can be handed out and is no worksheet. A worksheet is named by its id. */
export const HANDOUTS = ['role-cards', 'question-cards', 'one-page'] as const;

const handout = z.strictObject({
  /** A worksheet's id, or one of `HANDOUTS`. */
  use: slug,
  /** How many to bring, in words: "one each, and five to spare". */
  copies: words,
});

const step = z.strictObject({
  id: slug,
  title: words,
  minutes: z.number().int().min(1).max(120),
  mode: z.enum(MODES),
  /** What the facilitator does. */
  does: words,
  /** What the facilitator may say, a paragraph each. */
  says: z.array(words).default([]),
  /** Handouts used here, by their names in the plan's list. */
  handouts: z.array(slug).default([]),
  /** Which of the plan's aims it serves. */
  aims: z.array(slug).default([]),
  /** What to drop when time is short, and the minutes that saves. */
  short: z.strictObject({ saves: z.number().int().min(1), how: words }).optional(),
});
export type Step = z.infer<typeof step>;

const aim = z.strictObject({ id: slug, text: words });

type Context = z.core.$RefinementCtx;

/**
 * The plan of one session, in the front matter of `src/content/facilitator/*.mdx`. Checked when the site is built:
 * the minutes add up, every aim is served by a step, every handout is listed and used. The build adds the file's name;
 * whether a worksheet exists is asked by `unknownHandouts`, which needs to be told which there are.
 */
export const sessionSchema = z
  .strictObject({
    /** Minutes in all, as announced. */
    minutes: z.number().int().min(5).max(240),
    /** For how many, in words. */
    group: words,
    room: words,
    aims: z.array(aim).min(1, 'needs at least one aim'),
    materials: z.array(words).default([]),
    handouts: z.array(handout).default([]),
    /** What to do before the day, and in the room before people come. */
    before: z.array(words).min(1, 'needs at least one thing to do before'),
    steps: z.array(step).min(1, 'needs at least one step'),
  })
  .superRefine((plan, context) => {
    checkMinutes(plan, context);
    checkAims(plan, context);
    checkHandouts(plan, context);
    repeats('aims', plan.aims, context);
    repeats('steps', plan.steps, context);
    repeats(
      'handouts',
      plan.handouts.map(({ use }) => ({ id: use })),
      context,
    );
  });
export type Session = z.infer<typeof sessionSchema>;

/** What the checks read of a plan. */
type Plan = Pick<Session, 'minutes' | 'aims' | 'handouts' | 'steps'>;

function complain(context: Context, path: string[], message: string): void {
  context.addIssue({ code: 'custom', path, message });
}

function checkMinutes({ minutes, steps }: Plan, context: Context): void {
  const sum = steps.reduce((all, step) => all + step.minutes, 0);
  if (sum !== minutes) {
    const parts = steps.map((step) => `${step.id} ${step.minutes}`).join(', ');
    complain(context, ['minutes'], `is ${minutes}, but the steps add up to ${sum} (${parts})`);
  }
  for (const { id, minutes, short } of steps) {
    if (short && short.saves > minutes)
      complain(
        context,
        ['steps', id, 'short'],
        `saves ${short.saves} minutes of a step that takes ${minutes}`,
      );
  }
}

function checkAims({ aims, steps }: Plan, context: Context): void {
  for (const step of steps) {
    for (const id of step.aims) {
      if (!aims.some((aim) => aim.id === id))
        complain(context, ['steps', step.id, 'aims'], `names "${id}", an aim the plan does not have`);
    }
  }
  for (const { id } of aims) {
    if (!steps.some((step) => step.aims.includes(id)))
      complain(context, ['aims', id], 'is an aim that no step serves');
  }
}

function checkHandouts({ handouts, steps }: Plan, context: Context): void {
  for (const step of steps) {
    for (const id of step.handouts) {
      if (!handouts.some(({ use }) => use === id))
        complain(context, ['steps', step.id, 'handouts'], `uses "${id}", which the plan’s handouts lack`);
    }
  }
  for (const { use } of handouts) {
    if (!steps.some((step) => step.handouts.includes(use)))
      complain(context, ['handouts', use], 'is a handout that no step uses');
  }
}

function repeats(what: string, list: readonly { id: string }[], context: Context): void {
  const seen = new Set<string>();
  for (const { id } of list) {
    if (seen.has(id)) complain(context, [what, id], 'is there twice');
    seen.add(id);
  }
}

/**
 * Handouts of a plan that are neither a worksheet nor a handout of another kind, one sentence for each step that uses it.
 * @param worksheets the ids of all worksheets there are
 */
export function unknownHandouts({ steps }: Pick<Session, 'steps'>, worksheets: readonly string[]): string[] {
  const known = new Set<string>([...worksheets, ...HANDOUTS]);
  return steps.flatMap((step) =>
    step.handouts
      .filter((id) => !known.has(id))
      .map((id) => `session.steps.${step.id}.handouts: "${id}" is no worksheet, nor ${HANDOUTS.join(', ')}`),
  );
}

/** How many minutes a room spends in each mode, in the order of `MODES`; modes that are not used are left out. */
export function minutesByMode(steps: readonly Step[]): { mode: Mode; minutes: number }[] {
  return MODES.map((mode) => ({
    mode,
    minutes: steps.filter((step) => step.mode === mode).reduce((sum, { minutes }) => sum + minutes, 0),
  })).filter(({ minutes }) => minutes > 0);
}
