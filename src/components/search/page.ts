import { onFragment, rawFragment, setFragment } from '../../browser/address';
import { attachFinder } from './finder';

/** Wakes the search page: its words come from the address's fragment and go back into it. */
export function wakeSearchPage(): void {
  const box = document.querySelector<HTMLElement>('#search');
  const input = box?.querySelector('input');
  const found = box?.querySelector<HTMLElement>('.found');
  const places = document.getElementById('places');
  const help = document.getElementById('none-help');
  const empty = document.getElementById('empty');
  if (!box || !input || !found || !places || !help || !empty) return;

  const fromAddress = () => {
    input.value = new URLSearchParams(rawFragment()).get('q')?.slice(0, input.maxLength) ?? '';
  };
  box.hidden = false;
  fromAddress();
  attachFinder({
    box,
    input,
    found,
    searched(typed, something) {
      setFragment(typed ? new URLSearchParams({ q: typed }).toString() : '');
      places.hidden = something;
      help.hidden = typed === '' || something;
      empty.hidden = typed !== '';
    },
  });
  onFragment(() => {
    fromAddress();
    input.dispatchEvent(new Event('input'));
  });
  input.focus();
}
