import type { Titled } from '../domain/search/suggest';
import { unpackTitles, type PackedPage } from '../domain/search/titles';

let titles: Promise<readonly Titled[]> | undefined;

/** All that can be found by title, fetched once; empty when it cannot be had, and then the next search tries again. */
export function loadTitles(root: URL): Promise<readonly Titled[]> {
  titles ??= fetch(new URL('search/titles.json', root))
    .then((response) => response.json() as Promise<PackedPage[]>)
    .then(unpackTitles)
    .catch(() => {
      titles = undefined;
      return [];
    });
  return titles;
}
