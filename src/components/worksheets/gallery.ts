import { standing } from '../../browser/standing';
import { hasAny } from '../../browser/records';
import { firstOf } from '../../domain/facilitator/programme';
import { fill } from '../../domain/words/fill';
import type { Interface } from '../../domain/words/interface';
import { need, setHidden, setText } from '../site/dom';
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

/** Puts first what the programme of the open mentorship shows first, in its order. */
export function showFirst(): void {
  const gallery = need(document, '#gallery');
  const { storage = '', first = '' } = gallery.dataset;
  if (!hasAny(storage, 'preset')) return;
  void import('../../browser/presets').then(({ presetInUse }) => {
    const handed = presetInUse(storage)?.handed;
    if (!handed || handed.worksheets.length === 0) return;
    const place = (item: HTMLElement) => Number(sheetOf(item).dataset['order']);
    const items = [...gallery.querySelectorAll<HTMLElement>('li:has([data-worksheet])')].sort(
      (a, b) => place(a) - place(b),
    );
    const listOf = (section: string) => need(gallery, `[aria-labelledby="${section}"] ul`);
    const { first: wanted, rest } = firstOf(
      items.map((item) => ({ id: sheetOf(item).dataset['worksheet'] ?? '', item })),
      handed.worksheets,
    );
    for (const { item } of rest) listOf(sheetOf(item).dataset['when'] ?? '').append(item);
    for (const { item } of wanted) listOf('first').append(item);
    setText(need(gallery, '#first'), fill(first, { programme: handed.name }));
    for (const section of gallery.querySelectorAll<HTMLElement>('section'))
      setHidden(section, section.querySelector('li') === null);
  });
}

const sheetOf = (item: HTMLElement): HTMLElement => need(item, '[data-worksheet]');
