import type { Anchor, Hit } from '../domain/search/place';

/** The part of Pagefind's interface that is used here. */
export interface Pagefind {
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

let engine: Promise<Pagefind> | undefined;

/**
 * Begins to fetch the engine that searches the whole text, once. Without a worker, which would fetch the engine's
 * parts a second time.
 * @throws when it cannot be had; the next call tries again
 */
export function startEngine(root: URL): Promise<Pagefind> {
  engine ??= start(root).catch((error: unknown) => {
    engine = undefined;
    throw error;
  });
  return engine;
}

async function start(root: URL): Promise<Pagefind> {
  // eslint-disable-next-line house/imports -- the engine is made after the bundle, and lies where the site lies
  const pagefind = (await import(/* @vite-ignore */ new URL('pagefind/pagefind.js', root).href)) as Pagefind;
  await pagefind.options({ baseUrl: root.pathname, noWorker: true });
  await pagefind.init();
  return pagefind;
}
