/**
 * Turns the header's link into a field, and lets "/" lead to searching from anywhere. The finder is fetched when the
 * field gets the focus, and at once for the field of the search page.
 */
export function wakeSearch(): void {
  const header = fieldIn('.header-search');
  const link = header?.box.querySelector('a');
  if (!header || !link) return;
  const { box, input } = header;
  const onPage = fieldIn('#search');

  const attach = async (field: typeof header, opens: boolean) => {
    const root = new URL('..', link.href);
    // Fetched beside the finder, which reads it: on a slow line that is a round trip less.
    const titlesFile = fetch(new URL('search/titles.json', root));
    titlesFile.catch(() => undefined);
    const { attachFinder } = await import('./finder');
    const loadSearch = () => import('../../browser/search-engine');
    attachFinder({ ...field, opens, root, titlesFile, loadSearch });
  };
  if (onPage) void attach(onPage, false);
  else {
    input.hidden = false;
    box.classList.add('awake');
    const onFocus = () => {
      input.removeEventListener('focus', onFocus);
      // Out of reach just now: the next focus tries again.
      attach(header, true).catch(() => input.addEventListener('focus', onFocus));
    };
    input.addEventListener('focus', onFocus);
  }
  // Here and not in the finder, which may still be on its way. The link carries the words in its fragment.
  input.addEventListener('keydown', ({ key, isComposing }) => {
    if (key !== 'Enter' || isComposing || input.value.trim() === '') return;
    link.hash = new URLSearchParams({ q: input.value }).toString();
    link.click();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    if (onPage) onPage.input.focus();
    // Where there is no room for the field, the link is shown in its place.
    else if (input.checkVisibility()) input.focus();
    else link.click();
  });
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

function fieldIn(selector: string) {
  const box = document.querySelector<HTMLElement>(selector);
  const input = box?.querySelector('input');
  const found = box?.querySelector<HTMLElement>('.found');
  return box && input && found && { box, input, found };
}
