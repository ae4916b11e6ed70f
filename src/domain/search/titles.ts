import type { Part, Titled } from './suggest';

/** A page as it travels to the search: its part, title and path, and what can be found on it. */
export type PackedPage = readonly [part: Part, title: string, path: string, inside?: readonly PackedPlace[]];

/** A heading or question with its anchor, which is left out where it follows from the words. */
export type PackedPlace = string | readonly [title: string, anchor: string];

/** Packs a heading or question; the list travels before the first suggestion, so every byte counts. */
export function packPlace(title: string, anchor: string): PackedPlace {
  return anchorOf(title) === anchor ? title : [title, anchor];
}

/** Unpacks the list of titles: pages first, then what is on them, so that a page comes before its headings. */
export function unpackTitles(pages: readonly PackedPage[]): Titled[] {
  const whole = pages.map(([part, title, path]): Titled => ({ part, title, path }));
  const inside = pages.flatMap(([part, , path, places = []]) =>
    places.map((place): Titled => {
      const [title, anchor] = typeof place === 'string' ? [place, anchorOf(place)] : place;
      return { part, title, path: `${path}#${anchor}` };
    }),
  );
  return [...whole, ...inside];
}

/** The anchor that headings get from their words. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}
