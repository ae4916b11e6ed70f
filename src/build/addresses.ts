/** Finding every address that a built page or style file refers to, with its exact place in the source. */
import { attribute, attributeSources, innerSource, type Element, type Page, type Part } from './markup.ts';

/** An address somewhere in a page or a style file. */
export interface Address extends Part {
  /** As the browser reads it: entities decoded, space around it gone. `text` is how it is written. */
  url: string;
  /** The element it stands on; none in a style file. */
  element?: Element;
  /** The attribute it stands in, or `css`. */
  place: string;
}

/** Attributes that hold one address. The last three are those of Astro's islands. */
const single = new Set(
  'href xlink:href src action formaction poster data component-url renderer-url before-hydration-url'.split(
    ' ',
  ),
);

const several = new Set(['srcset', 'imagesrcset']);

/** Every address in a page, the styles in it included, in the order of the source. */
export function addressesIn(page: Page): Address[] {
  return page.elements.flatMap((element) => {
    const found: Address[] = [];
    for (const [place, part] of attributeSources(page, element)) {
      const add = (inside: Part) => found.push({ ...asAddress(part, inside), element, place });
      if (single.has(place)) matches(part.text, whole).forEach(add);
      else if (several.has(place)) matches(part.text, candidate).forEach(add);
      else if (place === 'content' && isRefresh(element)) matches(part.text, refresh).forEach(add);
    }
    const style = element.tagName === 'style' && innerSource(page, element);
    if (style) {
      for (const inside of cssAddresses(style.text)) {
        found.push({ ...inside, start: style.start + inside.start, element });
      }
    }
    return found;
  });
}

/** Does it mean something in this site? Addresses with a scheme (`https:`, `mailto:`, `data:`) or a host do not. */
export function isOurs(url: string): boolean {
  return !/^([a-z][a-z\d+.-]*:|\/\/)/i.test(url);
}

/** Does the browser fetch it for the page, by itself? If not, it is a link that a person follows. */
export function isFetched({ element, place }: Address): boolean {
  if (place === 'action' || place === 'formaction' || place === 'content') return false;
  if (element?.tagName === 'a' || element?.tagName === 'area') return false;
  if (element?.tagName !== 'link' || place === 'css') return true;
  return /stylesheet|icon|preload|manifest|prefetch|preconnect/i.test(attribute(element, 'rel') ?? '');
}

/** Every address in a style sheet: `url(…)` and `@import "…"`. */
export function cssAddresses(css: string): Address[] {
  // One pattern for all, so that a `url(…)` within a quoted picture is passed over.
  const inCss = /(?:url\(\s*|@import\s+)(?:"([^"]*)"|'([^']*)')|url\(\s*([^\s"')][^\s)]*)/dg;
  return matches(css, inCss).map((part) => ({ ...part, url: part.text, place: 'css' }));
}

/** The one address of an attribute, without the space around it. */
const whole = /^\s*(\S(?:.*\S)?)\s*$/dgs;

/** One candidate of a srcset: its address ends before a space or a last comma; commas may stand within. */
const candidate = /(?<=^|,|\s)[\s,]*(\S*[^\s,])(?:\s[^,]*)?/dg;

/** `<meta http-equiv="refresh" content="0;url=/there/">` */
const refresh = /^\s*[\d.]*\s*[;,]\s*(?:url\s*=\s*)?['"]?([^'"\s]+)/dgi;

function isRefresh(element: Element): boolean {
  return attribute(element, 'http-equiv')?.toLowerCase() === 'refresh';
}

/** What the one group that took part in each match holds, and where; empty ones are left out. */
function matches(text: string, pattern: RegExp): Part[] {
  return [...text.matchAll(pattern)].flatMap(({ indices }) => {
    const group = indices?.slice(1).find((range) => range !== undefined);
    return group && group[1] > group[0] ? [{ start: group[0], text: text.slice(...group) }] : [];
  });
}

function asAddress(within: Part, { start, text }: Part) {
  return { start: within.start + start, text, url: decodeAmpersands(text) };
}

/** Of all entities only these occur in an address; the rest would be escaped as %… by whoever wrote it. */
function decodeAmpersands(text: string): string {
  return text.replace(/&(?:amp|#38|#x26);/gi, '&');
}
