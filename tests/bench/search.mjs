// @ts-check
// Search, from the field's focus on: what is fetched and how long it takes until the first suggestion and the first
// place in the text are shown. Counted at the server, so that what a worker fetches counts as well.
import { BARS } from './bars.mjs';
import { bytesOf, pause, serveNoting, SLOW_LINE, withPage } from './browser.mjs';
import { pageOf } from './pages.mjs';
import { buildStarlight } from './starlight.mjs';
import { median, paired, ratioMet, spread } from './stats.mjs';
import { inKB, kB, ms, ratio, table } from './table.mjs';

/** @typedef {import('./browser.mjs').Page} Page */
/** @typedef {{ bytes: number, requests: number, time: number }} Reached from the field's focus to something shown */
/** @typedef {{ before: number, suggestion?: Reached, text: Reached }} Found `before`: bytes of the page's scripts before that */

/**
 * How a site's search is used.
 * @typedef {object} Search
 * @property {(page: Page) => Promise<unknown>} focus opens the search, so that one can type
 * @property {string | undefined} suggestion what to look for as the first suggestion, if the site makes any
 * @property {string} text what to look for as the first place in the text
 */

/** @type {Search} */
export const OURS = {
  focus: (page) => page.focus('.header-search input'),
  suggestion: '.header-search .found > :first-child li a',
  text: '.header-search .found .excerpt',
};
/** @type {Search} */
const STARLIGHT = {
  focus: (page) => page.click('site-search button[data-open-modal]'),
  suggestion: undefined,
  text: 'site-search .pagefind-ui__result-link',
};

/** What is looked for: every word stands in a title or heading and in the text. */
export const WORDS = ['fine', 'often', 'agree'];
const KEY_EVERY_MS = 100;
const ROUNDS = 2 * WORDS.length;
const TITLES = 'search/titles.json';
const HEADS = ['', 'kB, most', 'requests', 'time', '± spread'];

const wordOf = (/** @type {number} */ round) => WORDS[round % WORDS.length] ?? '';

/** @typedef {{ dist: string, browser: import('./browser.mjs').Browser, pairs: number, starlight: boolean }} Bench */

/** @param {Bench} bench */
export async function search({ dist, browser, pairs, starlight }) {
  const { path } = pageOf(dist, 'guide');
  const site = await serveNoting(dist);
  /** @type {Found[]} */
  const found = [];
  let titles = 0;
  try {
    for (let round = 0; round < ROUNDS; round++) {
      found.push(await find(browser, site, path, OURS, wordOf(round)));
      titles = site.answers.find((answer) => answer.path === TITLES)?.bytes ?? titles;
    }
    const suggestions = found.flatMap(({ suggestion }) => suggestion ?? []);
    const texts = found.map(({ text }) => text);
    const compared = starlight
      ? await compare({ site, path, dist, browser, pairs })
      : { tables: [], results: [], notes: ['Beside Starlight: not asked for (--starlight).'] };
    return {
      title:
        `Search from the field's focus on (slow line, processor ÷ 4; ${ROUNDS} searches, ${KEY_EVERY_MS} ms a key: ` +
        `${WORDS.map((word) => `“${word}”`).join(', ')})`,
      tables: [
        table(HEADS, [row('first suggestion', suggestions), row('first place in the text', texts)]),
        ...compared.tables,
      ],
      results: [
        within('bytes to the first suggestion', most(suggestions), BARS.suggestion),
        within('bytes to the first place in the text', most(texts), BARS.wholeText),
        ...compared.results,
      ],
      notes: [`titles.json, which grows with the site: ${kB(titles)}.`, ...compared.notes],
    };
  } finally {
    await site.close();
  }
}

/**
 * Searches here and in Starlight by turns, at the processor's own speed: what slows a page down reaches no worker, in
 * which Starlight's search runs.
 * @param {Pick<Bench, 'dist' | 'browser' | 'pairs'> & { site: Awaited<ReturnType<typeof serveNoting>>, path: string }} bench
 */
async function compare({ site, path, dist, browser, pairs }) {
  /** @type {string[]} */
  const notes = [];
  const built = buildStarlight(dist, (why) => notes.push(why));
  if (!built) return { tables: [], results: [], notes };
  const theirSite = await serveNoting(built.dist);
  try {
    /** @type {Found[]} */
    const ours = [];
    /** @type {Found[]} */
    const theirs = [];
    for (let round = 0; round < pairs; round++) {
      const word = wordOf(round);
      const turns = [
        async () => ours.push(await find(browser, site, path, OURS, word, { slowCpu: false })),
        async () => theirs.push(await find(browser, theirSite, path, STARLIGHT, word, { slowCpu: false })),
      ];
      for (const turn of round % 2 === 0 ? turns : turns.reverse()) await turn();
    }
    const [ourTexts, theirTexts] = [ours, theirs].map((all) => all.map(({ text }) => text));
    if (!ourTexts || !theirTexts) return { tables: [], results: [], notes };
    const bytes = most(ourTexts) / most(theirTexts);
    const times = paired(
      ourTexts.map(({ time }) => time),
      theirTexts.map(({ time }) => time),
    );
    return {
      tables: [
        table(
          [`slow line, processor as it is; ${pairs} pairs`, ...HEADS.slice(1)],
          [
            row('ours: first place in the text', ourTexts),
            row(`Starlight ${built.version}: first place`, theirTexts),
          ],
        ),
      ],
      results: [
        {
          what: 'bytes to the first place ÷ Starlight',
          figure: bytes.toFixed(3),
          bar: `under ${BARS.besideStarlight}`,
          met: bytes < BARS.besideStarlight,
        },
        {
          what: 'time to the first place ÷ Starlight',
          figure: ratio(times.median, times.spread),
          bar: `at most ${BARS.besideStarlight}`,
          met: ratioMet(times, BARS.besideStarlight),
        },
      ],
      notes: [
        `Not counted against Starlight: ${kB(Math.max(...theirs.map(({ before }) => before)))} of script on every page, ` +
          'most of it for the search.',
      ],
    };
  } finally {
    await theirSite.close();
    built.remove();
  }
}

/**
 * Searches once, in a browser that knows nothing of the site but the page it is on.
 * @param {import('./browser.mjs').Browser} browser
 * @param {{ url: string, answers: import('./browser.mjs').Answer[] }} site
 * @param {string} path
 * @param {Search} how
 * @param {string} word
 * @param {{ slowCpu?: boolean }} [options]
 * @returns {Promise<Found>}
 */
export function find(browser, site, path, how, word, { slowCpu = true } = {}) {
  return withPage(browser, { slowLine: true, slowCpu }, async (page) => {
    site.answers.length = 0;
    await page.goto(site.url + path);
    await page.waitForNetworkIdle({ idleTime: 500 });
    const before = bytesOf(site.answers.filter(({ path }) => path.endsWith('.js')));
    const begun = site.answers.length;
    await page.evaluate(noteShown, how.suggestion, how.text);
    const focused = now();
    await how.focus(page);
    for (const letter of word) {
      await page.keyboard.type(letter);
      await pause(KEY_EVERY_MS);
    }
    const seen = async (/** @type {string} */ name) => {
      const at = await shownAt(page, name);
      // What left the server a moment before cannot have come: the line is slower than that.
      const needed = site.answers.slice(begun).filter((answer) => answer.at <= at - SLOW_LINE.latency / 2);
      return { bytes: bytesOf(needed), requests: needed.length, time: at - focused };
    };
    const text = await seen('text');
    return { before, text, ...(how.suggestion && { suggestion: await seen('suggestion') }) };
  });
}

/**
 * When something was first to be seen. Asked again and again: the pages' policy forbids what puppeteer would wait with.
 * @param {Page} page
 * @param {string} name
 */
async function shownAt(page, name) {
  for (const end = now() + 30_000; now() < end; await pause(50)) {
    const at = await page.evaluate((name) => {
      const [mark] = performance.getEntriesByName(name);
      return mark && performance.timeOrigin + mark.startTime;
    }, name);
    if (at !== undefined) return at;
  }
  throw new Error(`The search has shown no ${name} in half a minute.`);
}

const now = () => performance.timeOrigin + performance.now();

/**
 * Runs in the page: notes when a first suggestion and a first place in the text are there to be seen.
 * @param {string | undefined} suggestion
 * @param {string} text
 */
function noteShown(suggestion, text) {
  const wanted = new Map(Object.entries({ suggestion, text }).filter(([, selector]) => selector));
  const look = () => {
    // Taken first: to ask whether it is to be seen lays the page out.
    const startTime = performance.now();
    for (const [name, selector] of wanted) {
      if (!document.querySelector(selector ?? '')?.checkVisibility()) continue;
      performance.mark(name, { startTime });
      wanted.delete(name);
    }
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
}

/** The most bytes that any of the searches needed. @param {Reached[]} all */
const most = (all) => Math.max(...all.map(({ bytes }) => bytes));

/** @param {string} what @param {Reached[]} all */
function row(what, all) {
  const times = all.map(({ time }) => time);
  const requests = Math.max(...all.map((one) => one.requests));
  return [what, inKB(most(all)), String(requests), ms(median(times)), ms(spread(times))];
}

/** @param {string} what @param {number} bytes @param {number} bar */
const within = (what, bytes, bar) => ({
  what,
  figure: kB(bytes),
  bar: `at most ${kB(bar)}`,
  met: bytes <= bar,
});
