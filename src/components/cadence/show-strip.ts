import { need, setAttribute } from '../site/dom';
import type { Page, View } from './view';

/** Dots of the line between the words; more would not be told apart. */
const MOST_DOTS = 34;
/** Where the line ends and the check-in stands at most, and how far apart meetings are, in the drawing's own measure. */
const LINE_END = 376;
const WIDEST_STEP = 62;

/** Shows the meetings up to the check-in as a line of dots between the words. */
export function showStrip({ root }: Page): (view: View) => void {
  const dots = need(root, '.strip .meetings', SVGPathElement);
  const mark = need(root, '.strip g', SVGGElement);
  return ({ cadence }) => {
    const line = lineOf(cadence.n);
    setAttribute(dots, 'd', line.dots);
    setAttribute(mark, 'transform', `translate(${(line.end - LINE_END).toFixed(1)} 0)`);
  };
}

/** All meetings before the one with the check-in, as a path of points, and where the check-in itself stands. */
function lineOf(n: number): { dots: string; end: number } {
  const count = Math.min(n - 1, MOST_DOTS);
  const step = Math.min(WIDEST_STEP, LINE_END / Math.max(count, 1));
  const dots = Array.from({ length: count }, (_, at) => `M${(at * step).toFixed(1)} 0h0`).join('');
  return { dots, end: count * step };
}
