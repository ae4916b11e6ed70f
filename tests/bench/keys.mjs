// @ts-check
// Script for a key typed into a worksheet on the slow processor: all of the page's own script and React's from the key
// going down until the page is at rest again. Saving is measured apart, and counted in a second figure.
import { BARS } from './bars.mjs';
import { pause, serveNoting, SLOW_CPU, withPage } from './browser.mjs';
import { pageOf } from './pages.mjs';
import { median, quantile } from './stats.mjs';
import { ms, table } from './table.mjs';

/** @typedef {import('./browser.mjs').Page} Page */
/** @typedef {import('puppeteer-core').CDPSession} DevTools */

const FIELD = 'form[data-alive] textarea';
const TEXT = 'we talk at the end of most weeks and that goes well enough, i would say. ';

/** Keys that are typed before a pause: so few that no save falls between them. */
const GROUP = 4;
const KEYS = 60;
/** From one key to the next, as a quick writer types. */
const KEY_EVERY_MS = 120;
/** A pause in which the save has come and gone. */
const SAVED_AFTER_MS = 1000;

/** What is stored, beside the sheet that is typed into. */
const STORES = [
  { name: '3 sheets stored', sheets: 2, characters: 1_500 },
  { name: '4 MB stored', sheets: 100, characters: 40_000 },
];

/** @param {{ dist: string, browser: import('./browser.mjs').Browser }} bench */
export async function keys({ dist, browser }) {
  const { path } = pageOf(dist, 'worksheet');
  const site = await serveNoting(dist);
  const rows = [];
  const results = [];
  try {
    for (const store of STORES) {
      const found = await withPage(browser, {}, async (page, devtools) => {
        await page.goto(site.url + path);
        await fill(page, store);
        await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW_CPU });
        await page.reload();
        await page.waitForSelector(FIELD);
        await page.focus(FIELD);
        return measure(page, devtools);
      });
      const figures = found.keys.map(({ script }) => script);
      const tasks = found.keys.map(({ task }) => task);
      rows.push([
        store.name,
        ms(median(figures)),
        ms(quantile(figures, 0.95)),
        ms(median(tasks)),
        ms(median(found.saves)),
        ms(found.everything),
      ]);
      results.push(
        within(`a key, ${store.name}: median`, median(figures)),
        within(`a key, ${store.name}: 95 of 100`, quantile(figures, 0.95)),
        within(`a key with its share of saving, ${store.name}`, found.everything),
      );
    }
  } finally {
    await site.close();
  }
  return {
    title: `Script for a key press on the worksheet (processor ÷ 4, ${KEYS} keys, ${KEY_EVERY_MS} ms apart)`,
    tables: [table(['', 'median', '95 of 100', 'all work, median', 'a save', 'with saving, mean'], rows)],
    results,
    notes: [
      `Median and 95 of 100: script from a key going down until just before the next, typed in groups of ${GROUP} with a\n` +
        'pause for the save between groups. All work: the same with style, layout and paint. With saving: all script while\n' +
        'typing on without pause, saves as they fall, divided by the keys. All are processor time of the page’s thread.',
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

/** @param {Page} page @param {DevTools} devtools */
async function measure(page, devtools) {
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  let next = 0;
  const press = () => pressKey(devtools, TEXT[next++ % TEXT.length] ?? ' ');
  for (let n = 0; n < 10; n++) {
    await press();
    await pause(KEY_EVERY_MS);
  }
  await pause(SAVED_AFTER_MS);

  const keys = [];
  const saves = [];
  while (keys.length < KEYS) {
    for (let n = 0; n < GROUP; n++) {
      const before = await worked(devtools);
      await press();
      await pause(KEY_EVERY_MS);
      keys.push(since(before, await worked(devtools)));
    }
    const before = await worked(devtools);
    await pause(SAVED_AFTER_MS);
    saves.push(since(before, await worked(devtools)).script);
  }

  const before = await worked(devtools);
  for (let n = 0; n < KEYS; n++) {
    await press();
    await pause(KEY_EVERY_MS);
  }
  const everything = since(before, await worked(devtools)).script / KEYS;
  const written = await page.$eval(FIELD, (field) => /** @type {HTMLTextAreaElement} */ (field).value.length);
  if (written < next) throw new Error(`Only ${written} of ${next} keys arrived in the field.`);
  return { keys, saves, everything };
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
