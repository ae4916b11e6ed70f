// @ts-check
// A filter of the question bank: words typed and taken back, a theme chosen and left.
import { timeChanges } from './changes.mjs';

const words = '#bank form [name=words]';
const theme = '#bank form [name=theme]';

/** @param {Parameters<typeof timeChanges>[0]} bench */
export const filter = (bench) =>
  timeChanges(bench, {
    title: 'A filter of the question bank',
    what: 'filter',
    path: 'questions/',
    awake: '#bank form:not([hidden])',
    changes: [
      { name: 'a word typed', control: words, value: 'time' },
      { name: 'all shown again', control: words, value: '' },
      { name: 'a theme chosen', control: theme, value: 'support' },
      { name: 'all shown again', control: theme, value: '' },
    ],
    watch,
    rest: 80,
    behind: 'the rest of the list, below the screen, is brought in line',
    fault: 'questions that were on the screen and not drawn when the frame counted as painted',
  });

/** Runs in the page: counts questions on the screen that are not drawn. */
function watch() {
  const isBlank = (/** @type {Element} */ item) => {
    const { top, bottom, height } = item.getBoundingClientRect();
    const isOnScreen = height > 0 && top < window.innerHeight && bottom > 0;
    return isOnScreen && !item.firstElementChild?.checkVisibility({ contentVisibilityAuto: true });
  };
  Object.assign(window, {
    watched: {
      before: () => undefined,
      faults: () => [...document.querySelectorAll('.theme li')].filter(isBlank).length,
    },
  });
}
