import { hasAny } from '../../browser/records';
import { fill } from '../../domain/words/fill';

/**
 * Names whom to call as the programme of the open mentorship says. What it takes is fetched only where there is one, for
 * a worksheet's script is full.
 */
export function showContact(): void {
  const line = document.getElementById('contact');
  const { storage = '', contact = '' } = line?.dataset ?? {};
  if (!line || !hasAny(storage, 'preset')) return;
  void import('../../browser/presets').then(({ presetInUse }) => {
    const named = presetInUse(storage)?.handed.contact;
    if (named === undefined) return;
    line.textContent = fill(contact, { contact: named });
    line.hidden = false;
  });
}
