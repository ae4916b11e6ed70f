/**
 * `404.html` is served for any address that does not exist: its folder is unknown when the site is built, so
 * nothing relative works there, and an address from the root only when the site is at a domain's root. So it
 * carries all it needs in itself. Its links stay as they are, from the root; where the site is in a folder, a
 * small script finds the folder and corrects them. Without script they lead to the root of the domain.
 */
import { addressesIn, cssAddresses, isFetched, isOurs, type Address } from './addresses.ts';
import {
  applyEdits,
  attribute,
  innerSource,
  parsePage,
  type Edit,
  type Element,
  type Page,
} from './markup.ts';

type ReadFile = (path: string) => Promise<Buffer>;

/**
 * Walks up from where the person is until a page of the site answers: that page tells the way to the root. A
 * host that answers everything with this very page does no harm, for this page tells no way.
 */
export const findRootScript =
  '(async()=>{for(let f=new URL(".",location),i=0;i<12;i++,f=new URL("..",f)){' +
  'const t=await fetch(f).then(r=>r.ok?r.text():"",()=>"");' +
  'const m=/<html[^>]* data-root="([./]+)"/.exec(t);' +
  'if(m){const r=new URL(m[1],f);document.documentElement.dataset.root=r.pathname;' +
  'for(const a of document.links){const h=a.getAttribute("href");' +
  'if(/^\\/(?!\\/)/.test(h))a.href=r.pathname+h.slice(1)}return}' +
  'if(f.pathname=="/")return}})()';

/**
 * Makes the page independent of every other file: styles and pictures move into it, its own typefaces fall away
 * (the measured fallbacks stay), and the script that finds the root is added.
 * @param read gives a file of the output
 * @throws when the page fetches a script, which cannot be had at an unknown depth
 */
export async function selfContained(html: string, read: ReadFile): Promise<string> {
  const page = parsePage(html);
  const edits: Edit[] = [];
  const done = new Set<Element>();
  for (const address of addressesIn(page)) {
    const { element, start, text } = address;
    const path = ownPath(address);
    if (path === undefined || !element || done.has(element)) continue;
    if (!isFetched(address)) {
      if (element.tagName !== 'link') edits.push({ start, end: start + text.length, text: `/${path}` });
    } else if (element.tagName === 'style') {
      done.add(element);
      edits.push(await replaceStyle(page, element, read));
    } else if (element.tagName === 'link') {
      done.add(element);
      edits.push(await replaceLink(element, path, read));
    } else if (/^(img|source|image)$/.test(element.tagName)) {
      edits.push({ start, end: start + text.length, text: await dataAddress(path, read) });
    } else {
      throw new Error(
        `404.html fetches "/${path}" (${element.tagName}), but it is served at an unknown depth: ` +
          'keep islands and scripts in files off that page.',
      );
    }
  }
  if (!html.includes(findRootScript)) {
    const bodyEnd = page.elements.find(({ tagName }) => tagName === 'body')?.sourceCodeLocation?.endTag;
    const end = bodyEnd?.startOffset ?? html.length;
    edits.push({ start: end, end, text: `<script>${findRootScript}</script>` });
  }
  return applyEdits(html, edits);
}

/** The file or page an address means, from the site's root, fragment included; undefined when not ours. */
function ownPath({ url }: Address): string | undefined {
  if (!isOurs(url) || url.startsWith('#')) return undefined;
  const root = 'http://site.invalid/';
  return new URL(url, root).href.slice(root.length);
}

async function replaceStyle(page: Page, style: Element, read: ReadFile): Promise<Edit> {
  const inner = innerSource(page, style);
  if (!inner) throw new Error('404.html has a <style> without an end.');
  const { start, text } = inner;
  return { start, end: start + text.length, text: await embedded(text, '', read) };
}

/** A style sheet becomes a style, an icon is embedded, and the other kinds are hints that one can do without. */
async function replaceLink(link: Element, path: string, read: ReadFile): Promise<Edit> {
  const { startOffset: start = 0, endOffset: end = 0 } = link.sourceCodeLocation ?? {};
  const rel = attribute(link, 'rel')?.toLowerCase();
  let text = '';
  if (rel === 'stylesheet') {
    const css = (await read(path)).toString();
    text = `<style>${await embedded(css, path, read)}</style>`;
  } else if (rel === 'icon') {
    text = `<link rel="icon" href="${await dataAddress(path, read)}">`;
  }
  return { start, end, text };
}

/** A style sheet without files of its own: typefaces dropped, pictures embedded. */
async function embedded(css: string, path: string, read: ReadFile): Promise<string> {
  const kept = css.replace(/@font-face\s*\{[^}]*\}/g, (rule) => (rule.includes('url(') ? '' : rule));
  const edits: Edit[] = [];
  for (const { start, text, url } of cssAddresses(kept)) {
    if (!isOurs(url) || url.startsWith('#')) continue;
    const file = new URL(url, `http://site.invalid/${path}`).pathname.slice(1);
    edits.push({ start, end: start + text.length, text: await dataAddress(file, read) });
  }
  return applyEdits(kept, edits);
}

const types: Record<string, string> = {
  avif: 'image/avif',
  gif: 'image/gif',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

async function dataAddress(path: string, read: ReadFile): Promise<string> {
  const file = decodeURIComponent(path.replace(/[?#].*$/s, ''));
  const type = types[file.split('.').at(-1)?.toLowerCase() ?? ''];
  if (!type) throw new Error(`404.html fetches "/${path}", but only pictures can be put into it.`);
  return `data:${type};base64,${(await read(file)).toString('base64')}`;
}
