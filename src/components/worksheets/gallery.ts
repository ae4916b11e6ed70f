import { standing } from '../../browser/standing';
import { fill } from '../../domain/words/fill';
import type { Interface } from '../../domain/words/interface';
import { dateText } from './dates';

/** Says beside each worksheet of the gallery how far the open mentorship is with it. */
export function showStanding(): void {
  const gallery = document.getElementById('gallery');
  const { storage, words } = gallery?.dataset ?? {};
  if (!gallery || !storage || !words) return;
  const labels = JSON.parse(words) as Interface['gallery'];
  const sheets = standing(storage);
  for (const line of gallery.querySelectorAll<HTMLElement>('[data-worksheet]')) {
    const sheet = sheets.get(line.dataset['worksheet'] ?? '');
    if (!sheet) continue;
    line.textContent =
      sheet.done === undefined
        ? fill(labels.open, { date: dateText(sheet.started) })
        : fill(labels.done, { date: dateText(sheet.done) });
    line.hidden = false;
  }
}
