// @ts-check
// A change in the plan of check-ins, each of which changes the answer.
import { timeChanges } from './changes.mjs';

/** @param {number} away */
const day = (away) => new Date(Date.now() + away * 86_400_000).toISOString().slice(0, 10);

/** @param {Parameters<typeof timeChanges>[0]} bench */
export const plan = (bench) =>
  timeChanges(bench, {
    title: 'A change in the plan of check-ins',
    what: 'plan',
    path: 'cadence/',
    awake: '#plan[data-awake]',
    changes: [
      { name: 'monthly', control: '#plan-howOften', value: 'monthly' },
      { name: 'in another rhythm, every ten days', control: '#plan-howOften', value: 'other' },
      { name: 'every day', control: '#plan-n', value: '1' },
      { name: 'a check-in at every meeting', control: '#plan-own', value: '1' },
      { name: 'in between', control: '#plan-choice', value: 'balanced' },
      { name: 'every ten days', control: '#plan-n', value: '10' },
      { name: 'weekly', control: '#plan-howOften', value: 'weekly' },
      { name: 'an end in three weeks', control: '#plan-ends', value: day(21) },
      { name: 'no end', control: '#plan-ends', value: '' },
      { name: 'another next meeting', control: '#plan-next', value: day(7) },
      { name: 'meetings of an hour and a half', control: '#plan-meetingMinutes', value: '90' },
      { name: 'meetings of an hour', control: '#plan-meetingMinutes', value: '60' },
      { name: 'nothing, which is wrong', control: '#plan-next', value: '' },
      { name: 'today', control: '#plan-next', value: day(0) },
    ],
    watch,
    rest: 450,
    behind: 'the months and the dates follow',
    fault: 'frames that did not show the new answer',
  });

/** Runs in the page: looks whether the answer has become another one. */
function watch() {
  const text = () => /** @type {HTMLElement} */ (document.querySelector('#plan .answer')).innerText;
  let before = '';
  Object.assign(window, {
    watched: {
      before: () => {
        before = text();
      },
      faults: () => Number(text() === before),
    },
  });
}
