import { keepAwake } from '../../browser/awake';
import { putAway, putAwayAs } from '../../browser/running';
import {
  back,
  begin,
  next,
  readRun,
  standing,
  type Run,
  type Runnable,
  type Standing,
} from '../../domain/facilitator/run';
import { minutesOfDay, timeOfDay } from '../../domain/facilitator/time';
import { counted } from '../../domain/words/count';
import type { FacilitateWords } from '../../domain/words/facilitate';
import { fill } from '../../domain/words/fill';
import { make, need, setHidden, setText } from '../site/dom';
import { showClock } from './clock-times';

/** A step as the page hands it over; what is said and done in it stands in the plan's table. */
export interface RunStep extends Runnable {
  readonly id: string;
  readonly title: string;
  readonly short?: { readonly saves: number; readonly how: string };
}

export type RunWords = Pick<FacilitateWords, 'run' | 'minutes' | 'from' | 'total' | 'columns'>;

const TICK_MS = 1000;

/** Wakes the start time, which turns the plan's minutes into times of day, and the view that runs the session. */
export function wakeRun(): void {
  const root = need(document, '#run');
  const words = JSON.parse(root.dataset['words'] ?? '') as RunWords;
  const steps = JSON.parse(root.dataset['steps'] ?? '') as readonly RunStep[];
  const language = root.dataset['language'] ?? 'en';
  const labels = words.run;
  const start = need(root, '[name=start]', HTMLInputElement);
  const room = need(root, 'dialog', HTMLDialogElement);
  const open = need(root, '[data-do=open]');
  const title = need(room, 'h2');
  const say = need(room, '.say');
  const does = need(room, '.now details');
  const onward = need(room, '[data-do=next]');
  const before = kept(steps);
  let { run } = before;
  let ticking: ReturnType<typeof setInterval> | undefined;
  let sleep: (() => void) | undefined;

  root.hidden = false;
  start.value = before.starts;
  showStart();
  offer();
  start.addEventListener('input', () => {
    showStart();
    keep();
  });
  root.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
    if (button) act(button.dataset['do']);
  });
  room.addEventListener('keydown', onKey);
  room.addEventListener('close', () => {
    clearInterval(ticking);
    sleep?.();
    offer();
    open.focus();
  });

  function act(what: string | undefined): void {
    if (what === 'open') enter(isOpen(run) ? run : newRun());
    else if (what === 'anew') enter(newRun());
    else if (what === 'leave') leave();
    else if (what === 'back') go((one) => back(one));
    else if (what === 'next') onwards();
  }

  function onwards(): void {
    if (run && run.begins.length > steps.length) leave();
    else go((one) => next(one, steps, Date.now()));
  }

  function isOpen(one: Run | undefined): one is Run {
    return one !== undefined && one.begins.length <= steps.length;
  }

  /** It ends when it was announced to end, where that lies ahead today. */
  function newRun(): Run {
    const of = minutesOfDay(start.value);
    return begin(steps, Date.now(), of === undefined ? undefined : new Date().setHours(0, of, 0, 0));
  }

  function enter(chosen: Run): void {
    run = chosen;
    keep();
    room.showModal();
    // Asked for, never needed: where it is refused the view fills the window.
    if (document.fullscreenEnabled) void room.requestFullscreen().catch(() => undefined);
    sleep = keepAwake();
    ticking = setInterval(showTime, TICK_MS);
    showStep();
  }

  function leave(): void {
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    room.close();
  }

  function go(to: (run: Run) => Run): void {
    if (!run) return;
    run = to(run);
    keep();
    showStep();
  }

  function onKey(event: KeyboardEvent): void {
    const { key, target } = event;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const isRight = getComputedStyle(room).direction === 'rtl';
    const [on, off] = isRight ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    const isControl = target instanceof Element && target.closest('button, summary') !== null;
    if (key === on || key === 'PageDown' || (key === ' ' && !isControl)) onwards();
    else if (key === off || key === 'PageUp') go((one) => back(one));
    else return;
    event.preventDefault();
  }

  function keep(): void {
    putAwayAs({ starts: start.value, run });
  }

  function showStart(): void {
    showClock(steps, minutesOfDay(start.value), words, language);
  }

  /** What the page offers: to begin, or to go on where one was. */
  function offer(): void {
    const step = isOpen(run) ? steps[run.begins.length - 1] : undefined;
    setText(open, step ? fill(labels.goOn, { step: step.title }) : labels.open);
    setHidden(need(root, '[data-do=anew]'), !step);
  }

  /** One step at a time: what the plan's table says of it, in large letters. */
  function showStep(): void {
    if (!run) return;
    const at = run.begins.length - 1;
    const step = steps[at];
    const row = step && document.getElementById(step.id);
    setText(need(room, '.place'), step ? fill(labels.place, { n: at + 1, all: steps.length }) : '');
    setText(title, step ? step.title : labels.ended);
    copyInto(need(room, '.mode'), row?.querySelector('.mode'));
    copyInto(say, row?.querySelector('.say'));
    say.hidden = say.childElementCount === 0;
    setText(need(does, 'p'), row?.querySelector('.flow > p')?.textContent.trim() ?? '');
    does.hidden = !step;
    need(room, '.clock').hidden = !step;
    const following = steps[at + 1];
    setText(
      onward,
      following ? fill(labels.next, { step: following.title }) : step ? labels.finish : labels.leave,
    );
    need<HTMLButtonElement>(room, '[data-do=back]').disabled = at === 0;
    if (!step) {
      const minutes = Math.round(((run.begins.at(-1) ?? 0) - (run.begins[0] ?? 0)) / 60_000);
      say.hidden = false;
      say.replaceChildren(
        make('p', {}, fill(labels.endedText, { minutes: counted(minutes, words.minutes) })),
      );
    }
    showTime();
    room.scrollTo(0, 0);
    title.focus();
  }

  function showTime(): void {
    if (!run) return;
    const here = standing(steps, run, Date.now());
    if (!steps[here.at]) return;
    showLeft(here.left);
    need(room, 'progress', HTMLProgressElement).value = here.passed;
    const end = timeAt(here.ends);
    setText(need(room, '.to-go'), fill(labels.toGo, { minutes: counted(here.toGo, words.minutes), end }));
    showStanding(here, end);
    showRest(here);
  }

  /** The minutes left, the number by itself so that the last row can read it; near the end words alone. */
  function showLeft(left: number): void {
    const n = Math.abs(left);
    const forms = left > 0 ? labels.left : labels.over;
    const sentence =
      left === 1 ? labels.lastMinute : left === 0 ? labels.timeUp : n === 1 ? forms.one : forms.other;
    const box = need(room, '.left');
    if (box.textContent === fill(sentence, { n })) return;
    const [lead = '', ...rest] = sentence.split('{n}');
    box.replaceChildren(lead, ...rest.flatMap((text) => [make('b', {}, String(n)), text]));
  }

  /** How the time stands, a line for each thing to know or to drop; nothing when all goes as planned. */
  function showStanding({ behind, drops, inHand, isLate }: Standing, end: string): void {
    const lines = [
      ...(behind > 0 ? [fill(labels.behind, { minutes: counted(behind, words.minutes) })] : []),
      ...drops.map((n) =>
        fill(labels.drop, { step: steps[n]?.title ?? '', how: steps[n]?.short?.how ?? '' }),
      ),
      ...(isLate ? [fill(labels.late, { end })] : []),
      ...(behind === 0 && inHand > 0
        ? [fill(labels.inHand, { minutes: counted(inHand, words.minutes) })]
        : []),
    ];
    const box = need(room, '.standing');
    setLines(box, 'p', lines);
    box.classList.toggle('quiet', lines.length === 0);
  }

  function showRest({ rest }: Standing): void {
    const list = need(room, '.clock ol');
    const lines = rest.map(({ step, minutes, begins }) =>
      fill(labels.restStep, {
        time: timeAt(begins),
        step: steps[step]?.title ?? '',
        minutes: counted(minutes, words.minutes),
      }),
    );
    setLines(list, 'li', lines);
    setHidden(need(room, '.clock details'), lines.length === 0);
  }

  function timeAt(time: number): string {
    const date = new Date(time);
    return timeOfDay(date.getHours() * 60 + date.getMinutes(), language);
  }
}

/** What this page put away before it was reloaded: the start time that was typed, and the run. */
function kept(steps: readonly Runnable[]): { starts: string; run: Run | undefined } {
  const found = putAway();
  if (typeof found !== 'object' || found === null) return { starts: '', run: undefined };
  return {
    starts: 'starts' in found && typeof found.starts === 'string' ? found.starts : '',
    run: readRun('run' in found ? found.run : undefined, steps),
  };
}

/** Shows a line in an element of its own each, and changes only those that differ: a screen reader says them again. */
function setLines(box: Element, name: 'p' | 'li', lines: readonly string[]): void {
  if (box.childElementCount !== lines.length) box.replaceChildren(...lines.map(() => make(name)));
  [...box.children].forEach((line, n) => setText(line, lines[n] ?? ''));
}

/** Puts a copy of what stands in one element into another. */
function copyInto(target: Element, source: Element | null | undefined): void {
  target.replaceChildren(...[...(source?.childNodes ?? [])].map((node) => node.cloneNode(true)));
}
