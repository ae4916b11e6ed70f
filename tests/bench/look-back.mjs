// @ts-check
// Looking back on the slow processor, until its lines are painted: three sheets beside a hundred. Judged is what the
// page does with the sheets: from the arrival of its last script on. From the address on is printed too; most of that is
// the page itself, whatever is kept.
import { BARS } from './bars.mjs';
import { pause, serveNoting, SLOW_CPU, withPage } from './browser.mjs';
import { median, paired, spread } from './stats.mjs';
import { ms, ratio, table } from './table.mjs';

const STORES = [
  { name: '3 sheets', sheets: 3 },
  { name: '100 sheets', sheets: 100 },
];

/** @param {{ dist: string, browser: import('./browser.mjs').Browser, pairs: number }} bench */
export async function lookBack({ dist, browser, pairs }) {
  const site = await serveNoting(dist);
  const address = `${site.url}kit/look-back/`;
  /** @type {{ since: number, all: number }[][]} */
  const times = STORES.map(() => []);
  try {
    for (let round = -1; round < pairs; round++) {
      for (const [at, { sheets }] of STORES.entries()) {
        const time = await withPage(browser, {}, async (page, devtools) => {
          // A few times, for the scripts to be in the cache and compiled, as they are for whoever has written a sheet.
          for (let n = 0; n < 3; n++) {
            await page.goto(address);
            await page.evaluate(fill, sheets);
            await pause(200);
          }
          await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW_CPU });
          await page.evaluateOnNewDocument(watch, sheets);
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
  const [few = [], many = []] = times.map((found) => found.map(({ since }) => since));
  const growth = paired(many, few);
  return {
    title: `Looking back (processor ÷ 4, scripts cached, ${pairs} times each)`,
    tables: [
      table(
        ['', 'from its last script', '± spread', 'from the address'],
        times.map((found, at) => [
          STORES[at]?.name ?? '',
          ms(median(found.map(({ since }) => since))),
          ms(spread(found.map(({ since }) => since))),
          ms(median(found.map(({ all }) => all))),
        ]),
      ),
    ],
    results: [
      {
        what: 'looking back over 100 sheets',
        figure: `${ms(median(many))} ± ${ms(spread(many))}`,
        bar: `at most ${BARS.lookBack} ms`,
        met: median(many) - spread(many) <= BARS.lookBack,
      },
    ],
    notes: [`A hundred sheets ÷ three: ${ratio(growth.median, growth.spread)}.`],
  };
}

/** Runs in the page: a mentorship of years, check-ins and what was written before them by turns. @param {number} sheets */
function fill(sheets) {
  localStorage.clear();
  const props = document.querySelector('astro-island')?.getAttribute('props') ?? '';
  const prefix = /"storage":\[0,"([^"]+)"/.exec(props)?.[1];
  if (!prefix) throw new Error('The page does not say where it stores.');
  const put = (/** @type {string} */ kind, /** @type {string} */ id, /** @type {object} */ data) =>
    localStorage.setItem(
      `${prefix}:${kind}:${id}`,
      JSON.stringify({ format: 2, revision: 3, savedAt: '2026-11-20T10:00:00.000Z', data: { id, ...data } }),
    );
  put('mentorship', 'm', { started: '2020-01-01T09:00:00.000Z', other: 'Amira', actions: {} });
  const words = 'We start on time, and she lets me finish a thought before she answers it. '.repeat(3);
  const both = (/** @type {string} */ field, /** @type {unknown} */ mentor, /** @type {unknown} */ mentee) =>
    Object.entries({ mentor, mentee }).map(([side, value]) => [
      `${field}--${side}`,
      { asked: 'What has been good between you lately?', value },
    ]);
  const scales = ['get-on', 'right-things', 'how-we-work', 'worth-meeting'];
  for (let n = 0; n < sheets; n++) {
    const day = new Date(Date.UTC(2020, 0, 10 + n * 20)).toISOString();
    const isTalk = n % 2 === 0;
    const answers = isTalk
      ? [
          ...scales.flatMap((field, at) => both(field, 1 + ((n + at) % 5), 1 + ((n + 2 * at) % 5))),
          ...['goes-well', 'in-the-way', 'dig-deeper'].flatMap((field) => both(field, words, words)),
          [
            'changes',
            {
              asked: 'What will we change?',
              value: [1, 2].map((at) => ({ id: `${n}-${at}`, what: 'Start with her question', who: 'both' })),
            },
          ],
        ]
      : ['going-well', 'in-the-way', 'ask-for'].map((field) => [
          field,
          { asked: 'What has been good between you lately?', value: words },
        ]);
    put('sheet', `s${n}`, {
      worksheet: isTalk ? 'how-are-we-doing' : 'before-we-talk',
      mentorship: 'm',
      ...(!isTalk && { side: 'mentee' }),
      started: day,
      done: day,
      answers: Object.fromEntries(answers),
      nudged: [],
    });
  }
}

/**
 * Runs in the page before its own scripts: notes when the frame that shows the lines has been painted.
 * @param {number} sheets which the drawing must hold: one in two is a check-in with a mark a side
 */
function watch(sheets) {
  const look = () => {
    const way = document.querySelector('[role=img] .way')?.getAttribute('d') ?? '';
    if (way.split(/[ML]/).length - 1 < Math.ceil(sheets / 2)) return void requestAnimationFrame(look);
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
