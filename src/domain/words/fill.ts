/**
 * Puts values into the gaps of a sentence: `fill('{n} minutes', { n: 10 })` gives "10 minutes".
 * A gap without a value stays as it is, so that a slip in a content file is seen and not hidden.
 */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (gap, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : gap,
  );
}

/** The names of the gaps in a sentence, in order: `gaps('{n} of {all}')` gives `['n', 'all']`. */
export function gaps(sentence: string): string[] {
  return [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
}
