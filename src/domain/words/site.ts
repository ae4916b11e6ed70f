import { z } from 'zod';
import { PREFERENCES } from '../cadence/recommendation';
import { RHYTHMS } from '../records/mentorship';
import { MOST_HANDED } from '../records/preset';
import { slug, words } from './sentence';

/** A day; YAML makes a date of one that stands without quotes. */
const day = z.union([z.date().transform((date) => date.toISOString().slice(0, 10)), z.iso.date()], {
  error: 'must be a day such as 2027-01-11',
});

/** A programme that every visitor of this site belongs to, unless a link of another one set them up. */
const programme = z
  .strictObject({
    name: words.max(MOST_HANDED.name),
    welcome: words.max(MOST_HANDED.welcome).optional(),
    rhythm: z.enum(RHYTHMS).optional(),
    /** The first meeting, about. */
    begins: day.optional(),
    ends: day.optional(),
    away: z.array(z.strictObject({ from: day, to: day })).default([]),
    preference: z.enum(PREFERENCES).default('balanced'),
    worksheets: z.array(slug).max(MOST_HANDED.worksheets).default([]),
    questions: z.array(words.max(MOST_HANDED.question)).max(MOST_HANDED.questions).default([]),
  })
  .refine(({ rhythm, begins }) => (rhythm === undefined) === (begins === undefined), {
    path: ['begins'],
    message: 'the rhythm and the first meeting go together: give both or neither',
  });

/** `src/content/site.yaml`: what an owner of a copy of this site may want to call their own. */
export const siteSchema = z.strictObject({
  /** The site's name, in the header, in titles and on paper. */
  name: words,
  /** One line under the name in search results. */
  tagline: words,
  /** Language of all words, as a BCP 47 tag; also decides how dates are written when the browser does not say. */
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as "en-GB"'),
  /** Reading direction of that language. */
  direction: z.enum(['ltr', 'rtl']),
  /** The site's own address, needed only for pictures in link previews: "https://check-in.example.org". */
  address: z.url().optional(),
  /** Organisation that runs this copy; shown in the footer. */
  organisation: words.optional(),
  /** Whom to ask first, beside the sheet for what is hard to say: a person, mail address or phone number. */
  contact: words.optional(),
  programme: programme.optional(),
  /** First part of every key in the browser's storage. Changing it hides what people wrote before. */
  storage: slug,
});

export type Site = z.infer<typeof siteSchema>;
export type SiteProgramme = z.infer<typeof programme>;
