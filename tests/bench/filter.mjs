// @ts-check
// A filter of the question bank on the slow processor: from the input to the frame that shows what is left.
import { BARS } from './bars.mjs';
import { pause, serveNoting, withPage } from './browser.mjs';
import { median, spread } from './stats.mjs';
import { ms, table } from './table.mjs';

/** @typedef {{ script: number, work: number, wall: number }} Painted in ms */

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
      return [name, ...[scripts, works].map((all) => ms(median(all))), ms(spread(works)), ms(median(walls))];
    });
    return {
      title: `A filter of the question bank (processor ÷ 4, each ${TIMES} times or more)`,
      tables: [table(['', 'script', 'all work', '± spread', 'to the painted frame'], rows)],
      results: [...seen].map(([name, all]) => {
        const work = median(all.map(({ work }) => work));
        return {
          what: `filter: ${name}`,
          figure: ms(work),
          bar: `a frame, ${ms(BARS.frame)}`,
          met: work <= BARS.frame,
        };
      }),
      notes: [
        'All work: what the page does for it, script, style, layout and paint. To the painted frame: the same with the\n' +
          'wait for the screen’s next frame in it, which is 0 to 17 ms whatever a page does.',
      ],
    };
  } finally {
    await site.close();
  }
}

/**
 * Runs in the page: changes a control as a person does, and waits until the change has been painted.
 * @param {string} control
 * @param {string} value
 * @returns {Promise<Painted>}
 */
function change(control, value) {
  const input = /** @type {HTMLInputElement} */ (document.querySelector(`#bank form [name=${control}]`));
  return new Promise((resolve) => {
    const start = performance.now();
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    const heard = performance.now();
    requestAnimationFrame(() => {
      const frame = performance.now();
      // Comes after the frame's style, layout and paint.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const painted = performance.now();
        resolve({ script: heard - start, work: heard - start + painted - frame, wall: painted - start });
      };
      port2.postMessage('');
    });
  });
}
