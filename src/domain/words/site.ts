import { z } from 'zod';
import { slug, words } from './sentence';

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
  /** First part of every key in the browser's storage. Changing it hides what people wrote before. */
  storage: slug,
});

export type Site = z.infer<typeof siteSchema>;
