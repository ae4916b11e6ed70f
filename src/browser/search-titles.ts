import type { Titled } from '../domain/search/suggest';
import { unpackTitles, type PackedPage } from '../domain/search/titles';

let titles: Promise<readonly Titled[]> | undefined;

/**
 * All that can be found by title, fetched once; empty when it cannot be had, and then the next search tries again.
 * @param begun the file, if its fetching has begun elsewhere
 */
export function loadTitles(root: URL, begun?: Promise<Response>): Promise<readonly Titled[]> {
  titles ??= (begun ?? fetch(new URL('search/titles.json', root)))
    .then((response) => response.json() as Promise<PackedPage[]>)
    .then(unpackTitles)
    .catch(() => {
      titles = undefined;
      return [];
    });
  return titles;
}
