// @ts-check
// My kit, until its list is painted: a small kit beside one of a lifetime.
import { BARS } from './bars.mjs';
import { untilShown } from './shown.mjs';

/** @typedef {import('./shown.mjs').Kit} Kit */

/** @param {Parameters<typeof untilShown>[0]} bench */
export const kit = (bench) =>
  untilShown(bench, {
    title: 'My kit',
    path: 'kit/',
    kits: [
      { name: '3 sheets', mentorships: 1, sheets: 3 },
      { name: '50 mentorships, 500 sheets', mentorships: 50, sheets: 500 },
    ],
    fill,
    watch,
    what: 'my kit with 50 mentorships, 500 sheets',
    bar: BARS.kit,
  });

/** Runs in the page. @param {Kit} kit */
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
