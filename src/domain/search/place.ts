/** A page's text as the search engine has it: its words, what on it can be linked to, and the words that were found. */
export interface FoundText {
  readonly words: readonly string[];
  /** What stands between two words; nothing in scripts that do without spaces. */
  readonly between: string;
  readonly anchors: readonly Anchor[];
  readonly hits: readonly Hit[];
}

/** An element with an id, and the number of the word it begins with. */
export interface Anchor {
  readonly element: string;
  readonly id: string;
  readonly text: string;
  readonly location: number;
}

/** The number of a word that was found, and how much it counts. */
export interface Hit {
  readonly location: number;
  readonly balanced_score: number;
}

/** Where on a page to go, the heading above it, and the words around it. */
export interface Place {
  readonly anchor?: string;
  readonly heading?: string;
  readonly around: readonly Piece[];
}

/** A piece of text; marked when it is a word that was found. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Words shown of a place, and how many of them before the first that was found. */
const SHOWN = 24;
const BEFORE = 6;

/**
 * The place on a page where what was found stands thickest, the first of them when there are several. It lies within
 * one section or one item of a list, and leads to that.
 */
export function placeOf({ words, between, anchors, hits }: FoundText): Place {
  const marks = anchors
    .filter(({ element }) => /^(h\d|li)$/i.test(element))
    .sort((a, b) => a.location - b.location);
  const endAfter = (location: number) =>
    marks.find((mark) => mark.location > location)?.location ?? words.length;

  let first = 0;
  let most = 0;
  for (const { location } of hits) {
    const end = Math.min(location + SHOWN - BEFORE, endAfter(location));
    const near = hits.filter((hit) => hit.location >= location && hit.location < end);
    const score = near.reduce((sum, hit) => sum + hit.balanced_score, 0);
    if (score > most) [first, most] = [location, score];
  }

  const above = marks.filter(({ location }) => location <= first);
  const mark = above.at(-1);
  const heading = above.findLast(({ text }) => text.trim() !== '')?.text;
  const [from, to] = [mark?.location ?? 0, endAfter(first)];
  const begin = Math.max(from, Math.min(first - BEFORE, to - SHOWN));
  const end = Math.min(to, begin + SHOWN);

  const found = new Set(hits.map(({ location }) => location));
  const around: Piece[] = [];
  let text = begin > from ? '… ' : '';
  for (let at = begin; at < end; at++) {
    if (found.has(at)) {
      around.push({ text, marked: false }, { text: words[at] ?? '', marked: true });
      text = '';
    } else text += words[at] ?? '';
    if (at < end - 1) text += between;
  }
  around.push({ text: end < to ? `${text} …` : text, marked: false });
  return {
    ...(mark && { anchor: mark.id }),
    ...(heading && { heading }),
    around: around.filter((piece) => piece.text !== ''),
  };
}
