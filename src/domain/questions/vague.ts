/**
 * The "that was only 'fine'" rule. The article asks not to stop at "fine"; which words say no more than
 * that is a matter of language, so they come from the content.
 */
export interface VagueWords {
  /** Words and short phrases that say nothing alone: "fine", "all good", "not bad". */
  readonly empty: readonly string[];
  /** Words that add nothing to them: "it", "is", "really". */
  readonly filler: readonly string[];
}

/** Most deeper questions offered on one sheet. */
export const MOST_NUDGES = 2;

/** An answer longer than this says something, whatever its words are. */
const MOST_WORDS = 8;

/**
 * Whether an answer says no more than "fine": something is written, it is short, and once empty phrases and
 * filler are taken away no word is left. "Yes, every week" keeps "every week" and is not vague; neither is an
 * answer in another script, a number, or nothing at all. A lone dash or emoji is.
 */
export function isVague(answer: string, words: VagueWords): boolean {
  const tokens = tokenise(answer);
  if (tokens.length > MOST_WORDS) return false;
  if (tokens.length === 0) return answer.trim() !== '';
  let left = ` ${tokens.join(' ')} `;
  const phrases = words.empty.map((phrase) => tokenise(phrase).join(' ')).sort((a, b) => b.length - a.length);
  let saidNothing = false;
  for (const phrase of phrases) {
    const before = left;
    while (phrase && left.includes(` ${phrase} `)) left = left.replace(` ${phrase} `, ' ');
    saidNothing ||= left !== before;
  }
  const filler = new Set(words.filler.map((word) => tokenise(word).join(' ')));
  const meant = left.split(' ').filter((word) => word && !filler.has(word));
  return saidNothing && meant.length === 0;
}

/** The words in small letters without punctuation: "It’s FINE." gives `["it's", "fine"]`. */
function tokenise(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[’‘`]/g, "'")
      .match(/[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*/gu) ?? []
  );
}
