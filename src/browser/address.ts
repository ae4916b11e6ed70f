/** The address's fragment without its sign, decoded; empty when there is none or it cannot be decoded. */
export function fragment(): string {
  try {
    return decodeURIComponent(rawFragment());
  } catch {
    return '';
  }
}

/** The fragment as it stands in the address. */
export const rawFragment = (): string => window.location.hash.slice(1);

/**
 * Puts a fragment into the address without a step in the history. What a person filters or types goes there and
 * never into the query: the fragment is not sent to the host.
 */
export function setFragment(fragment: string): void {
  const { pathname, search } = window.location;
  window.history.replaceState(window.history.state, '', `${pathname}${search}${fragment && `#${fragment}`}`);
}

/** Calls back when the fragment was changed from outside: a link, or the address bar. */
export const onFragment = (callback: () => void): void => window.addEventListener('hashchange', callback);

/** The site's root, whatever folder it is served from; the build writes the way there on the root element. */
export const siteRoot = (): URL =>
  new URL(document.documentElement.dataset['root'] ?? '/', window.location.href);

/** Goes to another page of the site, with words in its fragment: they are not sent to the host. */
export const goTo = (page: string, fragment: string): void => window.location.assign(`${page}#${fragment}`);
