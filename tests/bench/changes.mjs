// @ts-check
// Changes of a form on the slow processor: from the input to the frame that shows what follows from it.
import { BARS } from './bars.mjs';
import { pause, serveNoting, withPage } from './browser.mjs';
import { median, spread } from './stats.mjs';
import { ms, table } from './table.mjs';

const TIMES = 20;

/**
 * What a change cost, in ms, and how many faults its frame had.
 * @typedef {{ script: number, work: number, wall: number, rest: number, faults: number }} Painted
 */

/**
 * @typedef {object} Changes
 * @property {string} title
 * @property {string} what First word of each line that is judged.
 * @property {string} path The page's address in the site.
 * @property {string} awake What the page has once it can be changed.
 * @property {readonly { name: string, control: string, value: string }[]} changes What a person does, in order.
 * @property {() => void} watch Runs in the page before its own scripts: sets `window.watched`, see {@link Watched}.
 * @property {number} rest ms that are left to the page between changes.
 * @property {string} behind What the three frames after the first are for.
 * @property {string} fault What a fault of a frame is.
 */

/** @typedef {{ watched: { before(): void, faults(): number } }} Watched `faults` counts them in the painted page. */

/**
 * @param {{ dist: string, browser: import('./browser.mjs').Browser }} bench
 * @param {Changes} asked
 */
export async function timeChanges(
  { dist, browser },
  { title, what, path, awake, changes, watch, rest, behind, fault },
) {
  const site = await serveNoting(dist);
  try {
    /** @type {Map<string, Painted[]>} */
    const seen = new Map(changes.map(({ name }) => [name, []]));
    await withPage(browser, { slowCpu: true }, async (page) => {
      await page.evaluateOnNewDocument(watch);
      await page.goto(`${site.url}${path}`);
      await page.waitForSelector(awake);
      await page.evaluate(() => document.fonts.ready);
      await pause(500);
      // The first time round is left out: the engine still compiles.
      for (let n = -1; n < TIMES; n++) {
        for (const { name, control, value } of changes) {
          const painted = await page.evaluate(change, control, value);
          if (n >= 0) seen.get(name)?.push(painted);
          await pause(rest);
        }
      }
    });
    const rows = [...seen].map(([name, all]) => rowOf(name, all));
    const least = rowOf('a bare page, one word changed', await bareChanges(browser));
    return {
      title: `${title} (processor ÷ 4, each ${TIMES} times or more)`,
      tables: [
        table(
          ['', 'script', 'all work', '± spread', 'to the painted frame', 'frames after', 'faults'],
          [...rows, least].map(({ name, script, works, wall, after, faults }) => [
            name,
            ms(script),
            ms(median(works)),
            ms(spread(works)),
            ms(wall),
            ms(after),
            String(faults),
          ]),
        ),
      ],
      results: rows.map(({ name, works, faults }) => ({
        what: `${what}: ${name}`,
        figure: ms(median(works)),
        bar: `a frame, ${ms(BARS.frame)}`,
        met: median(works) <= BARS.frame && faults === 0,
      })),
      notes: [
        'All work: what the page does for it, script, style, layout and paint. To the painted frame: the same with the\n' +
          'wait for the screen’s next frame in it, which is 0 to 17 ms whatever a page does. Frames after: what the three\n' +
          `frames behind it cost, in which ${behind}. Faults: ${fault}.\n` +
          'The bare page tells how fast this machine is: no page can do with less.',
      ],
    };
  } finally {
    await site.close();
  }
}

/** @param {string} name @param {Painted[]} all */
function rowOf(name, all) {
  const of = (/** @type {keyof Painted} */ part) => all.map((one) => one[part]);
  return {
    name,
    faults: of('faults').reduce((sum, count) => sum + count, 0),
    works: of('work'),
    script: median(of('script')),
    wall: median(of('wall')),
    after: median(of('rest')),
  };
}

/**
 * The least that a change costs on this machine: a field and a line of text that follows it.
 * @param {import('./browser.mjs').Browser} browser
 * @returns {Promise<Painted[]>}
 */
function bareChanges(browser) {
  return withPage(browser, { slowCpu: true }, async (page) => {
    await page.setContent('<input id="word"><p id="said">Nothing</p>');
    await page.evaluate(() => {
      const said = /** @type {HTMLElement} */ (document.querySelector('#said'));
      document.addEventListener('input', ({ target }) => {
        said.textContent = /** @type {HTMLInputElement} */ (target).value;
      });
      Object.assign(window, { watched: { before: () => undefined, faults: () => 0 } });
    });
    await pause(500);
    /** @type {Painted[]} */
    const all = [];
    for (let n = -1; n < TIMES; n++) {
      const painted = await page.evaluate(change, '#word', `word ${n}`);
      if (n >= 0) all.push(painted);
      await pause(80);
    }
    return all;
  });
}

/**
 * Runs in the page: changes a control as a person does, and waits until the change has been painted, and what follows.
 * @param {string} control
 * @param {string} value
 * @returns {Promise<Painted>}
 */
function change(control, value) {
  const input = /** @type {HTMLInputElement} */ (document.querySelector(control));
  const { watched } = /** @type {Watched} */ (/** @type {unknown} */ (window));
  watched.before();
  return new Promise((resolve) => {
    /** @type {number[]} */
    const frames = [];
    let [start, heard, painted, faults] = [0, 0, 0, 0];
    const frame = () => {
      const began = performance.now();
      // Asked for before the page asks, so that what the page does in a frame is counted.
      if (frames.length < 3) requestAnimationFrame(frame);
      const done = () => {
        const ended = performance.now();
        if (frames.push(ended - began) === 1) {
          painted = ended;
          faults = watched.faults();
        }
        if (frames.length < 4) return;
        const [first = NaN, ...others] = frames;
        resolve({
          script: heard - start,
          work: heard - start + first,
          wall: painted - start,
          rest: others.reduce((sum, time) => sum + time, 0),
          faults,
        });
      };
      // Comes after the frame's style, layout and paint, and before what else waits, which is none of the frame's: the
      // browser goes through a form that changed to see what it could fill in.
      void scheduler.postTask(done, { priority: 'user-blocking' });
    };
    requestAnimationFrame(frame);
    start = performance.now();
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    heard = performance.now();
  });
}
