// @ts-check
// A page that shows what is kept, on the slow processor, until it is painted: a small kit beside a large one. Judged is
// what the page does with the kit: from the arrival of the last script that it begins with. From the address on is
// printed too; most of that is the page itself, whatever is kept.
import { pause, serveNoting, SLOW_CPU, withPage } from './browser.mjs';
import { median, paired, spread } from './stats.mjs';
import { ms, ratio, table } from './table.mjs';

/**
 * @typedef {{ name: string, mentorships: number, sheets: number }} Kit
 * @typedef {object} Shown
 * @property {string} title
 * @property {string} path The page's address in the site.
 * @property {readonly [Kit, Kit]} kits The small one and the large.
 * @property {(kit: Kit) => void} fill Runs in the page: puts such a kit into the storage.
 * @property {(kit: Kit) => void} watch Runs in the page before its own scripts: sets `window.shownAt` once all is painted.
 * @property {string} what
 * @property {number} bar ms
 */

/**
 * @param {{ dist: string, browser: import('./browser.mjs').Browser, pairs: number }} bench
 * @param {Shown} shown
 */
export async function untilShown({ dist, browser, pairs }, { title, path, kits, fill, watch, what, bar }) {
  const site = await serveNoting(dist);
  const address = `${site.url}${path}`;
  /** @type {{ since: number, all: number }[][]} */
  const times = kits.map(() => []);
  try {
    for (let round = -1; round < pairs; round++) {
      for (const [at, kit] of kits.entries()) {
        const time = await withPage(browser, {}, async (page, devtools) => {
          // A few times, for the scripts to be in the cache and compiled, as they are for whoever has written a sheet.
          for (let n = 0; n < 3; n++) {
            await page.goto(address);
            await page.evaluate(fill, kit);
            await pause(200);
          }
          await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW_CPU });
          await page.evaluateOnNewDocument(watch, kit);
          await page.goto(address);
          await page.waitForFunction('window.shownAt > 0');
          return page.evaluate(read);
        });
        if (round >= 0) times[at]?.push(time);
      }
    }
  } finally {
    await site.close();
  }
  const [small = [], large = []] = times.map((found) => found.map(({ since }) => since));
  const growth = paired(large, small);
  return {
    title: `${title} (processor ÷ 4, scripts cached, ${pairs} times each)`,
    tables: [
      table(
        ['', 'from its last script', '± spread', 'from the address'],
        times.map((found, at) => [
          kits[at]?.name ?? '',
          ms(median(found.map(({ since }) => since))),
          ms(spread(found.map(({ since }) => since))),
          ms(median(found.map(({ all }) => all))),
        ]),
      ),
    ],
    results: [
      {
        what,
        figure: `${ms(median(large))} ± ${ms(spread(large))}`,
        bar: `at most ${bar} ms`,
        met: median(large) - spread(large) <= bar,
      },
    ],
    notes: [`The large kit ÷ the small one: ${ratio(growth.median, growth.spread)}.`],
  };
}

/**
 * Runs in the page. A script that is fetched once something is shown is none that the page begins with.
 * @returns {{ since: number, all: number }} from the last script, and from the address, in ms
 */
function read() {
  const { shownAt } = /** @type {{ shownAt: number }} */ (/** @type {unknown} */ (window));
  const begun = [...document.querySelectorAll('link[rel=modulepreload]')].map((link) =>
    link instanceof HTMLLinkElement ? link.href : '',
  );
  const arrived = performance
    .getEntriesByType('resource')
    .flatMap((one) =>
      one instanceof PerformanceResourceTiming && begun.includes(one.name) ? [one.responseEnd] : [],
    );
  if (arrived.length !== begun.length || begun.length === 0) throw new Error('Not all scripts were noted.');
  return { since: shownAt - Math.max(...arrived), all: shownAt };
}
