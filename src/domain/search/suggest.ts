/** What can be found by its title before the whole text has been fetched. */
export interface Titled {
  readonly title: string;
  /** Address from the site's root, without a leading slash. */
  readonly path: string;
  readonly part: Part;
}

/** The part of the site something comes from. */
export type Part = 'guide' | 'beside' | 'facilitator' | 'worksheet' | 'question' | 'page';

/** Most characters typed into a search that count. */
export const MOST_TYPED = 200;

/**
 * The titles that hold every typed word, best first: those that begin with what was typed, then those with all
 * words at the start of a word, then the rest; within each as they came. At most `most`; none for no words.
 */
export function suggest(titles: readonly Titled[], typed: string, most: number): Titled[] {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  const whole = words.join(' ');
  return titles
    .map((entry, at) => ({ entry, at, rank: rank(plain(entry.title), words, whole) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || a.at - b.at)
    .slice(0, most)
    .map(({ entry }) => entry);
}

/** The typed words in small letters without accents and without quotes around them, of the characters that count. */
export function wordsOf(typed: string): string[] {
  return plain(countedPart(typed)).match(/[\p{L}\p{N}]+('[\p{L}\p{N}]+)*/gu) ?? [];
}

/**
 * Whether found words answer what was typed: one of them begins with half of a typed word, and three letters at
 * least. With no match the engine goes on with ever fewer letters; what it then finds is no answer.
 */
export function answers(found: readonly string[], typed: string): boolean {
  const inSmall = found.flatMap(wordsOf);
  return wordsOf(typed).some((word) => {
    const half = word.slice(0, Math.max(3, Math.ceil(word.length / 2)));
    return inSmall.some((one) => one.startsWith(half));
  });
}

/** The characters that count; no character is cut in half. */
export function countedPart(typed: string): string {
  return Array.from(typed).slice(0, MOST_TYPED).join('');
}

function rank(title: string, words: readonly string[], whole: string): number {
  if (!words.every((word) => title.includes(word))) return 0;
  if (title.startsWith(whole)) return 3;
  const starts = ` ${title.replace(/[^\p{L}\p{N}']+/gu, ' ')}`;
  return words.every((word) => starts.includes(` ${word}`)) ? 2 : 1;
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’‘]/g, "'");
}
