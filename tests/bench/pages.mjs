// @ts-check
// The pages that are measured: one of every kind.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

/** @typedef {{ kind: string, path: string, html: string }} Page `path` from the site's root, "" or ending in "/" */

/** How many bytes a text has on the way. @param {string | Buffer} text */
export const packed = (text) => gzipSync(text, { level: 9 }).length;

/** Every page of a built site. @param {string} dist @returns {{ path: string, html: string }[]} */
export function allPages(dist) {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => /(^|\/)index\.html$/.test(path))
    .sort()
    .map((path) => ({
      path: path.replace(/index\.html$/, ''),
      html: readFileSync(join(dist, path), 'utf8'),
    }));
}

/**
 * One page of every kind; of the guide and of the worksheets the one with the most bytes.
 * @param {string} dist
 * @returns {Page[]}
 */
export function kindsOfPages(dist) {
  const pages = allPages(dist);
  const largest = (/** @type {string} */ folder) =>
    pages
      .filter(({ path }) => path.startsWith(folder) && path !== folder)
      .sort((a, b) => packed(b.html) - packed(a.html))[0]?.path;
  const kinds = /** @type {const} */ ([
    ['home', ''],
    ['guide', largest('guide/')],
    ['worksheet', largest('worksheets/')],
    ['questions', 'questions/'],
    ['search', 'search/'],
  ]);
  return kinds.flatMap(([kind, path]) => {
    const page = pages.find((one) => one.path === path);
    return page ? [{ kind, ...page }] : [];
  });
}

/** @param {string} dist @param {string} kind @returns {Page} */
export function pageOf(dist, kind) {
  const page = kindsOfPages(dist).find((one) => one.kind === kind);
  if (!page) throw new Error(`There is no ${kind} page in ${dist}.`);
  return page;
}

/** The styles that stand in a page. @param {string} html */
export const stylesIn = (html) =>
  [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map((match) => match[1]).join('');

/** @param {string} dist */
export const isBuilt = (dist) => existsSync(join(dist, 'index.html'));
