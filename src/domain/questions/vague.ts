/**
 * The "that was only 'fine'" rule. The article asks not to stop at "fine"; which words say no more than
 * that is a matter of language, so they come from the content.
 */
export interface VagueWords {
  /** Words and short phrases that say nothing alone: "fine", "all good", "not bad". */
  readonly empty: readonly string[];
  /** Words and phrases that add nothing to them: "it", "is", "to be honest". */
  readonly filler: readonly string[];
  /** Phrases of such words that do say something: "nothing is", "no good". */
  readonly meant: readonly string[];
}

/** Most deeper questions offered on one sheet. */
export const MOST_NUDGES = 2;

/** An answer longer than this says something, whatever its words are. */
const MOST_WORDS = 8;

/**
 * Whether an answer says no more than "fine": something is written, it is short, it holds no phrase that is
 * meant, and once empty phrases and filler are taken away no word is left. "Yes, every week" keeps "every week"
 * and is not vague; neither is an answer in another script, a number, or nothing at all. A lone dash or emoji is.
 */
export function isVague(answer: string, { empty, filler, meant }: VagueWords): boolean {
  const tokens = tokenise(answer);
  if (tokens.length > MOST_WORDS) return false;
  if (tokens.length === 0) return answer.trim() !== '';
  let left = asPhrase(tokens);
  if (meant.some((phrase) => left.includes(asPhrase(tokenise(phrase))))) return false;

  let saidNothing = false;
  const phrases = [
    ...empty.map((phrase) => ({ phrase: asPhrase(tokenise(phrase)), isEmpty: true })),
    ...filler.map((phrase) => ({ phrase: asPhrase(tokenise(phrase)), isEmpty: false })),
  ].sort((a, b) => b.phrase.length - a.phrase.length);
  for (const { phrase, isEmpty } of phrases) {
    while (left.includes(phrase)) {
      left = left.replace(phrase, ' ');
      saidNothing ||= isEmpty;
    }
  }
  return saidNothing && left.trim() === '';
}

/** Words with a space on either side, so that "no" is not found in "nose". */
const asPhrase = (tokens: readonly string[]) => ` ${tokens.join(' ')} `;

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
