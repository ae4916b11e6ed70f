import { onFragment, rawFragment, setFragment } from '../../browser/address';

/** Wakes the search page: its words come from the address's fragment and go back into it. The finder searches. */
export function wakeSearchPage(): void {
  const box = document.querySelector<HTMLElement>('#search');
  const input = box?.querySelector('input');
  const places = document.getElementById('places');
  const help = document.getElementById('none-help');
  const empty = document.getElementById('empty');
  if (!box || !input || !places || !help || !empty) return;

  const fromAddress = () => {
    input.value = new URLSearchParams(rawFragment()).get('q')?.slice(0, input.maxLength) ?? '';
    // Heard by the finder when it is there already; else it looks for itself when it comes.
    input.dispatchEvent(new Event('input'));
  };
  box.addEventListener('searchfor', ({ detail: words }) => {
    setFragment(words && new URLSearchParams({ q: words }).toString());
    empty.hidden = words !== '';
    if (words !== '') return;
    places.hidden = false;
    help.hidden = true;
  });
  box.addEventListener('searchdone', ({ detail: something }) => {
    places.hidden = something;
    help.hidden = something;
  });
  box.hidden = false;
  fromAddress();
  input.focus();
  onFragment(() => {
    // An anchor of the page, such as the skip link's, is no search.
    if (!document.getElementById(rawFragment())) fromAddress();
  });
}
