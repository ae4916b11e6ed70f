// @ts-check
// A change in the plan of check-ins on the slow processor: from the input to the frame that shows the new answer.
import { BARS } from './bars.mjs';
import { pause, serveNoting, withPage } from './browser.mjs';
import { median, spread } from './stats.mjs';
import { ms, table } from './table.mjs';

/**
 * What a change cost, in ms, and whether its frame showed the new answer.
 * @typedef {{ script: number, work: number, wall: number, rest: number, shown: boolean }} Painted
 */

const TIMES = 20;

/** What a person does: each line changes the answer. */
const CHANGES = [
  { name: 'monthly', control: '#plan-howOften', value: 'monthly' },
  { name: 'in another rhythm, every ten days', control: '#plan-howOften', value: 'other' },
  { name: 'every day', control: '#plan-n', value: '1' },
  { name: 'a check-in at every meeting', control: '#plan-own', value: '1' },
  { name: 'an end in five years', control: '#plan-ends', value: 'in five years' },
  { name: 'no end', control: '#plan-ends', value: '' },
  { name: 'in between', control: '#plan-choice', value: 'balanced' },
  { name: 'every ten days', control: '#plan-n', value: '10' },
  { name: 'weekly', control: '#plan-howOften', value: 'weekly' },
  { name: 'another next meeting', control: '#plan-next', value: 'in a week' },
  { name: 'meetings of an hour and a half', control: '#plan-meetingMinutes', value: '90' },
  { name: 'meetings of an hour', control: '#plan-meetingMinutes', value: '60' },
  { name: 'nothing, which is wrong', control: '#plan-next', value: '' },
  { name: 'today', control: '#plan-next', value: 'today' },
];

/** @param {{ dist: string, browser: import('./browser.mjs').Browser }} bench */
export async function plan({ dist, browser }) {
  const site = await serveNoting(dist);
  try {
    /** @type {Map<string, Painted[]>} */
    const seen = new Map(CHANGES.map(({ name }) => [name, []]));
    await withPage(browser, { slowCpu: true }, async (page) => {
      await page.goto(`${site.url}cadence/`);
      await page.waitForSelector('#plan[data-awake]');
      await page.evaluate(() => document.fonts.ready);
      await pause(500);
      // The first time round is left out: the engine still compiles.
      for (let n = -1; n < TIMES; n++) {
        for (const { name, control, value } of CHANGES) {
          const painted = await page.evaluate(change, control, day(value));
          if (n >= 0) seen.get(name)?.push(painted);
          await pause(450);
        }
      }
    });
    const of = (/** @type {Painted[]} */ all, /** @type {'script' | 'work' | 'wall' | 'rest'} */ what) =>
      all.map((one) => one[what]);
    return {
      title: `A change in the plan of check-ins (processor ÷ 4, each ${TIMES} times)`,
      tables: [
        table(
          ['', 'script', 'all work', '± spread', 'to the painted frame', 'frames after'],
          [...seen].map(([name, all]) => [
            name,
            ms(median(of(all, 'script'))),
            ms(median(of(all, 'work'))),
            ms(spread(of(all, 'work'))),
            ms(median(of(all, 'wall'))),
            ms(median(of(all, 'rest'))),
          ]),
        ),
      ],
      results: [...seen].map(([name, all]) => ({
        what: `plan: ${name}`,
        figure: ms(median(of(all, 'work'))),
        bar: `a frame, ${ms(BARS.frame)}`,
        met: median(of(all, 'work')) <= BARS.frame && all.every(({ shown }) => shown),
      })),
      notes: [
        'All work: what the page does for it, script, style, layout and paint, until the answer is on the screen. Frames\n' +
          'after: what the three frames behind it cost, in which the months and the dates follow.',
      ],
    };
  } finally {
    await site.close();
  }
}

/** @param {string} value */
function day(value) {
  const away = { today: 0, 'in a week': 7, 'in five years': 5 * 365 }[value];
  if (away === undefined) return value;
  return new Date(Date.now() + away * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Runs in the page: changes a control as a person does, and waits until the change has been painted, and what follows.
 * @param {string} control
 * @param {string} value
 * @returns {Promise<Painted>}
 */
function change(control, value) {
  const input = /** @type {HTMLInputElement} */ (document.querySelector(control));
  const box = /** @type {HTMLElement} */ (document.querySelector('#plan .answer'));
  const before = box.innerText;
  return new Promise((resolve) => {
    /** @type {number[]} */
    const frames = [];
    let [start, heard, painted] = [0, 0, 0];
    let shown = false;
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
          shown = box.innerText !== before;
        }
        if (frames.length < 4) return;
        const [first = NaN, ...others] = frames;
        resolve({
          script: heard - start,
          work: heard - start + first,
          wall: painted - start,
          rest: others.reduce((sum, time) => sum + time, 0),
          shown,
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
