import type { Interface } from '../../domain/words/interface';

/** The words the finder needs; they stand in every page, so no others go along. */
export type FinderWords = ReturnType<typeof finderWords>;

export function finderWords(search: Interface['search']) {
  const { titles, searching, results, none, noMore, failed, more, parts } = search;
  return { titles, searching, results, none, noMore, failed, more, parts };
}
