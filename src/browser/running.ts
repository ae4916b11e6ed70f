/**
 * What must outlive a reload of this page and nothing else is put into its entry of the browser's history. It is gone
 * with the tab, and stored nowhere.
 */

const KEY = 'running';

/** What was put away here, whatever it is; undefined when nothing was. */
export function putAway(): unknown {
  const state: unknown = window.history.state;
  return typeof state === 'object' && state !== null && KEY in state ? state[KEY] : undefined;
}

/** Puts something away, in place of what was; it must be what JSON can hold. */
export function putAwayAs(value: unknown): void {
  const state: unknown = window.history.state;
  window.history.replaceState({ ...(typeof state === 'object' && state), [KEY]: value }, '');
}
