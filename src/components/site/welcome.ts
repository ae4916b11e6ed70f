import { whatIsNext } from '../../browser/whats-next';
import { fill } from '../../domain/words/fill';
import type { Interface } from '../../domain/words/interface';

/** Fills in and shows the home page's greeting when this browser holds a sheet to go on with. */
export function showWelcome(): void {
  const welcome = document.getElementById('welcome');
  const { storage, words } = welcome?.dataset ?? {};
  if (!welcome || !storage || !words) return;
  const next = whatIsNext(storage);
  const link = welcome.querySelector('a');
  const title = welcome.querySelector('h2');
  const text = welcome.querySelector('p');
  if (!next || !link || !title || !text) return;
  const labels = JSON.parse(words) as Interface['home'];
  const date = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(next.at);
  title.textContent = next.done ? labels.doneTitle : labels.openTitle;
  text.textContent = [
    ...(next.other === undefined ? [] : [fill(labels.openWith, { name: next.other })]),
    fill(next.done ? labels.doneOn : labels.openSaved, { date }),
  ].join(' ');
  link.textContent = next.done ? labels.doneLook : labels.openGoOn;
  link.href = link.href.replace(/[^/]+\/$/, `${next.sheet.worksheet}/#${next.sheet.id}`);
  welcome.hidden = false;
}
