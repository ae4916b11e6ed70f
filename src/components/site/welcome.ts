import { hasAny } from '../../browser/records';
import { whatIsNext } from '../../browser/whats-next';
import { fill } from '../../domain/words/fill';
import type { Interface, NextWords } from '../../domain/words/interface';

/** Fills in and shows the home page's greeting when this browser holds a sheet to go on with, or a plan. */
export function showWelcome(): void {
  const welcome = document.getElementById('welcome');
  const { storage, words, next } = welcome?.dataset ?? {};
  if (!welcome || !storage || !words || !next) return;
  const labels = JSON.parse(words) as Interface['home'];
  const isSheet = showSheet(welcome, storage, labels);
  if (hasAny(storage, 'plan') || hasAny(storage, 'preset'))
    void showPlan(welcome, storage, JSON.parse(next) as NextWords, isSheet);
}

/** The sheet to go on with; false where there is none. */
function showSheet(welcome: HTMLElement, storage: string, labels: Interface['home']): boolean {
  const next = whatIsNext(storage);
  const link = welcome.querySelector('a');
  const title = welcome.querySelector('h2');
  const text = welcome.querySelector('p');
  if (!next || !link || !title || !text) return false;
  const date = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(next.at);
  title.textContent = next.done ? labels.doneTitle : labels.openTitle;
  text.textContent = [
    ...(next.other === undefined ? [] : [fill(labels.openWith, { name: next.other })]),
    fill(next.done ? labels.doneOn : labels.openSaved, { date }),
  ].join(' ');
  link.textContent = next.done ? labels.doneLook : labels.openGoOn;
  link.href = link.href.replace(/[^/]+\/$/, `${next.sheet.worksheet}/#${next.sheet.id}`);
  welcome.hidden = false;
  return true;
}

/** The line of the next check-in, below the sheet or alone. What it takes is fetched only where there is a plan. */
async function showPlan(
  welcome: HTMLElement,
  storage: string,
  words: NextWords,
  isSheet: boolean,
): Promise<void> {
  const line = welcome.querySelector<HTMLElement>('.next-check-in');
  const { showNextCheckIn } = await import('./next-check-in');
  if (!line || !showNextCheckIn(line, storage, words)) return;
  line.hidden = false;
  if (isSheet) return;
  const title = welcome.querySelector('h2');
  // The line below says it all; the heading is for who goes from heading to heading.
  if (title) {
    title.textContent = words.title;
    title.className = 'visually-hidden';
  }
  welcome.querySelectorAll(':scope > p, :scope > a').forEach((part) => part.remove());
  welcome.hidden = false;
}
