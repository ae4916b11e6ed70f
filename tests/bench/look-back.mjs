// @ts-check
// Looking back, until its lines are painted: three sheets beside a hundred.
import { BARS } from './bars.mjs';
import { untilShown } from './shown.mjs';

/** @typedef {import('./shown.mjs').Kit} Kit */

/** @param {Parameters<typeof untilShown>[0]} bench */
export const lookBack = (bench) =>
  untilShown(bench, {
    title: 'Looking back',
    path: 'kit/look-back/',
    kits: [
      { name: '3 sheets', mentorships: 1, sheets: 3 },
      { name: '100 sheets', mentorships: 1, sheets: 100 },
    ],
    fill,
    watch,
    what: 'looking back over 100 sheets',
    bar: BARS.lookBack,
  });

/** Runs in the page: a mentorship of years, check-ins and what was written before them by turns. @param {Kit} kit */
function fill({ sheets }) {
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
 * @param {Kit} kit whose sheets the drawing must hold: one in two is a check-in with a mark a side
 */
function watch({ sheets }) {
  const look = () => {
    const way = document.querySelector('[role=img] .way')?.getAttribute('d') ?? '';
    if (way.split(/[ML]/).length - 1 < Math.ceil(sheets / 2)) return void requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => Object.assign(window, { shownAt: performance.now() });
    port2.postMessage('');
  };
  requestAnimationFrame(look);
}
