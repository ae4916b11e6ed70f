import { CHOICES } from '../../domain/cadence/form';
import { costText } from '../../domain/cadence/say';
import { need, setAttribute, setText } from '../site/dom';
import type { Page, View } from './view';

/** Dots of a ring; more would run into each other. */
const MOST_DOTS = 48;
/** The ring's middle and size, in the drawing's own measure. */
const [X, Y, RADIUS] = [100, 100, 78];

/** Shows the alternatives with what each costs, and which one is chosen. */
export function showRings({ root, words, language }: Page): (view: View) => void {
  const rings = CHOICES.map((choice) => {
    const item = need(root, `.rings [data-choice=${choice}]`);
    return {
      choice,
      item,
      dots: need(item, '.meetings', SVGPathElement),
      number: need(item, 'text', SVGTextElement),
      cost: need(item, '.cost'),
      button: item.querySelector<HTMLElement>('button'),
    };
  });
  return ({ inputs, cadence }) => {
    for (const { choice, item, dots, number, cost, button } of rings) {
      const isChosen = inputs.choice.kind === choice;
      const own = inputs.choice.kind === 'own' ? inputs.choice.n : undefined;
      const n = choice === 'own' ? own : cadence.recommendation.meetings[choice];
      item.classList.toggle('chosen', isChosen);
      item.classList.toggle('unset', n === undefined);
      // Twice as many as the lightest of the others, faint: it waits for a number.
      setAttribute(dots, 'd', ringOf(n ?? 2 * cadence.recommendation.meetings.lighter));
      setText(number, n === undefined ? '?' : String(n));
      setText(cost, n === undefined ? words.ownHint : costText(inputs, n, words, language));
      if (!button) continue;
      setAttribute(button, 'aria-pressed', String(isChosen));
      setText(button, isChosen ? words.chosen : words.useThis);
    }
  };
}

/** The meetings of a ring without the last, which is the check-in at its top. */
function ringOf(n: number): string {
  const count = Math.min(n, MOST_DOTS);
  return Array.from({ length: count - 1 }, (_, at) => {
    const angle = ((at + 1) / count) * 2 * Math.PI;
    return `M${(X + RADIUS * Math.sin(angle)).toFixed(1)} ${(Y - RADIUS * Math.cos(angle)).toFixed(1)}h0`;
  }).join('');
}
