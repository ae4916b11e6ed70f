// @ts-check
/**
 * Makes the site's fonts: the subset files in `public/fonts/`, their licences beside them, and the
 * `@font-face` rules in `src/styles/fonts.css`. Run it when the fonts, the characters or the weights change:
 *
 *     node tools/subset-fonts.mjs
 *
 * The same packages give the same bytes every time; a unit test compares the files with what this makes.
 *
 * Each typeface comes as three files, so that a page fetches only what its words need:
 *
 * - `latin`: what nearly every page needs
 * - `accents`: the rest of the package's "latin" file (é, ñ, ß …), fetched when such a letter appears
 * - `ext`: the package's "latin-ext" file (ł, ő, š …), likewise
 *
 * Two files for the rest, not one, because the package keeps them in two sources and a subset has one source.
 *
 * ## How the fallback faces are measured
 *
 * Until the fonts arrive the text stands in Arial or a face with its widths. So that nothing moves when they
 * do, the fallback is scaled until an average English letter is as wide in both:
 *
 *     size-adjust = average advance of our font × kerning ÷ average advance of Arial
 *
 * where an average is over a–z, the space, the full stop and the comma, weighted by how often they occur, and
 * kerning is the share that pairs in our fonts are drawn together (Arial's hardly are). Line height is fixed by
 * our own font's ascent, descent and line gap. The browser scales these three by size-adjust, so they are
 * divided by it first. Liberation Sans and Arimo have Arial's widths by design, Helvetica's are those Arial was
 * drawn to, Roboto's are within one per cent.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
// @ts-expect-error The package has no types.
import subsetFont from 'subset-font';

const root = new URL('../', import.meta.url);

const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
const signs = '\u00a0\u2009“”‘’–—…•·×½°©€£';

/** Signs that headings do without. Their shapes and kerning would be a quarter of the heading file. */
const rareInHeadings = '#$*<=>@[\\]^_`{|}~©';

/**
 * @typedef {object} Typeface
 * @property {string} file what its files are called
 * @property {string} family
 * @property {string} package the name of its package in the fontsource-variable scope
 * @property {string} weight the weights its rules are for
 * @property {Record<string, number | { min: number, max: number }>} axes the weights its files hold
 * @property {string} latin the characters of its `latin` file
 * @property {string[]} latinFeatures OpenType features kept in it
 * @property {{ weight: number, bold: boolean }[]} fallbacks our weight and whether bold stands in for it
 */

/** @type {Typeface[]} */
const typefaces = [
  {
    file: 'text',
    family: 'Hyperlegible',
    package: 'atkinson-hyperlegible-next',
    weight: '400 700',
    axes: { wght: { min: 400, max: 700 } },
    latin: ascii + signs,
    // Figures in tables line up with tnum. There is no `zero`: this face slashes its zero always.
    latinFeatures: ['kern', 'liga', 'tnum'],
    fallbacks: [
      { weight: 400, bold: false },
      { weight: 700, bold: true },
    ],
  },
  {
    file: 'heading',
    family: 'Schibsted',
    package: 'schibsted-grotesk',
    // Declared for any bold, so that an h1 (700 by default) is not made bolder by the browser.
    weight: '400 900',
    axes: { wght: 720 },
    latin: without(ascii + signs, rareInHeadings),
    latinFeatures: ['kern', 'liga'],
    fallbacks: [{ weight: 720, bold: true }],
  },
];

/** Letters outside `latin` may need marks put on them and local forms. */
const otherFeatures = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'mkmk'];

/** Names and axis descriptions that only applications read. */
const unusedTables = ['STAT', 'MVAR'];

/**
 * @typedef {(letter: string) => number} Advance the width of a letter, as a share of the font size
 */

/** How often each letter comes in English, per cent of letters; the other signs as often as in the guide. */
const frequency = {
  ...{ e: 12.7, t: 9.06, a: 8.17, o: 7.51, i: 6.97, n: 6.75, s: 6.33, h: 6.09, r: 5.99, d: 4.25, l: 4.03 },
  ...{ c: 2.78, u: 2.76, m: 2.41, w: 2.36, f: 2.23, g: 2.02, y: 1.97, p: 1.93, b: 1.49, v: 0.98, k: 0.77 },
  ...{ j: 0.15, x: 0.15, q: 0.1, z: 0.07, ' ': 25, '.': 2.4, ',': 1.5 },
};

/** Measured in a browser on the guide's text: 0.9966 for the text, 0.9943 for it in bold, 0.9952 for headings. */
const kerning = 0.9955;

/** Arial's advances for a–z, space, full stop and comma, in thousandths of the font size. */
const arial = advances(
  '556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 278 278 278',
);
const arialBold = advances(
  '556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 278 278 278',
);

/** Names by which systems know Arial and the faces with (nearly) its widths. */
const localNames = ['Arial', 'Liberation Sans', 'Arimo', 'Helvetica', 'Roboto'];

/**
 * Makes every file.
 * @returns {Promise<Map<string, Buffer>>} contents by path from the repository's root
 */
export async function makeFonts() {
  /** @type {Map<string, Buffer>} */
  const made = new Map();
  /** @type {string[]} */
  const rules = [];
  for (const face of typefaces) {
    const latin = await source(face, 'latin');
    const ext = await source(face, 'latin-ext');
    const latinHas = charactersIn(await asSfnt(latin));
    const main = latinHas.filter((c) => face.latin.includes(String.fromCodePoint(c)));
    const accents = latinHas.filter((c) => !main.includes(c) && c >= 32);
    const rest = charactersIn(await asSfnt(ext)).filter((c) => !latinHas.includes(c));
    const files = [
      { name: `${face.file}-ext`, from: ext, characters: rest, features: otherFeatures },
      { name: `${face.file}-accents`, from: latin, characters: accents, features: otherFeatures },
      { name: `${face.file}-latin`, from: latin, characters: main, features: face.latinFeatures },
    ];
    for (const [order, { name, from, characters, features }] of files.entries()) {
      const weaker = new Set(files.slice(0, order).flatMap((file) => file.characters));
      /** @type {Buffer} */
      const font = await subsetFont(from, String.fromCodePoint(...characters), {
        targetFormat: 'woff2',
        variationAxes: face.axes,
        keepFeatures: features,
        dropTables: unusedTables,
      });
      made.set(`public/fonts/${name}.woff2`, font);
      rules.push(faceRule(face, name, unicodeRange(characters, weaker)));
    }
    for (const { weight, bold } of face.fallbacks) rules.push(await fallbackRule(face, latin, weight, bold));
    made.set(`public/fonts/OFL-${face.family}.txt`, await readFile(packageFile(face, 'LICENSE')));
  }
  const css = `${cssHead}\n${rules.join('\n')}`;
  const style = await resolveConfig(fileURLToPath(import.meta.url));
  made.set('src/styles/fonts.css', Buffer.from(await format(css, { ...style, parser: 'css' })));
  return made;
}

const cssHead = `/* Made by tools/subset-fonts.mjs: change it there.
   Order matters: where the ranges of a family overlap, the later rule wins. */`;

/** @param {Typeface} face @param {string} name @param {string} range */
function faceRule(face, name, range) {
  return `@font-face {
  font-family: ${face.family};
  font-weight: ${face.weight};
  font-display: swap;
  src: url(/fonts/${name}.woff2);
  unicode-range: ${range};
}`;
}

/** @param {Typeface} face @param {Buffer} font @param {number} weight @param {boolean} bold */
async function fallbackRule(face, font, weight, bold) {
  const ours = measure(await asSfnt(font, weight));
  const ratio = (average(ours.advance) * kerning) / average(bold ? arialBold : arial);
  /** @param {number} share */
  const percent = (share) => `${Math.round(share * 1000) / 10}%`;
  const lines = [
    `font-family: ${face.family} Fallback;`,
    ...(bold ? ['font-weight: 700;'] : []),
    `src: ${localNames.map((name) => `local(${name}${bold ? ' Bold' : ''})`).join(', ')};`,
    `size-adjust: ${percent(ratio)};`,
    `ascent-override: ${percent(ours.ascent / ratio)};`,
    `descent-override: ${percent(ours.descent / ratio)};`,
    `line-gap-override: ${percent(ours.lineGap / ratio)};`,
  ];
  return `@font-face {\n  ${lines.join('\n  ')}\n}`;
}

/**
 * Writes characters as a `unicode-range`, bridging gaps to keep it short. Where the ranges of a family overlap,
 * the browser asks the rule that stands last first (CSS Fonts 4, 11.5.2), so only what an earlier rule's file
 * holds must not be bridged. At worst a character that no file holds fetches one in vain.
 * @param {number[]} characters in order
 * @param {Set<number>} weaker what the files of the earlier rules hold
 */
function unicodeRange(characters, weaker, longestBridge = 100) {
  /** @type {[from: number, to: number][]} */
  const ranges = [];
  for (const c of characters) {
    const last = ranges.at(-1);
    const gap = last ? Array.from({ length: c - last[1] - 1 }, (_, i) => last[1] + 1 + i) : [];
    if (last && gap.length <= longestBridge && !gap.some((between) => weaker.has(between))) last[1] = c;
    else ranges.push([c, c]);
  }
  /** @param {number} c */
  const hex = (c) => c.toString(16).toUpperCase();
  return ranges.map(([from, to]) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`).join(', ');
}

/** @param {Typeface} face @param {string} path */
const packageFile = (face, path) =>
  new URL(`node_modules/@fontsource-variable/${face.package}/${path}`, root);

/** @param {Typeface} face @param {'latin' | 'latin-ext'} set */
const source = (face, set) => readFile(packageFile(face, `files/${face.package}-${set}-wght-normal.woff2`));

/**
 * The whole font as plain tables, at one weight if given.
 * @param {Buffer} font
 * @param {number} [weight]
 * @returns {Promise<Buffer>}
 */
export const asSfnt = (font, weight) =>
  subsetFont(font, undefined, {
    keepAllGlyphs: true,
    targetFormat: 'sfnt',
    ...(weight ? { variationAxes: { wght: weight } } : {}),
  });

/**
 * The bytes of an sfnt font and where its tables begin.
 * @param {Buffer} font
 */
function tablesOf(font) {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  /** @param {string} table */
  const at = (table) => {
    const begin = begins.get(table);
    if (begin === undefined) throw new Error(`The font has no ${table} table.`);
    return begin;
  };
  /** @type {Map<string, number>} */
  const begins = new Map();
  for (let i = 0; i < view.getUint16(4); i++) {
    const entry = 12 + 16 * i;
    begins.set(font.toString('latin1', entry, entry + 4), view.getUint32(entry + 8));
  }
  return { view, at };
}

/**
 * The font's characters and their glyphs, from its format 4 character map (both packages have one).
 * @param {Buffer} font a plain (sfnt) font
 */
function glyphsIn(font) {
  const { view, at } = tablesOf(font);
  /** @type {Map<number, number>} */
  const glyphs = new Map();
  for (let i = 0; i < view.getUint16(at('cmap') + 2); i++) {
    const map = at('cmap') + view.getUint32(at('cmap') + 8 + 8 * i);
    if (view.getUint16(map) !== 4) continue;
    const segments = view.getUint16(map + 6) / 2;
    for (let s = 0; s < segments; s++) {
      const end = view.getUint16(map + 14 + 2 * s);
      const start = view.getUint16(map + 16 + 2 * (segments + s));
      const delta = view.getUint16(map + 16 + 2 * (2 * segments + s));
      const offsetAt = map + 16 + 2 * (3 * segments + s);
      const offset = view.getUint16(offsetAt);
      for (let c = start; c <= end && c < 0xffff; c++) {
        const glyph = offset ? view.getUint16(offsetAt + offset + 2 * (c - start)) : c;
        if (glyph) glyphs.set(c, (glyph + delta) & 0xffff);
      }
    }
  }
  return glyphs;
}

/**
 * The code points a font covers, in order.
 * @param {Buffer} font a plain (sfnt) font
 */
export function charactersIn(font) {
  return [...glyphsIn(font).keys()].sort((a, b) => a - b);
}

/**
 * Vertical metrics and advances, as shares of the font size.
 * @param {Buffer} font a plain (sfnt) font
 */
function measure(font) {
  const { view, at } = tablesOf(font);
  const em = view.getUint16(at('head') + 18);
  const glyphs = glyphsIn(font);
  const lastWidth = view.getUint16(at('hhea') + 34) - 1;
  return {
    ascent: view.getInt16(at('hhea') + 4) / em,
    descent: -view.getInt16(at('hhea') + 6) / em,
    lineGap: view.getInt16(at('hhea') + 8) / em,
    /** @type {Advance} */
    advance: (letter) => {
      const glyph = glyphs.get(letter.charCodeAt(0)) ?? 0;
      return view.getUint16(at('hmtx') + 4 * Math.min(glyph, lastWidth)) / em;
    },
  };
}

/** @param {Advance} advance */
function average(advance) {
  let sum = 0;
  let weights = 0;
  for (const [letter, weight] of Object.entries(frequency)) {
    sum += advance(letter) * weight;
    weights += weight;
  }
  return sum / weights;
}

/** @param {string} thousandths @returns {Advance} */
function advances(thousandths) {
  const widths = thousandths.split(' ').map(Number);
  return (letter) => (widths['abcdefghijklmnopqrstuvwxyz .,'.indexOf(letter)] ?? 0) / 1000;
}

/** @param {string} text @param {string} signsToDrop */
function without(text, signsToDrop) {
  return [...text].filter((sign) => !signsToDrop.includes(sign)).join('');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await mkdir(new URL('public/fonts/', root), { recursive: true });
  for (const [path, contents] of await makeFonts()) {
    await writeFile(new URL(path, root), contents);
    console.log(`${String(contents.length).padStart(6)} bytes  ${path}`);
  }
}
