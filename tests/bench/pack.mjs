// @ts-check
// A pack of handouts for twenty pairs: from the press on the button until all its pages are drawn.
import { BARS } from './bars.mjs';
import { serveNoting, withPage } from './browser.mjs';
import { median, spread } from './stats.mjs';
import { ms, table } from './table.mjs';

const TIMES = 5;

/** @param {{ dist: string, browser: import('./browser.mjs').Browser }} bench */
export async function pack({ dist, browser }) {
  const site = await serveNoting(dist);
  try {
    /** @type {number[]} */
    const presses = [];
    /** @type {number[]} */
    const all = [];
    let pages = 0;
    for (let n = 0; n < TIMES; n++) {
      await withPage(browser, {}, async (page) => {
        await page.goto(`${site.url}facilitate/programme/`);
        await page.waitForSelector('#plan[data-awake]');
        await page.evaluate(() => document.fonts.ready);
        presses.push(await page.evaluate(press));
        const from = performance.now();
        const file = await page.pdf({ preferCSSPageSize: true });
        all.push(performance.now() - from);
        pages =
          Buffer.from(file)
            .toString('latin1')
            .match(/\/Type ?\/Page\b/g)?.length ?? 0;
      });
    }
    return {
      title: `A pack for twenty pairs (${pages} pages, ${TIMES} times)`,
      tables: [
        table(
          ['', 'median', '± spread'],
          [
            ['from the press to the print dialog', ms(median(presses)), ms(spread(presses))],
            ['all pages drawn into a file', ms(median(all)), ms(spread(all))],
          ],
        ),
      ],
      results: [
        {
          what: 'pack: from the press to the print dialog',
          figure: ms(median(presses)),
          bar: ms(BARS.pack),
          met: median(presses) <= BARS.pack,
        },
        {
          what: 'pack: all pages drawn',
          figure: ms(median(all)),
          bar: ms(BARS.pack),
          met: median(all) <= BARS.pack,
        },
      ],
    };
  } finally {
    await site.close();
  }
}

/** Runs in the page: twenty pairs, and the press. Gives the ms until the page asks the browser to print. */
function press() {
  const field = /** @type {HTMLInputElement} */ (document.querySelector('[name=pairs]'));
  field.value = '20';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return new Promise((resolve) => {
    const from = performance.now();
    window.print = () => {
      resolve(performance.now() - from);
    };
    /** @type {HTMLElement} */ (document.querySelector('#handouts [type=submit]')).click();
  });
}
