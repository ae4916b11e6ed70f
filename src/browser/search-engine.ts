import { placeOf, type Place } from '../domain/search/place';
import type { Pagefind } from './pagefind';

/** A place in the whole text, on the page and in the part of the site that it comes from. */
export interface Found extends Place {
  readonly title: string;
  readonly href: string;
  readonly part: string;
}

/** What the whole text holds: how many pages, and the best place on each when it is asked for. */
export interface WholeText {
  readonly count: number;
  readonly page: (at: number) => Promise<Found>;
}

/** Stands between two words where the language has no space between them. */
const BETWEEN_WORDS = '\u200B';

/** Searches the whole text. */
export async function searchText(engine: Pagefind, words: string): Promise<WholeText> {
  const { results } = await engine.search(words);
  return {
    count: results.length,
    async page(at) {
      const result = results[at];
      if (!result) throw new RangeError(`there are ${results.length} results, not ${at + 1}`);
      const { url, meta, content, raw_content: raw, anchors, weighted_locations: hits } = await result.data();
      const place = raw.includes(BETWEEN_WORDS)
        ? placeOf({ words: raw.split(BETWEEN_WORDS), between: '', anchors, hits })
        : placeOf({ words: content.split(/[^\S\uFEFF]+/), between: ' ', anchors, hits });
      const href = place.anchor === undefined ? url : `${url}#${place.anchor}`;
      return { ...place, title: meta['title'] ?? '', part: meta['part'] ?? '', href };
    },
  };
}
