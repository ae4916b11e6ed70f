import { hasAny } from '../../browser/whats-next';
import { fill } from '../../domain/words/fill';
import { need, setOptional } from '../site/dom';

/** Names whom to call as the programme of the open mentorship says. What it takes is fetched only where there is one. */
export function showContact(): void {
  const line = need(document, '#contact');
  const { storage = '', contact = '' } = line.dataset;
  if (!hasAny(storage, 'preset')) return;
  void import('../../browser/presets').then(({ presetInUse }) => {
    const named = presetInUse(storage)?.handed.contact;
    if (named !== undefined) setOptional(line, fill(contact, { contact: named }));
  });
}
