import { monthsOf, type MonthShown } from '../../domain/cadence/months';
import { basisOf } from '../../domain/cadence/plan';
import { fill } from '../../domain/words/fill';
import { make, need, setText } from '../site/dom';
import { dayText, listText } from './days';
import { whenText, type Page, type View } from './view';

const SVG = 'http://www.w3.org/2000/svg';

/** Marks of check-ins in one month; more would cover each other, and one stands for them all. */
const MOST_MARKS = 9;

/** Draws the coming months as a line of meetings. Each mark has its words; arrow keys lead from one to the next. */
export function showYear(page: Page): (view: View) => void {
  const list = need(page.root, '.year');
  const says = need(page.root, '.year-says');
  const up = need(document, '#plan-up', HTMLTemplateElement);
  const marks = () => [...list.querySelectorAll<HTMLElement>('[role=img]')];

  function goTo(mark: HTMLElement | undefined): void {
    if (!mark) return;
    for (const one of marks()) one.tabIndex = one === mark ? 0 : -1;
    mark.focus();
  }
  const speak = ({ target }: Event) => {
    const mark = target instanceof Element ? target.closest('[role=img]') : null;
    setText(says, mark?.getAttribute('aria-label') ?? '');
  };
  list.addEventListener('focusin', speak);
  list.addEventListener('pointerover', speak);
  list.addEventListener('keydown', (event) => {
    const all = marks();
    const at = all.findIndex((mark) => mark === document.activeElement);
    const forward = getComputedStyle(list).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
    const to = { [forward]: at + 1, [back]: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    goTo(all[Math.min(Math.max(to, 0), all.length - 1)]);
  });

  return (view) => {
    const basis = basisOf(view.inputs, view.shifts);
    const months = monthsOf(basis, view.cadence.schedule, view.today);
    list.replaceChildren(...months.map((month, at) => monthOf(month, at, view, page, up)));
    const [first] = marks();
    if (first) first.tabIndex = 0;
    setText(says, '');
  };
}

function monthOf(
  shown: MonthShown,
  at: number,
  { inputs }: View,
  { words, language }: Page,
  up: HTMLTemplateElement,
): HTMLElement {
  const { month, days, meetings, away, checkIns } = shown;
  /** The middle of a day, as a part of the month in per cent. */
  const place = (day: number) => ((day - 0.5) / days) * 100;
  const style = at === 0 || month.endsWith('-01-01') ? 'shortMonthYear' : 'shortMonth';
  const item = make('li', {}, make('b', {}, dayText(month, style)));

  for (const { from, to, range } of away) {
    const text = fill(words.yearAway, { from: dayText(range.from, 'long'), to: dayText(range.to, 'long') });
    const hatch = mark('i', 'hatch', text);
    hatch.style.insetInlineStart = `${((from - 1) / days) * 100}%`;
    hatch.style.inlineSize = `${((to - from + 1) / days) * 100}%`;
    item.append(hatch);
  }
  if (meetings.length > 0) {
    const dates = listText(meetings.map(String), language);
    const [one, several] = [words.yearMeetings.one, words.yearMeetings.other];
    const sentence =
      inputs.rhythm.every === 'about' ? words.yearWeeks : meetings.length === 1 ? one : several;
    const row = mark('i', 'held', fill(sentence, { month: dayText(month, 'month'), days: dates }));
    row.append(dotsAt(meetings.map(place)));
    item.append(row);
  }
  if (checkIns.length > MOST_MARKS) {
    const dates = listText(
      checkIns.map(({ day }) => String(day)),
      language,
    );
    const all = mark('i', 'check', fill(words.yearChecks, { month: dayText(month, 'month'), days: dates }));
    all.style.insetInlineStart = '50%';
    all.append(up.content.cloneNode(true));
    const line = make('i', { class: 'held', 'aria-hidden': 'true' });
    line.append(dotsAt(checkIns.map(({ day }) => place(day))));
    item.append(line, all);
    return item;
  }
  for (const { day, checkIn } of checkIns) {
    const text = fill(words.yearMark, { kind: words.kinds[checkIn.kind], date: whenText(checkIn, words) });
    const one = mark('i', checkIn.kind === 'closing-review' ? 'check ringed' : 'check', text);
    one.style.insetInlineStart = `${place(day)}%`;
    one.append(up.content.cloneNode(true));
    item.append(one);
  }
  return item;
}

function mark(name: 'i', className: string, text: string): HTMLElement {
  return make(name, { class: className, role: 'img', 'aria-label': text, tabindex: '-1' });
}

/** Points of one size, however the drawing is stretched. */
function dotsAt(places: readonly number[]): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 100 1');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('class', 'meetings');
  path.setAttribute('d', places.map((at) => `M${at.toFixed(1)} .5h0`).join(''));
  svg.append(path);
  return svg;
}
