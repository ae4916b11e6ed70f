import { unpackTitles, type PackedPage } from '../domain/search/titles';
import { wordsOf, type Titled } from '../domain/search/suggest';
import { siteRoot } from './address';

/** A place in the whole text. The excerpt is HTML of the search engine's making: text with `<mark>`. */
export interface Found {
  readonly title: string;
  readonly href: string;
  readonly part: string;
  readonly excerpt: string;
}

/** What the whole text holds: how many pages, and each of them when it is asked for. */
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
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly sub_results: readonly { readonly title: string; readonly url: string; readonly excerpt: string }[];
}

let titles: Promise<readonly Titled[]> | undefined;
let engine: Promise<Pagefind> | undefined;

/** All that can be found by title, fetched once; empty when it cannot be had. */
export function loadTitles(): Promise<readonly Titled[]> {
  titles ??= fetch(new URL('search/titles.json', siteRoot()))
    .then((response) => (response.ok ? (response.json() as Promise<PackedPage[]>) : []))
    .then(unpackTitles)
    .catch(() => []);
  return titles;
}

/**
 * Searches the whole text; the engine is fetched with the first search. Without a worker, which would fetch the
 * engine's parts a second time.
 * @throws when the engine cannot be had; the next search tries again
 */
export async function searchText(words: string): Promise<WholeText> {
  engine ??= start();
  const { results } = await engine
    .catch((error: unknown) => {
      engine = undefined;
      throw error;
    })
    .then((pagefind) => pagefind.search(words));
  // With no match the engine goes on with ever fewer letters; what it then finds is no answer.
  const first = await results[0]?.data();
  return {
    count: first && holdsAny(first.excerpt, words) ? results.length : 0,
    async page(at) {
      const result = results[at];
      if (!result) throw new RangeError(`there are ${results.length} results, not ${at + 1}`);
      const { url, excerpt, meta, sub_results: places } = await result.data();
      // The engine names the place on the page where the words stand thickest, when a heading leads to it.
      const place = places.find((one) => one.excerpt === excerpt) ?? { url, title: meta['title'] ?? '' };
      return { title: meta['title'] ?? place.title, href: place.url, part: meta['part'] ?? '', excerpt };
    },
  };
}

/** Whether something marked in an excerpt begins as one of the words does. */
function holdsAny(excerpt: string, words: string): boolean {
  const marked = [...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].flatMap((match) => wordsOf(match[1] ?? ''));
  return wordsOf(words).some((word) => marked.some((one) => one.startsWith(word.slice(0, 3))));
}

async function start(): Promise<Pagefind> {
  const root = siteRoot();
  // eslint-disable-next-line house/imports -- the engine is made after the bundle, and lies where the site lies
  const pagefind = (await import(/* @vite-ignore */ new URL('pagefind/pagefind.js', root).href)) as Pagefind;
  await pagefind.options({ baseUrl: root.pathname, noWorker: true, excerptLength: 24 });
  await pagefind.init();
  return pagefind;
}
