import { openNextCheckIns, type Turn } from '../../browser/next-check-in';
import type { NextWords } from '../../domain/words/interface';
import { nextText, skippedText } from '../kit/next-in-words';

/**
 * Says in one line of the home page when the next check-in is, of several mentorships the nearest. Fetched where there
 * is a plan.
 *
 * @param line an element for it
 * @returns whether there is anything to say
 */
export function showNextCheckIn(line: HTMLElement, storage: string, words: NextWords): boolean {
  const checkIns = openNextCheckIns(storage);
  const [nearest] = checkIns.all();
  const text = nearest && nextText(nearest, words);
  if (!nearest || text === undefined) return false;
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  show(nearest);
  return true;

  function show(turn: Turn): HTMLElement[] {
    const parts = partsOf(turn);
    tell(text ?? '', ...parts);
    return parts;
  }

  function partsOf(turn: Turn): HTMLElement[] {
    const lead = (label: string, href: string) => link(label, href, () => checkIns.choose(turn));
    switch (turn.next.state) {
      case 'overdue':
        return [lead(words.replan, 'cadence/'), button(words.skip, () => skip(turn))];
      case 'today':
        return [lead(words.begin, 'worksheets/how-are-we-doing/')];
      default:
        return [lead(words.see, 'cadence/')];
    }
  }

  function skip(turn: Turn): void {
    const undo = checkIns.skip(turn);
    if (!undo) {
      tell(words.unsaved);
      return;
    }
    const back = button(words.undo, () => {
      undo();
      show(turn).at(-1)?.focus();
    });
    tell(skippedText(turn, words), back);
    back.focus();
  }

  /** The words change in their place, so that a screen reader says them. */
  function tell(said: string, ...parts: HTMLElement[]): void {
    status.textContent = said;
    if (status.parentElement !== line) line.replaceChildren(status);
    while (status.nextSibling) status.nextSibling.remove();
    for (const part of parts) line.append(' ', part);
  }
}

function link(text: string, href: string, press: () => void): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = text;
  made.addEventListener('click', press);
  return made;
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', press);
  return made;
}
