/** What a page prints: the filled sheet, the same with its private part, the blank paper, question cards, a look back, a plan, a pack. */
export type PrintWhat = 'filled' | 'with-private' | 'blank' | 'cards' | 'booklet' | 'plan' | 'pack';

/**
 * Prints one of the page's papers once, then goes back to what printing from the browser's own menu gives.
 * The choice stands on the root element, where the print styles read it.
 */
export function printPage(what: PrintWhat): void {
  const root = document.documentElement;
  const before = root.dataset['print'];
  root.dataset['print'] = what;
  window.addEventListener('afterprint', () => setPrint(before), { once: true });
  window.print();
}

/** Sets what the browser's own print command gives. */
export function setPrint(what: string | undefined): void {
  if (what === undefined) delete document.documentElement.dataset['print'];
  else document.documentElement.dataset['print'] = what;
}

/** Calls back just before any printing, to bring the paper up to date; returns how to stop. */
export function beforePrint(callback: () => void): () => void {
  window.addEventListener('beforeprint', callback);
  return () => window.removeEventListener('beforeprint', callback);
}

/** Calls back when a print has been made, or given up; returns how to stop. */
export function afterPrint(callback: () => void): () => void {
  window.addEventListener('afterprint', callback);
  return () => window.removeEventListener('afterprint', callback);
}
