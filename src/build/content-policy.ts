/**
 * A strict content security policy on every page: nothing is fetched from elsewhere, and only those inline scripts
 * and styles run whose bytes were there at build time. What `<meta>` cannot say (`frame-ancestors`) is left to
 * the host's headers, see docs/hosting.md.
 */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { addressesIn, cssAddresses, isFetched } from './addresses.ts';
import { applyEdits, attribute, parsePage, textOf, type Edit, type Element, type Page } from './markup.ts';
import { outputFiles } from './output.ts';

export interface PolicyOptions {
  /**
   * Which pages may run the search engine, which is WebAssembly: those with a `data-search` somewhere
   * (`marked`, the default), or `all`.
   */
  search?: 'marked' | 'all';
}

/**
 * The integration. Register it last of those that change pages, for it hashes what they leave. It stops the
 * build, naming the page, when a page holds what the policy would block in silence.
 */
export function contentPolicy(options: PolicyOptions = {}): AstroIntegration {
  return {
    name: 'content-policy',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const refused: string[] = [];
        let pages = 0;
        for (const path of await outputFiles(dir)) {
          if (!/\.(html|css)$/.test(path) || path.startsWith('pagefind/')) continue;
          const text = await readFile(join(root, path), 'utf8');
          const refusals = path.endsWith('.css') ? refusedInCss(text) : refusedIn(text);
          refused.push(...refusals.map((refusal) => `${path} ${refusal}`));
          if (!path.endsWith('.html') || refusals.length > 0) continue;
          await writeFile(join(root, path), withPolicy(text, options));
          pages++;
        }
        if (refused.length > 0)
          throw new Error(`The security policy would block:\n- ${refused.join('\n- ')}`);
        logger.info(`${pages} pages have their policy`);
      },
    },
  };
}

/**
 * Puts the policy into the page as the first thing after `<meta charset>`, and has no page tell others where
 * the person came from. A policy from an earlier run is replaced.
 */
export function withPolicy(html: string, options: PolicyOptions = {}): string {
  const page = parsePage(html);
  const tag = `<meta http-equiv="Content-Security-Policy" content="${policyOf(page, options)}">`;
  const referrer = page.elements.some((element) => attribute(element, 'name') === 'referrer')
    ? ''
    : '<meta name="referrer" content="no-referrer">';
  const earlier = page.elements.filter(isPolicy).map((element): Edit => {
    const { startOffset: start = 0, endOffset: end = 0 } = element.sourceCodeLocation ?? {};
    return { start, end, text: '' };
  });
  const at = policyPlace(page);
  return applyEdits(html, [{ start: at, end: at, text: tag + referrer }, ...earlier]);
}

/** The policy for a page, from its final bytes. */
export function policyFor(html: string, options: PolicyOptions = {}): string {
  return policyOf(parsePage(html), options);
}

function policyOf(page: Page, { search = 'marked' }: PolicyOptions): string {
  const hashes = (elements: Element[]) => [...new Set(elements.map(textOf).filter(Boolean).map(hashOf))];
  const scripts = page.elements.filter(isInlineScript);
  const styles = page.elements.filter(({ tagName }) => tagName === 'style');
  const searches = search === 'all' || page.elements.some((e) => attribute(e, 'data-search') !== undefined);
  return [
    `default-src 'none'`,
    ["script-src 'self'", ...(searches ? ["'wasm-unsafe-eval'"] : []), ...hashes(scripts)].join(' '),
    ["style-src 'self'", ...hashes(styles)].join(' '),
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

/** A hash as a policy writes it, of the text the browser sees. */
function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Scripts that run. Blocks of data (JSON, templates) do not, and need no leave. */
function isInlineScript(element: Element): boolean {
  if (element.tagName !== 'script' || attribute(element, 'src') !== undefined) return false;
  return !/^(application|text)\/(?!(x-)?(java|ecma)script\b)/i.test(attribute(element, 'type') ?? '');
}

function isPolicy(element: Element): boolean {
  return attribute(element, 'http-equiv')?.toLowerCase() === 'content-security-policy';
}

function policyPlace({ elements }: Page): number {
  const head = elements.find(({ tagName }) => tagName === 'head');
  const first = firstInHead(elements);
  const place =
    (isCharset(first) ? first?.sourceCodeLocation?.endOffset : undefined) ??
    head?.sourceCodeLocation?.startTag?.endOffset ??
    // Astro's pages that only forward leave <head> out.
    first?.sourceCodeLocation?.startOffset;
  if (place === undefined) throw new Error('has no <head> to put the policy in.');
  return place;
}

function firstInHead(elements: Element[]): Element | undefined {
  const head = elements.find(({ tagName }) => tagName === 'head');
  return head?.childNodes.find((node) => 'tagName' in node);
}

function isCharset(element: Element | undefined): boolean {
  return element?.tagName === 'meta' && attribute(element, 'charset') !== undefined;
}

/**
 * What a page must not hold, because the policy blocks it or the page would fetch from another origin.
 * @returns what is wrong, to follow the page's name
 */
export function refusedIn(html: string): string[] {
  const page = parsePage(html);
  const first = firstInHead(page.elements);
  // Browsers look for the charset in the first 1024 bytes, and nothing may run before the policy.
  const late = page.elements.some(isCharset) && !isCharset(first);
  const order = late ? [`has <${first?.tagName}> before <meta charset>: put the charset first.`] : [];
  const refusals = page.elements.flatMap((element) => {
    const tag = `<${element.tagName}>`;
    return element.attrs.flatMap(({ name, value }) => {
      if (name === 'style')
        return [`has style="${value}" on a ${tag}: use a class, or set it from a script.`];
      if (/^on/i.test(name)) return [`has ${name}="…" on a ${tag}: add the listener in a script.`];
      if (/^(href|src|action|formaction|data)$/.test(name) && isScriptAddress(value))
        return [`has a javascript: address on a ${tag}: use a button and a script.`];
      return [];
    });
  });
  const foreign = addressesIn(page)
    .filter((address) => isFetched(address) && isElsewhere(address.url))
    .map(({ url, element }) => `fetches ${url} (${element?.tagName}): keep it on this site.`);
  return [...order, ...refusals, ...foreign];
}

/** The same for a style file. */
export function refusedInCss(css: string): string[] {
  return cssAddresses(css)
    .filter(({ url }) => isElsewhere(url))
    .map(({ url }) => `fetches ${url}: keep it on this site.`);
}

function isElsewhere(url: string): boolean {
  return /^(https?:|\/\/)/i.test(url);
}

/** Browsers drop spaces and control characters before and line breaks within. */
function isScriptAddress(value: string): boolean {
  return value
    .replace(/[\p{Cc}\s]/gu, '')
    .toLowerCase()
    .startsWith('javascript:');
}
