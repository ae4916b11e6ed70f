// @ts-check
// My kit on the slow processor, until its list is painted: a small kit beside one of a lifetime. Judged is what the page
// does with the kit: from the arrival of its last script on. From the address on is printed too; most of that is the page
// itself, whatever is kept.
import { BARS } from './bars.mjs';
import { pause, serveNoting, SLOW_CPU, withPage } from './browser.mjs';
import { median, paired, spread } from './stats.mjs';
import { ms, ratio, table } from './table.mjs';

const KITS = [
  { name: '3 sheets', mentorships: 1, sheets: 3 },
  { name: '50 mentorships, 500 sheets', mentorships: 50, sheets: 500 },
];

/** @param {{ dist: string, browser: import('./browser.mjs').Browser, pairs: number }} bench */
export async function kit({ dist, browser, pairs }) {
  const site = await serveNoting(dist);
  /** @type {{ since: number, all: number }[][]} */
  const times = KITS.map(() => []);
  try {
    for (let round = -1; round < pairs; round++) {
      for (const [at, store] of KITS.entries()) {
        const time = await withPage(browser, {}, async (page, devtools) => {
          // A few times, for the scripts to be in the cache and compiled, as they are for whoever has written a sheet.
          for (let n = 0; n < 3; n++) {
            await page.goto(`${site.url}kit/`);
            await page.evaluate(fill, store);
            await pause(200);
          }
          await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW_CPU });
          await page.evaluateOnNewDocument(watch);
          await page.goto(`${site.url}kit/`);
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
    title: `My kit (processor ÷ 4, scripts cached, ${pairs} times each)`,
    tables: [
      table(
        ['', 'from its last script', '± spread', 'from the address'],
        times.map((found, at) => [
          KITS[at]?.name ?? '',
          ms(median(found.map(({ since }) => since))),
          ms(spread(found.map(({ since }) => since))),
          ms(median(found.map(({ all }) => all))),
        ]),
      ),
    ],
    results: [
      {
        what: `my kit with ${KITS[1]?.name}`,
        figure: `${ms(median(large))} ± ${ms(spread(large))}`,
        bar: `at most ${BARS.kit} ms`,
        met: median(large) - spread(large) <= BARS.kit,
      },
    ],
    notes: [`The large kit ÷ the small one: ${ratio(growth.median, growth.spread)}.`],
  };
}

/** Runs in the page. @param {{ mentorships: number, sheets: number }} kit */
function fill({ mentorships, sheets }) {
  localStorage.clear();
  const prefix = /** @type {HTMLElement} */ (document.querySelector('astro-island'))
    .getAttribute('props')
    ?.match(/"storage":\[0,"([^"]+)"/)?.[1];
  if (!prefix) throw new Error('The page does not say where it stores.');
  const put = (/** @type {string} */ kind, /** @type {string} */ id, /** @type {object} */ data) =>
    localStorage.setItem(
      `${prefix}:${kind}:${id}`,
      JSON.stringify({ format: 2, revision: 3, savedAt: '2026-11-20T10:00:00.000Z', data: { id, ...data } }),
    );
  for (let n = 0; n < mentorships; n++) {
    put('mentorship', `m${n}`, { started: '2026-01-01T09:00:00.000Z', other: `Person ${n}`, actions: {} });
  }
  const words = 'We start on time, and she lets me finish a thought before she answers it. '.repeat(3);
  for (let n = 0; n < sheets; n++) {
    const day = String((n % 28) + 1).padStart(2, '0');
    const answers = Object.fromEntries(
      ['going-well', 'in-the-way', 'ask-for', 'more-a', 'more-b', 'more-c'].map((field) => [
        field,
        { asked: 'What has been good between you lately?', value: words },
      ]),
    );
    put('sheet', `s${n}`, {
      worksheet: 'before-we-talk',
      mentorship: `m${n % mentorships}`,
      side: 'mentee',
      started: `2026-10-${day}T09:00:00.000Z`,
      ...(n % 3 > 0 && { done: `2026-10-${day}T10:00:00.000Z` }),
      answers,
      nudged: [],
    });
  }
}

/** Runs in the page before its own scripts: notes when the frame that shows the list has been painted. */
function watch() {
  const look = () => {
    if (!document.querySelector('.kept li')) return void requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => Object.assign(window, { shownAt: performance.now() });
    port2.postMessage('');
  };
  requestAnimationFrame(look);
}

/** Runs in the page. @returns {{ since: number, all: number }} from the last script, and from the address, in ms */
function read() {
  const { shownAt } = /** @type {{ shownAt: number }} */ (/** @type {unknown} */ (window));
  const scripts = performance
    .getEntriesByType('resource')
    .flatMap((one) =>
      one instanceof PerformanceResourceTiming && /\.js$/.test(one.name) && one.responseEnd < shownAt
        ? [one.responseEnd]
        : [],
    );
  return { since: shownAt - Math.max(...scripts), all: shownAt };
}
