// @ts-check
// First paint on the slow line and the slow processor, with nothing cached. Every round loads the bare text, our page
// without its fonts, and our page, one right after the other and in changing order; ratios are taken within a round.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withPolicy } from '../../src/build/content-policy.ts';
import { BARS } from './bars.mjs';
import { serveNoting, withPage } from './browser.mjs';
import { kindsOfPages, pageOf } from './pages.mjs';
import { median, paired, ratioMet, spread } from './stats.mjs';
import { ms, ratio, table } from './table.mjs';
import { barePage } from './text.mjs';

/** @typedef {{ paint: number, shift: number, alive: number }} Seen */

const VARIANTS = /** @type {const} */ ({ ours: '', bare: 'bare.html', noFonts: 'no-fonts.html' });
/** @typedef {keyof typeof VARIANTS} Variant */

/** @param {{ dist: string, browser: import('./browser.mjs').Browser, pairs: number }} bench */
export async function paint({ dist, browser, pairs }) {
  const copy = mkdtempSync(join(tmpdir(), 'bench-paint-'));
  try {
    cpSync(dist, copy, { recursive: true });
    const pages = [pageOf(dist, 'guide'), pageOf(dist, 'worksheet')];
    for (const { path, html } of pages) {
      writeFileSync(join(copy, path, VARIANTS.bare), barePage(html));
      writeFileSync(join(copy, path, VARIANTS.noFonts), withoutFonts(html));
    }
    const site = await serveNoting(copy);
    try {
      const rows = [];
      /** @type {import('./table.mjs').Result[]} */
      const results = [];
      for (const { kind, path } of pages) {
        const seen = await rounds(browser, site.url + path, pairs, kind === 'worksheet');
        const paints = (/** @type {Variant} */ variant) => seen[variant].map((one) => one.paint);
        const besideBare = paired(paints('ours'), paints('bare'));
        const besideNoFonts = paired(paints('ours'), paints('noFonts'));
        const shift = Math.max(...seen.ours.map((one) => one.shift));
        rows.push(
          [`${kind}: the bare text`, ...times(paints('bare')), ''],
          [`${kind}: without its fonts`, ...times(paints('noFonts')), ''],
          [`${kind}: as it is`, ...times(paints('ours')), shift.toFixed(4)],
        );
        if (kind === 'guide') {
          results.push(
            beside('guide: first paint ÷ bare text', besideBare, BARS.besideBare),
            beside('guide: first paint ÷ without fonts', besideNoFonts, BARS.besideNoFonts),
          );
        } else {
          const alive = seen.ours.map((one) => one.alive);
          rows.push([`${kind}: alive`, ...times(alive), '']);
          results.push(
            within('worksheet: readable', paints('ours'), BARS.alive),
            within('worksheet: alive', alive, BARS.alive),
            beside('worksheet: first paint ÷ bare text', besideBare, BARS.besideBare),
            beside('worksheet: first paint ÷ without fonts', besideNoFonts, BARS.besideNoFonts),
          );
        }
        results.push(steady(kind, shift));
      }
      for (const { kind, path } of kindsOfPages(dist)) {
        if (pages.some((page) => page.kind === kind)) continue;
        const { paint, shift } = await load(browser, site.url + path, false);
        rows.push([`${kind}: once`, ms(paint), '', shift.toFixed(4)]);
        results.push(steady(kind, shift));
      }
      return {
        title: `First paint (150 ms round trip, 1.6 Mbit/s, processor ÷ 4, nothing cached; ${pairs} rounds)`,
        tables: [table(['page', 'median', '± spread', 'layout shift'], rows)],
        results,
      };
    } finally {
      await site.close();
    }
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/** The page with its own typefaces struck out; the measured fallbacks stay. @param {string} html */
function withoutFonts(html) {
  const struck = html.replace(/@font-face\s*\{[^}]*url\([^}]*\}/g, '');
  if (struck === html) throw new Error('The page has no fonts to strike out.');
  return withPolicy(struck);
}

/**
 * @param {import('./browser.mjs').Browser} browser
 * @param {string} url
 * @param {number} count
 * @param {boolean} comesAlive
 */
async function rounds(browser, url, count, comesAlive) {
  const names = /** @type {Variant[]} */ (Object.keys(VARIANTS));
  /** @type {Record<Variant, Seen[]>} */
  const seen = { ours: [], bare: [], noFonts: [] };
  // The first round warms the browser and the machine; it is not counted.
  for (let round = -1; round < count; round++) {
    for (let at = 0; at < names.length; at++) {
      const name = names[(round + 1 + at) % names.length] ?? 'ours';
      const again = () => load(browser, url + VARIANTS[name], comesAlive && name === 'ours');
      // On a busy machine a load hung for half a minute once in some hundreds: once more, then it is an error.
      const one = await again().catch(again);
      if (round >= 0) seen[name].push(one);
    }
  }
  return seen;
}

/**
 * @param {import('./browser.mjs').Browser} browser
 * @param {string} url
 * @param {boolean} comesAlive
 * @returns {Promise<Seen>}
 */
export function load(browser, url, comesAlive) {
  return withPage(browser, { slowLine: true, slowCpu: true }, async (page) => {
    if (comesAlive) await page.evaluateOnNewDocument(noteAlive);
    await page.goto(url);
    if (comesAlive) await page.waitForSelector('form[data-alive]');
    await page.evaluate(() => document.fonts.ready);
    await page.waitForNetworkIdle({ idleTime: 400 });
    return page.evaluate(seenInPage);
  });
}

/** Runs in the page before anything else: notes when the form has come alive. */
function noteAlive() {
  const watch = new MutationObserver(() => {
    if (!document.querySelector('form[data-alive]')) return;
    watch.disconnect();
    performance.mark('alive');
  });
  watch.observe(document, { subtree: true, attributeFilter: ['data-alive'] });
}

/** Runs in the page when all is there. @returns {Promise<Seen>} */
async function seenInPage() {
  /** @type {PerformanceEntry[]} */
  const shifts = await new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve([]), 200);
  });
  const time = (/** @type {string} */ name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN;
  return {
    paint: time('first-contentful-paint'),
    // @ts-expect-error: the compiler does not know this kind of entry.
    shift: shifts.reduce((sum, { value, hadRecentInput }) => sum + (hadRecentInput ? 0 : value), 0),
    alive: time('alive'),
  };
}

/** @param {string} kind @param {number} shift */
const steady = (kind, shift) => ({
  what: `${kind}: layout shift, the largest seen`,
  figure: shift.toFixed(4),
  bar: `under ${BARS.layoutShift}`,
  met: shift < BARS.layoutShift,
});

/** @param {number[]} values */
const times = (values) => [ms(median(values)), ms(spread(values))];

/** @param {string} what @param {ReturnType<typeof paired>} found @param {number} bar */
const beside = (what, found, bar) => ({
  what,
  figure: ratio(found.median, found.spread),
  bar: `at most ${bar}`,
  met: ratioMet(found, bar),
});

/** @param {string} what @param {number[]} values @param {number} bar */
const within = (what, values, bar) => ({
  what,
  figure: `${ms(median(values))} ± ${ms(spread(values))}`,
  bar: `at most ${ms(bar)}`,
  met: median(values) <= bar,
});
