import { hasAny } from '../../browser/records';
import { fill } from '../../domain/words/fill';
import { need, setHidden, setOptional, setText } from './dom';

/** Shows the welcome of the programme that the open mentorship belongs to. What it takes is fetched only where there is one. */
export function showProgramme(): void {
  const section = need(document, '#programme');
  const { storage = '', ask = '', begin = '', titles = '{}' } = section.dataset;
  if (!hasAny(storage, 'preset')) return;
  void import('../../browser/presets').then(({ presetInUse }) => {
    const handed = presetInUse(storage)?.handed;
    if (!handed) return;
    const { name, welcome, contact } = handed;
    setText(need(section, 'h2'), name);
    setOptional(need(section, '.welcome-lines'), welcome);
    setOptional(need(section, '.ask'), contact && fill(ask, { contact }));
    const known = JSON.parse(titles) as Readonly<Record<string, string>>;
    const first = handed.worksheets.find((id) => Object.hasOwn(known, id));
    const link = need(section, '.begin-with a', HTMLAnchorElement);
    if (first !== undefined) {
      setText(link, fill(begin, { title: known[first] ?? '' }));
      link.href = link.href.replace(/[^/]+\/$/, `${first}/`);
    }
    setHidden(need(section, '.begin-with'), first === undefined);
    setHidden(section, false);
  });
}
