/** For whom a handout is meant: one for each person, one for each pair, or one in all. */
export const PER = ['person', 'pair', 'all'] as const;
export type Per = (typeof PER)[number];

/** As many pairs, and as many copies of one handout, as a browser lays out at once in a few seconds. */
export const MOST_PAIRS = 60;
export const MOST_COPIES = 2 * MOST_PAIRS;

/** How many copies a number of pairs needs. */
export function copiesFor(per: Per, pairs: number): number {
  return per === 'person' ? 2 * pairs : per === 'pair' ? pairs : 1;
}

/** A whole number from 1 to the most, as it was typed; undefined for anything else. */
export function countIn(text: string, most: number): number | undefined {
  const n = Number(text.trim());
  return text.trim() !== '' && Number.isInteger(n) && n >= 1 && n <= most ? n : undefined;
}

/** A handout as it is printed: how many copies, and the pages each of them has, at least one. */
export interface Printed {
  readonly copies: number;
  readonly pages: number;
}

/** Where the pack's handouts lie when it is printed on both sides. */
export interface Laid<H extends Printed> {
  /** The page on which the first copy of each begins, counted from 1; always a right-hand one. */
  readonly handouts: readonly (H & { readonly from: number })[];
  /** All pages, those left empty counted. */
  readonly pages: number;
  /** Sheets of paper, printed on both sides. */
  readonly sheets: number;
}

/**
 * Lays a pack out for printing on both sides: the contents come first, and each copy begins on a sheet of its own, so
 * that no two are printed back to back. A page is left empty where that is needed; none at the end.
 */
export function layOut<H extends Printed>(handouts: readonly H[]): Laid<H> {
  let pages = 1;
  const laid = handouts.map((handout) => {
    const from = pages + (pages % 2) + 1;
    pages = from - 1 + (handout.copies - 1) * evenly(handout.pages) + handout.pages;
    return { ...handout, from };
  });
  return { handouts: laid, pages, sheets: Math.ceil(pages / 2) };
}

/** Pages with the empty one that makes their number even. */
export const evenly = (pages: number): number => pages + (pages % 2);
