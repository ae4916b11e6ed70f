// @ts-check
// Script for a key typed into a worksheet on the slow processor: all of the page's own script and React's from the key
// going down until the page is at rest again. Saving is measured apart, and counted in a second figure.
import { BARS } from './bars.mjs';
import { pause, serveNoting, SLOW_CPU, withPage } from './browser.mjs';
import { pageOf } from './pages.mjs';
import { median, paired, quantile, ratioMet } from './stats.mjs';
import { ms, ratio, table } from './table.mjs';

/** @typedef {import('./browser.mjs').Page} Page */
/** @typedef {import('puppeteer-core').CDPSession} DevTools */

const FIELD = 'form[data-alive] textarea';
const TEXT = 'we talk at the end of most weeks and that goes well enough, i would say. ';

/** Keys that are typed before a pause: so few that no save falls between them. */
const GROUP = 4;
/** Keys that are typed without a pause, saves as they fall. */
const KEYS = 20;
/** From one key to the next, as a quick writer types. */
const KEY_EVERY_MS = 120;
/** A pause in which the save has come and gone. */
const SAVED_AFTER_MS = 1000;

/** What is stored, beside the sheet that is typed into. */
const STORES = [
  { name: '3 sheets stored', sheets: 2, characters: 1_500 },
  { name: '4 MB stored', sheets: 100, characters: 40_000 },
];

/** @typedef {{ script: number[], work: number[], groups: number[], saves: number[], everything: number[] }} Found */

/** @param {{ dist: string, browser: import('./browser.mjs').Browser, pairs: number }} bench */
export async function keys({ dist, browser, pairs }) {
  const { path } = pageOf(dist, 'worksheet');
  const site = await serveNoting(dist);
  /** @type {Found[]} */
  const found = STORES.map(() => ({ script: [], work: [], groups: [], saves: [], everything: [] }));
  const perLoad = 3;
  try {
    const [small, full] = STORES.map(
      (store) => (/** @type {(page: Page, devtools: DevTools) => Promise<void>} */ use) =>
        withPage(browser, {}, async (page, devtools) => {
          await page.goto(site.url + path);
          await fill(page, store);
          await use(page, devtools);
        }),
    );
    if (!small || !full) throw new Error('There are two stores.');
    // In turns, so that what the machine does besides falls on both alike.
    await small((page, devtools) =>
      full(async (fullPage, fullDevtools) => {
        for (let load = 0; load < Math.ceil(pairs / perLoad); load++) {
          await measure(page, devtools, perLoad, found[0]);
          await measure(fullPage, fullDevtools, perLoad, found[1]);
        }
      }),
    );
  } finally {
    await site.close();
  }
  const [small, full] = found;
  if (!small || !full) throw new Error('There are two stores.');
  const growth = paired(full.groups, small.groups);
  return {
    title: `Script for a key press on the worksheet (processor ÷ 4, ${small.script.length} keys, ${KEY_EVERY_MS} ms apart)`,
    tables: [
      table(
        ['', 'median', '95 of 100', 'all work, median', 'a save', 'with saving, mean'],
        found.map((one, at) => [
          STORES[at]?.name ?? '',
          ms(median(one.script)),
          ms(quantile(one.script, 0.95)),
          ms(median(one.work)),
          ms(median(one.saves)),
          ms(median(one.everything)),
        ]),
      ),
    ],
    results: [
      ...found.flatMap((one, at) => [
        within(`a key, ${STORES[at]?.name}: median`, median(one.script)),
        within(`a key, ${STORES[at]?.name}: 95 of 100`, quantile(one.script, 0.95)),
        within(`a key with its share of saving, ${STORES[at]?.name}`, median(one.everything)),
      ]),
      {
        what: 'a key, 4 MB stored ÷ 3 sheets stored',
        figure: ratio(growth.median, growth.spread),
        bar: `at most ${BARS.fullStore}`,
        met: ratioMet(growth, BARS.fullStore),
      },
    ],
    notes: [
      `Median and 95 of 100: script from a key going down until just before the next, typed in groups of ${GROUP} with a\n` +
        'pause for the save between groups; the ratio compares groups that follow each other. All work: the same with style,\n' +
        'layout and paint. With saving: all script while typing on without pause, saves as they fall, divided by the keys.\n' +
        'All are processor time of the page’s thread. That a save writes one record is held by tests/unit/browser/kit.test.ts.',
    ],
  };
}

/**
 * Stores sheets like the one that the page itself stores.
 * @param {Page} page
 * @param {{ sheets: number, characters: number }} store
 */
async function fill(page, { sheets, characters }) {
  await page.waitForSelector(FIELD);
  await page.type(FIELD, 'well');
  await pause(SAVED_AFTER_MS);
  await page.evaluate(
    (sheets, characters) => {
      const key = Object.keys(localStorage).find((name) => name.includes(':sheet:'));
      if (!key) throw new Error('The page has stored no sheet.');
      for (let n = 1; n <= sheets; n++) {
        const record = JSON.parse(localStorage.getItem(key) ?? '');
        record.data.id += n;
        record.data.done = record.data.started;
        for (const answer of Object.values(record.data.answers))
          answer.value = 'a word '.repeat(characters / 7);
        localStorage.setItem(key + n, JSON.stringify(record));
      }
    },
    sheets,
    characters,
  );
}

/**
 * Loads the page anew and types some groups of keys, then some without a pause.
 * @param {Page} page @param {DevTools} devtools @param {number} groups @param {Found | undefined} found
 */
async function measure(page, devtools, groups, found) {
  if (!found) throw new Error('There is nowhere to note what was found.');
  await page.bringToFront();
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.reload();
  await page.waitForSelector(FIELD);
  await page.focus(FIELD);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW_CPU });
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const length = () => page.$eval(FIELD, (field) => /** @type {HTMLTextAreaElement} */ (field).value.length);
  const longBefore = await length();
  let next = 0;
  const press = async () => {
    await pressKey(devtools, TEXT[next++ % TEXT.length] ?? ' ');
    await pause(KEY_EVERY_MS);
  };
  // The first keys still compile.
  for (let n = 0; n < 10; n++) await press();
  await pause(SAVED_AFTER_MS);

  for (let group = 0; group < groups; group++) {
    const scripts = [];
    for (let n = 0; n < GROUP; n++) {
      const before = await worked(devtools);
      await press();
      const { script, task } = since(before, await worked(devtools));
      scripts.push(script);
      found.work.push(task);
    }
    found.script.push(...scripts);
    found.groups.push(median(scripts));
    const before = await worked(devtools);
    await pause(SAVED_AFTER_MS);
    found.saves.push(since(before, await worked(devtools)).script);
  }

  const before = await worked(devtools);
  for (let n = 0; n < KEYS; n++) await press();
  found.everything.push(since(before, await worked(devtools)).script / KEYS);
  const arrived = (await length()) - longBefore;
  if (arrived < next) throw new Error(`Only ${arrived} of ${next} keys arrived in the field.`);
}

/** @param {DevTools} devtools @param {string} text one character */
async function pressKey(devtools, text) {
  const key = {
    key: text,
    code: `Key${text.toUpperCase()}`,
    windowsVirtualKeyCode: text.toUpperCase().charCodeAt(0),
  };
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', text, ...key });
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
}

/** @param {DevTools} devtools @returns {Promise<{ script: number, task: number }>} in ms since the page was opened */
async function worked(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (/** @type {string} */ wanted) =>
    (metrics.find(({ name }) => name === wanted)?.value ?? NaN) * 1000;
  return { script: of('ScriptDuration'), task: of('TaskDuration') };
}

/** @param {{ script: number, task: number }} before @param {{ script: number, task: number }} after */
const since = (before, after) => ({ script: after.script - before.script, task: after.task - before.task });

/** @param {string} what @param {number} figure */
const within = (what, figure) => ({
  what,
  figure: ms(figure),
  bar: `at most ${ms(BARS.key)}`,
  met: figure <= BARS.key,
});
