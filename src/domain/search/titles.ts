import type { Part, Titled } from './suggest';

/** A page as it travels to the search: its part, title and path, and what can be found on it with its anchors. */
export type PackedPage = readonly [part: Part, title: string, path: string, inside?: readonly PackedPlace[]];
type PackedPlace = readonly [title: string, anchor: string];

/** Unpacks the list of titles: pages first, then what is on them, so that a page comes before its headings. */
export function unpackTitles(pages: readonly PackedPage[]): Titled[] {
  const whole = pages.map(([part, title, path]): Titled => ({ part, title, path }));
  const inside = pages.flatMap(([part, , path, places = []]) =>
    places.map(([title, anchor]): Titled => ({ part, title, path: `${path}#${anchor}` })),
  );
  return [...whole, ...inside];
}
