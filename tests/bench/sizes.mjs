// @ts-check
// How much a page of each kind weighs: its HTML with all CSS, and all that a browser fetches for it.
import { BARS } from './bars.mjs';
import { bytesOf, pause, serveNoting, withPage } from './browser.mjs';
import { kindsOfPages, packed, stylesIn } from './pages.mjs';
import { inKB, kB, table } from './table.mjs';

/** @typedef {import('./browser.mjs').Answer} Answer */

/** @param {{ dist: string, browser: import('./browser.mjs').Browser }} bench */
export async function sizes({ dist, browser }) {
  const site = await serveNoting(dist);
  const rows = [];
  /** @type {Record<string, { html: number, script: number, all: number }>} */
  const weights = {};
  try {
    for (const { kind, path, html } of kindsOfPages(dist)) {
      site.answers.length = 0;
      await withPage(browser, {}, async (page) => {
        await page.goto(site.url + path);
        await page.evaluate(() => document.fonts.ready);
        if (kind === 'worksheet') await typeAndSave(page);
        await page.waitForNetworkIdle({ idleTime: 500 });
      });
      const of = (/** @type {RegExp} */ ending) => site.answers.filter((answer) => ending.test(answer.path));
      const itself = of(/(^|\/)(index\.html)?$/);
      const weight = {
        html: bytesOf(itself),
        script: bytesOf(of(/\.js$/)),
        all: bytesOf(site.answers),
      };
      weights[kind] = weight;
      rows.push([
        `${kind} (/${path})`,
        inKB(weight.html),
        inKB(packed(stylesIn(html))),
        inKB(weight.script),
        String(of(/\.js$/).length),
        inKB(bytesOf(of(/\.woff2$/))),
        inKB(weight.all),
        String(site.answers.length),
      ]);
    }
  } finally {
    await site.close();
  }
  const { guide, worksheet } = weights;
  if (!guide || !worksheet) throw new Error(`There is no guide or no worksheet in ${dist}.`);
  /** @param {string} what @param {number} bytes @param {number} bar */
  const within = (what, bytes, bar) => ({
    what,
    figure: kB(bytes),
    bar: `at most ${kB(bar)}`,
    met: bytes <= bar,
  });
  return {
    title: 'Sizes, compressed (gzip -9; kB of 1,000 bytes; bodies as a browser fetches them, nothing cached)',
    tables: [table(['page', 'HTML + CSS', 'CSS alone', 'script', 'files', 'fonts', 'all', 'requests'], rows)],
    results: [
      within('guide: HTML and all CSS', guide.html, BARS.guideHtml),
      within('guide: all of it, fonts included', guide.all, BARS.guideAll),
      within('worksheet: script until alive and typed in', worksheet.script, BARS.worksheetScript),
    ],
  };
}

/** Fetches whatever a worksheet fetches when it is used. @param {import('./browser.mjs').Page} page */
async function typeAndSave(page) {
  await page.waitForSelector('form[data-alive]');
  await page.type('form[data-alive] textarea', 'fine');
  await pause(2000);
}
