import { z } from 'zod';
import { words } from '../words/sentence';
import { sessionSchema } from './session-plan';

/** Front matter of `src/content/facilitator/*.mdx`. A page with a `session` is a session plan. */
export const facilitatorSchema = z.strictObject({
  title: words,
  /** Place in the reading order, from 1. */
  order: z.number().int().positive(),
  description: words.max(155, 'must be at most 155 characters'),
  /** The page in two or three sentences. */
  inShort: words,
  session: sessionSchema.optional(),
  /** Set on paper so that it keeps to one sheet, a first table over both columns. */
  onePage: z.boolean().default(false),
});
export type FacilitatorPage = z.infer<typeof facilitatorSchema>;
