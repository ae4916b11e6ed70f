import { printPage } from '../../browser/print';

/** Wakes the button that prints the chosen blank papers; with none chosen it says so. */
export function wakePack(): void {
  const form = document.querySelector<HTMLFormElement>('#pack');
  const acts = form?.querySelector<HTMLElement>('.acts');
  const none = form?.querySelector<HTMLElement>('[data-none]');
  if (!form || !acts || !none) return;
  acts.hidden = false;
  form.addEventListener('change', () => (none.textContent = ''));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (new FormData(form).has('sheet')) printPage('blank');
    else none.textContent = none.dataset['none'] ?? '';
  });
}
