// @ts-check
// The words of a built page without anything else: for the bare page that ours is measured beside, and for other
// tools to build from.
import { parse } from 'parse5';

/** @typedef {{ tag: 'h1' | 'h2' | 'h3' | 'p' | 'li', text: string }} Block */
/** @typedef {import('parse5').DefaultTreeAdapterTypes.ChildNode} Node */

const SILENT = new Set(['script', 'style', 'template', 'noscript', 'svg', 'head']);
/** Elements that are one block of text, and what they become. @type {Record<string, Block['tag']>} */
const BLOCKS = {
  h1: 'h1',
  h2: 'h2',
  h3: 'h3',
  h4: 'h3',
  li: 'li',
  ...Object.fromEntries(
    ['p', 'dt', 'dd', 'figcaption', 'summary', 'legend', 'label', 'td', 'th', 'button'].map((tag) => [
      tag,
      'p',
    ]),
  ),
};

/**
 * What a page says, block by block, as a reader with the screen before them gets it.
 * @param {string} html
 * @param {{ mainOnly?: boolean }} [options] without the header and the footer
 * @returns {Block[]}
 */
export function blocksOf(html, { mainOnly = false } = {}) {
  /** @type {Block[]} */
  const blocks = [];
  const add = (/** @type {Block['tag']} */ tag, /** @type {string} */ text) => {
    const plain = text.replace(/\s+/g, ' ').trim();
    if (plain) blocks.push({ tag, text: plain });
  };
  /** @param {Node} node @param {boolean} wanted */
  const walk = (node, wanted) => {
    if ('value' in node) {
      if (wanted && node.nodeName === '#text') add('p', node.value);
      return;
    }
    if (!('childNodes' in node) || isSilent(node)) return;
    const inside = wanted || node.nodeName === 'main';
    const tag = BLOCKS[node.nodeName];
    // A list in a list, or a list of whole paragraphs: its parts are the blocks.
    if (tag && inside && !node.childNodes.some(hasBlocks)) add(tag, textOf(node));
    else for (const child of node.childNodes) walk(child, inside);
  };
  for (const child of parse(html).childNodes) walk(child, !mainOnly);
  return blocks;
}

/**
 * The same text as a page of the plainest HTML: no style, no script, no font, no picture.
 * @param {string} html a built page
 */
export function barePage(html) {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
  const body = blocksOf(html)
    .map(({ tag, text }) => `<${tag}>${escaped(text)}</${tag}>`)
    .join('\n')
    .replace(/(<li>.*<\/li>\n?)+/g, (items) => `<ul>\n${items.trim()}\n</ul>\n`);
  return (
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n' +
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n' +
    `<title>${title}</title>\n</head>\n<body>\n${body}\n</body>\n</html>\n`
  );
}

/** @param {Node} node @returns {boolean} */
const hasBlocks = (node) =>
  'childNodes' in node && !isSilent(node) && (node.nodeName in BLOCKS || node.childNodes.some(hasBlocks));

/** @param {Node} node */
const isSilent = (node) =>
  SILENT.has(node.nodeName) ||
  ('attrs' in node &&
    node.attrs.some(({ name, value }) => name === 'hidden' || (name === 'aria-hidden' && value === 'true')));

/** @param {Node} node @returns {string} */
const textOf = (node) => {
  if ('value' in node) return node.nodeName === '#text' ? node.value : '';
  return 'childNodes' in node && !isSilent(node) ? node.childNodes.map(textOf).join('') : '';
};

/** @param {string} text */
const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
