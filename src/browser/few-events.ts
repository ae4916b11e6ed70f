/**
 * What the parts of a sheet listen to. `toggle` and `close` are not here: they do not bubble, so React listens to them
 * where they happen.
 */
export const HEARD: ReadonlySet<string> = new Set(['click', 'change', 'input', 'focusout', 'submit']);

/**
 * Keeps React from listening to events that nobody handles. By itself it listens to all there are and looks through
 * its whole tree at each; one key is seven of them, and on a slow telephone that is most of what a key costs. Must run
 * before React takes the elements over.
 */
export function hearFew(roots: Iterable<Element>): void {
  for (const root of roots) {
    const listen = root.addEventListener.bind(root);
    root.addEventListener = (type: string, ...rest: [EventListener, AddEventListenerOptions?]) => {
      // A name with a colon is Astro's own.
      if (HEARD.has(type) || type.includes(':')) listen(type, ...rest);
    };
  }
}
