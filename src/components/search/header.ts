/**
 * Turns the header's link into a field, and lets "/" lead to searching from anywhere. All else is fetched when the
 * field gets the focus.
 */
export function wakeHeaderSearch(): void {
  const box = document.querySelector<HTMLElement>('.header-search');
  const link = box?.querySelector('a');
  const input = box?.querySelector('input');
  const found = box?.querySelector<HTMLElement>('.found');
  if (!box || !link || !input || !found) return;
  const onSearchPage = document.querySelector<HTMLInputElement>('#search-words');
  if (!onSearchPage) {
    input.hidden = false;
    box.classList.add('awake');
  }

  input.addEventListener(
    'focus',
    () =>
      void import('./finder').then(({ attachFinder }) =>
        attachFinder({ box, input, found, page: link.href }),
      ),
    { once: true },
  );
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    if (onSearchPage) onSearchPage.focus();
    // Where there is no room for the field, the link is shown in its place.
    else if (input.checkVisibility()) input.focus();
    else link.click();
  });
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
