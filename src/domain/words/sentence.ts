import { z } from 'zod';
import { gaps } from './fill';

/** Any text a person reads: trimmed, never empty. */
export const words = z.string().trim().min(1, 'must not be empty');

/**
 * A sentence with the named gaps, each of them used at least once and no other:
 * `sentence('n')` accepts "{n} minutes" and names what is wrong with "{m} minutes".
 */
export function sentence(...names: string[]) {
  return words.superRefine((text, context) => {
    const found = gaps(text);
    for (const name of names) {
      if (!found.includes(name)) context.addIssue({ code: 'custom', message: `must contain {${name}}` });
    }
    for (const gap of found) {
      if (!names.includes(gap)) {
        const known = names.length > 0 ? names.map((name) => `{${name}}`).join(', ') : 'none';
        context.addIssue({
          code: 'custom',
          message: `has {${gap}}, which nothing fills (known here: ${known})`,
        });
      }
    }
  });
}

/** A name fit for an address and a key: small letters, digits and single hyphens. */
export const slug = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'must be small letters, digits and single hyphens, such as "before-we-talk"',
  );
