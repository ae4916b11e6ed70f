import { answerText, burdenText, ownText, reasonsFor } from '../../domain/cadence/say';
import { counted } from '../../domain/words/count';
import { fill } from '../../domain/words/fill';
import { make, need, setAttribute, setHidden, setOptional, setText } from '../site/dom';
import { dayText } from './days';
import type { Page, View } from './view';

/** Shows the answer in words, the next date and why. */
export function showAnswer({ root, words, language }: Page): (view: View) => void {
  const box = need(root, '.answer');
  const part = (selector: string) => need(box, selector);
  const meets = part('.meets');
  const every = part('.every');
  const about = part('.about');
  const share = part('.share');
  const exceeds = part('.exceeds');
  const burden = part('.burden');
  const burdenLine = part('.burden p');
  const shorter = part('[data-do=shorter]');
  const place = part('.own-place');
  const next = part('.next-date time');
  const timeHint = need(root, '#plan-time-hint');
  const fold = need(root, '.reasons', HTMLDetailsElement);
  const reasons = need(fold, 'ul');
  /** Writes the reasons, which nobody reads while they are folded. */
  let why: () => void = () => undefined;
  fold.addEventListener('toggle', () => why());

  return (view) => {
    const { inputs, cadence } = view;
    const answer = answerText(inputs, cadence, words, language);
    setText(meets, answer.meet);
    setText(every, answer.every);
    setText(about, answer.about);
    setText(share, answer.share);
    setHidden(exceeds, !cadence.exceedsYear);
    const heavy = burdenText(cadence, words);
    setHidden(burden, heavy === undefined);
    setText(burdenLine, heavy ?? '');
    const minutes = cadence.burden.shorter?.minutes;
    setOptional(shorter, minutes === undefined ? undefined : fill(words.useShorter, { n: minutes }));
    setOptional(place, ownText(inputs, cadence, words));
    setText(next, nextText(view, words));
    const first = view.ahead[0];
    if (first) setAttribute(next, 'datetime', first.weekOf ?? first.date);
    else next.removeAttribute('datetime');
    const isWeeks = inputs.rhythm.every === 'about';
    setText(timeHint, isWeeks ? words.timeWeek : counted(inputs.checkInMinutes, words.timeHint));
    why = () => {
      const lines = reasonsFor(inputs, cadence, words, language);
      reasons.replaceChildren(...lines.map((line) => make('li', {}, line)));
    };
    if (fold.open) why();
  };
}

/** The date of the next check-in; else why there is none. */
function nextText({ ahead, cadence }: View, words: Page['words']): string {
  const [first] = ahead;
  if (!first) return cadence.schedule.checkIns.length > 0 ? words.nextPast : words.nextNone;
  return first.weekOf === undefined
    ? unbroken(first.date)
    : fill(words.nextWeekOf, { date: dayText(first.weekOf, 'long') });
}

/** The date with its weekday; a line may end after that one only. */
function unbroken(date: string): string {
  const day = dayText(date, 'long');
  return dayText(date, 'full').replace(day, day.replaceAll(' ', '\u00A0'));
}

/** What is read out when something changed: the answer, what there is to mind, and the next date. */
export function spokenText(view: View, { words, language }: Page): string {
  const { meet, every, about, share } = answerText(view.inputs, view.cadence, words, language);
  const mind = [burdenText(view.cadence, words), ownText(view.inputs, view.cadence, words)];
  const said = [meet, every, about, share, ...mind, `${words.nextTitle}: ${nextText(view, words)}`];
  return said.filter((text) => text !== undefined && text !== '').join(' ');
}
