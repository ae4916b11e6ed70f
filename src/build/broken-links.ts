/** Finding addresses of our own that lead nowhere. */
import { addressesIn, cssAddresses, isFetched, isOurs, type Address } from './addresses.ts';
import { attribute, parsePage, type Page } from './markup.ts';

/**
 * Checks every address that is ours: links, pictures, typefaces, styles, scripts.
 * @param texts the text of every page and style file by its path in the output
 * @param files the path of every file in the output
 * @returns one sentence for each that leads nowhere, naming the page and the address
 */
export function brokenLinks(texts: ReadonlyMap<string, string>, files: ReadonlySet<string>): string[] {
  const addresses = new Map<string, Address[]>();
  const anchors = new Map<string, Set<string>>();
  for (const [path, text] of texts) {
    if (path.endsWith('.css')) {
      addresses.set(path, cssAddresses(text));
    } else {
      const page = parsePage(text);
      addresses.set(path, addressesIn(page));
      anchors.set(path, anchorsIn(page));
    }
  }
  const sentences = new Set<string>();
  for (const [path, found] of addresses) {
    for (const address of found) {
      const wrong = whatIsWrong(address, path, files, anchors);
      if (wrong) sentences.add(`${path} ${wrong}`);
    }
  }
  return [...sentences];
}

function whatIsWrong(
  address: Address,
  path: string,
  files: ReadonlySet<string>,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  const target = resolve(address.url, path);
  if (!target) return undefined;
  const verb = isFetched(address) ? 'fetches' : 'links to';
  if (target.outside) return `${verb} "${address.url}", which leads out of the site.`;
  const { file, anchor } = target;
  if (!files.has(file)) {
    const folder = files.has(`${file}/index.html`);
    if (folder) return `${verb} "/${file}": write "/${file}/", for not every host adds the last slash.`;
    return `${verb} "/${file.replace(/(^|\/)index\.html$/, '$1')}", which does not exist.`;
  }
  const known = anchors.get(file);
  if (!anchor || anchor === 'top' || !known || known.has(anchor)) return undefined;
  return `${verb} "#${anchor}" on ${file}, but nothing there has that id.`;
}

type Target = { outside: true } | { outside: false; file: string; anchor: string };

/** The output file that an address means, seen from the page at `path`; undefined when it is not one of ours. */
function resolve(address: string, path: string): Target | undefined {
  if (!isOurs(address)) return undefined;
  // A folder no site has: whatever climbs above the root shows by leaving it.
  const root = 'http://site.invalid/-root-/';
  const { href, hash } = address.startsWith('/')
    ? new URL(`.${address}`, root)
    : new URL(address, root + encodeURI(path));
  if (!href.startsWith(root)) return { outside: true };
  const file = decoded(href.slice(root.length).replace(/[?#].*$/s, ''));
  return {
    outside: false,
    file: file === '' || file.endsWith('/') ? `${file}index.html` : file,
    anchor: decoded(hash.slice(1).replace(/:~:.*$/s, '')),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function anchorsIn(page: Page): Set<string> {
  const names = page.elements.flatMap((element) => [
    attribute(element, 'id'),
    element.tagName === 'a' ? attribute(element, 'name') : undefined,
  ]);
  return new Set(names.filter((name) => name !== undefined));
}
