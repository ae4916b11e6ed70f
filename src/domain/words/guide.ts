import { z } from 'zod';
import { slug, words } from './sentence';

const frame = z.strictObject({
  /** Distance of the two centres in diameters: 0 one on the other, 1 touching, above 1 apart. */
  apart: z.number().min(0).max(1.6),
  /** Size of each circle beside the other's, 1 being full. */
  mentor: z.number().min(0.3).max(1).default(1),
  mentee: z.number().min(0.3).max(1).default(1),
  /** The caption under the frame. */
  says: words,
});

/** The drawing at the head of a guide page: its point, shown with the two circles. */
export const plateSchema = z.strictObject({ alt: words, frames: z.array(frame).min(2).max(4) });
export type Plate = z.infer<typeof plateSchema>;

/** Pages that are neither guide nor worksheet, and that a guide page may lead to. */
export const PAGES = ['questions', 'cadence'] as const;

const tryNext = z.union(
  [z.strictObject({ worksheet: slug, why: words }), z.strictObject({ page: z.enum(PAGES), why: words })],
  `needs a "worksheet", or a "page" (${PAGES.join(', ')}), and "why"`,
);

/** Front matter of `src/content/guide/*.mdx`. */
export const guideSchema = z
  .strictObject({
    title: words,
    /** Place in the reading order; pages beside the guide count from 101. */
    order: z.number().int().positive(),
    part: z.enum(['guide', 'beside']),
    description: words.max(155, 'must be at most 155 characters'),
    inShort: words.optional(),
    plate: plateSchema.optional(),
    tryNext: tryNext.optional(),
    /** Set in two columns on paper, to keep to one page. */
    onePage: z.boolean().default(false),
  })
  .superRefine((page, context) => {
    if (page.part !== 'guide') return;
    for (const field of ['inShort', 'plate', 'tryNext'] as const) {
      if (page[field] === undefined) {
        context.addIssue({
          code: 'custom',
          path: [field],
          message: 'is missing; every page of the guide has one',
        });
      }
    }
  });

export type GuidePage = z.infer<typeof guideSchema>;

/** Words read in a minute by an adult who reads to understand. */
const WORDS_A_MINUTE = 200;

/** Whole minutes, at least 1, to read a page's Markdown; tags, link targets and table rules are not read. */
export function readingMinutes(markdown: string): number {
  const read = markdown
    .replace(/<[^>]*>/g, ' ')
    .replace(/\]\([^)]*\)/g, '] ')
    .replace(/[|#*_>-]+/g, ' ');
  const count = read.match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0;
  return Math.max(1, Math.round(count / WORDS_A_MINUTE));
}
