import { z } from 'zod';
import { SIDES } from '../records/mentorship';
import { slug, words } from '../words/sentence';

const card = z.strictObject({
  side: z.enum(SIDES),
  /** The person to be: "Nadia, a trainee buyer". */
  who: words,
  /** What is going on for that person, said to the one who plays. */
  you: words,
  /** How to play it: when to say "fine", and what would get more out of you. */
  play: words,
});

/** `src/content/facilitator/role-cards.yaml`: scenes for practice, each with a card for the mentor and one for the mentee. */
export const roleCardsSchema = z.strictObject({
  scenes: z
    .array(
      z.strictObject({
        id: slug,
        title: words,
        cards: z
          .array(card)
          .refine(
            (cards) => SIDES.every((side) => cards.filter((one) => one.side === side).length === 1),
            'needs one card for the mentor and one for the mentee',
          ),
      }),
    )
    .min(1),
});
export type RoleCards = z.infer<typeof roleCardsSchema>;
