// @ts-check
// A filter of the question bank on the slow processor: from the input to the frame that shows what is left.
import { BARS } from './bars.mjs';
import { pause, serveNoting, withPage } from './browser.mjs';
import { median, spread } from './stats.mjs';
import { ms, table } from './table.mjs';

/**
 * What a change cost, in ms, and how many questions on the screen its frame left blank.
 * @typedef {{ script: number, work: number, wall: number, rest: number, blank: number }} Painted
 */

const TIMES = 20;

/** What a person does to the filter: words typed and taken back, a theme chosen and left. */
const CHANGES = [
  { name: 'a word typed', control: 'words', value: 'time' },
  { name: 'all shown again', control: 'words', value: '' },
  { name: 'a theme chosen', control: 'theme', value: 'support' },
  { name: 'all shown again', control: 'theme', value: '' },
];

/** @param {{ dist: string, browser: import('./browser.mjs').Browser }} bench */
export async function filter({ dist, browser }) {
  const site = await serveNoting(dist);
  try {
    /** @type {Map<string, Painted[]>} */
    const seen = new Map(CHANGES.map(({ name }) => [name, []]));
    await withPage(browser, { slowCpu: true }, async (page) => {
      await page.goto(`${site.url}questions/`);
      await page.waitForSelector('#bank form:not([hidden])');
      await page.evaluate(() => document.fonts.ready);
      await pause(500);
      // The first time round is left out: the engine still compiles.
      for (let n = -1; n < TIMES; n++) {
        for (const { name, control, value } of CHANGES) {
          const painted = await page.evaluate(change, control, value);
          if (n >= 0) seen.get(name)?.push(painted);
          await pause(80);
        }
      }
    });
    const rows = [...seen].map(([name, all]) => {
      const works = all.map(({ work }) => work);
      const walls = all.map(({ wall }) => wall);
      const scripts = all.map(({ script }) => script);
      return [
        name,
        ...[scripts, works].map((all) => ms(median(all))),
        ms(spread(works)),
        ms(median(walls)),
        ms(median(all.map(({ rest }) => rest))),
        String(blanksIn(all)),
      ];
    });
    return {
      title: `A filter of the question bank (processor ÷ 4, each ${TIMES} times or more)`,
      tables: [
        table(
          ['', 'script', 'all work', '± spread', 'to the painted frame', 'below the screen', 'blank'],
          rows,
        ),
      ],
      results: [...seen].map(([name, all]) => {
        const work = median(all.map(({ work }) => work));
        return {
          what: `filter: ${name}`,
          figure: ms(work),
          bar: `a frame, ${ms(BARS.frame)}`,
          met: work <= BARS.frame && blanksIn(all) === 0,
        };
      }),
      notes: [
        'All work: what the page does for it, script, style, layout and paint. To the painted frame: the same with the\n' +
          'wait for the screen’s next frame in it, which is 0 to 17 ms whatever a page does. Below the screen: what the\n' +
          'three frames after it cost, in which the rest of the list is brought in line. Blank: questions that were on the\n' +
          'screen and not drawn when the frame counted as painted; there must be none.',
      ],
    };
  } finally {
    await site.close();
  }
}

/** @param {readonly Painted[]} all */
const blanksIn = (all) => all.reduce((sum, { blank }) => sum + blank, 0);

/**
 * Runs in the page: changes a control as a person does, and waits until the change has been painted, and the rest of the
 * list behind it.
 * @param {string} control
 * @param {string} value
 * @returns {Promise<Painted>}
 */
function change(control, value) {
  const input = /** @type {HTMLInputElement} */ (document.querySelector(`#bank form [name=${control}]`));
  const isBlank = (/** @type {Element} */ item) => {
    const { top, bottom, height } = item.getBoundingClientRect();
    const isOnScreen = height > 0 && top < window.innerHeight && bottom > 0;
    return isOnScreen && !item.firstElementChild?.checkVisibility({ contentVisibilityAuto: true });
  };
  return new Promise((resolve) => {
    /** @type {number[]} */
    const frames = [];
    let [start, heard, painted, blank] = [0, 0, 0, 0];
    const frame = () => {
      const began = performance.now();
      // Asked for before the page asks, so that what the page does in a frame is counted.
      if (frames.length < 3) requestAnimationFrame(frame);
      // Comes after the frame's style, layout and paint.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const ended = performance.now();
        if (frames.push(ended - began) === 1) {
          painted = ended;
          blank = [...document.querySelectorAll('.theme li')].filter(isBlank).length;
        }
        if (frames.length < 4) return;
        const [first = NaN, ...others] = frames;
        resolve({
          script: heard - start,
          work: heard - start + first,
          wall: painted - start,
          rest: others.reduce((sum, time) => sum + time, 0),
          blank,
        });
      };
      port2.postMessage('');
    };
    requestAnimationFrame(frame);
    start = performance.now();
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    heard = performance.now();
  });
}
