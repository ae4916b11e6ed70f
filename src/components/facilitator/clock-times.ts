import { clock, timed, timeOfDay } from '../../domain/facilitator/time';
import { counted } from '../../domain/words/count';
import { fill } from '../../domain/words/fill';
import { need, setOptional, setText } from '../site/dom';
import type { RunStep, RunWords } from './run';

/**
 * Shows the plan by the clock: "10:05" where it said how many minutes, and the minutes below. Without a start it counts
 * minutes from nought again.
 * @param start minutes after midnight
 */
export function showClock(
  steps: readonly RunStep[],
  start: number | undefined,
  words: RunWords,
  language: string,
): void {
  const plan = need(document, '.steps');
  const { run: labels, minutes, total, columns, from: since } = words;
  const lasts = (n: number) => fill(labels.lasts, { minutes: counted(n, minutes) });
  const at = (minute: number) => timeOfDay((start ?? 0) + minute, language);
  const whole = steps.reduce((sum, step) => sum + step.minutes, 0);
  plan.classList.toggle('by-clock', start !== undefined);
  for (const step of timed(steps)) {
    const cell = need(plan, `[id="${step.id}"] .min`);
    const [time, rest] =
      start === undefined
        ? [String(step.minutes), fill(since, { time: clock(step.from) })]
        : [at(step.from), lasts(step.minutes)];
    setText(need(cell, 'b'), time);
    setText(need(cell, 'span'), rest);
  }
  setText(need(plan, 'thead th'), start === undefined ? columns.time : labels.time);
  setText(need(plan, 'tfoot b'), start === undefined ? String(whole) : at(whole));
  setText(need(plan, 'tfoot th'), start === undefined ? total : labels.ends);
  setOptional(
    need(document, '.bar-ends'),
    start === undefined ? undefined : fill(labels.fromTo, { start: at(0), end: at(whole) }),
  );
}
