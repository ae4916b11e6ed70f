import { placeOf, type Anchor, type Hit, type Place } from '../domain/search/place';

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

/** The part of Pagefind's interface that is used here. */
interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  search(words: string): Promise<{ results: { data(): Promise<PagefindData> }[] }>;
}
interface PagefindData {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly content: string;
  /** The same with a sign between two words where the language has no space between them. */
  readonly raw_content: string;
  readonly anchors: readonly Anchor[];
  readonly weighted_locations: readonly Hit[];
}
const BETWEEN_WORDS = '\u200B';

let engine: Promise<Pagefind> | undefined;

/**
 * Searches the whole text; the engine is fetched with the first search. Without a worker, which would fetch the
 * engine's parts a second time.
 * @throws when the engine cannot be had; the next search tries again
 */
export async function searchText(root: URL, words: string): Promise<WholeText> {
  engine ??= start(root).catch((error: unknown) => {
    engine = undefined;
    throw error;
  });
  const { results } = await (await engine).search(words);
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

async function start(root: URL): Promise<Pagefind> {
  // eslint-disable-next-line house/imports -- the engine is made after the bundle, and lies where the site lies
  const pagefind = (await import(/* @vite-ignore */ new URL('pagefind/pagefind.js', root).href)) as Pagefind;
  await pagefind.options({ baseUrl: root.pathname, noWorker: true });
  await pagefind.init();
  return pagefind;
}
