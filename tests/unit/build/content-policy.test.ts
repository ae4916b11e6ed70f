// The policy allows exactly the inline scripts and styles of the page, and the build refuses what it would block.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegrationLogger } from 'astro';
import { describe, expect, it } from 'vitest';
import {
  contentPolicy,
  policyFor,
  refusedIn,
  refusedInCss,
  withPolicy,
} from '../../../src/build/content-policy.ts';

const page = (body = '', head = '') =>
  `<!DOCTYPE html><html><head><meta charset="utf-8">${head}<title>T</title></head><body>${body}</body></html>`;
const hash = (text: string) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
const directive = (policy: string, name: string) =>
  policy.split('; ').find((part) => part.startsWith(`${name} `));

describe('the policy', () => {
  it('allows nothing from elsewhere', () => {
    expect(policyFor(page())).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
        "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'",
    );
  });

  it('allows a known script by its hash', () => {
    // From the specification's own example (CSP 3, 8.3).
    expect(policyFor(page("<script>alert('Hello, world.');</script>"))).toContain(
      "script-src 'self' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=';",
    );
  });

  it('has each inline script and style once, wherever it stands', () => {
    const policy = policyFor(
      page(
        '<script>a()</script><script type="module">b("–")</script><script>a()</script>' +
          '<noscript><style>.n{}</style></noscript><template><style>.t{}</style></template><svg><style>.s{}</style></svg>',
        '<style>.h{}</style>',
      ),
    );
    expect(directive(policy, 'script-src')).toBe(`script-src 'self' ${hash('a()')} ${hash('b("–")')}`);
    expect(directive(policy, 'style-src')).toBe(
      `style-src 'self' ${hash('.h{}')} ${hash('.n{}')} ${hash('.t{}')} ${hash('.s{}')}`,
    );
  });

  it('hashes line ends as the browser sees them', () => {
    expect(policyFor(page('<script>a()\r\nb()</script>'))).toContain(hash('a()\nb()'));
  });

  it('needs no hash for data, files and empty scripts', () => {
    const html = page(
      '<script type="application/json">{}</script><script type="text/plain">x</script><script src="a.js"></script><script></script>',
    );
    expect(directive(policyFor(html), 'script-src')).toBe("script-src 'self'");
  });

  it('lets WebAssembly run only where there is a search', () => {
    expect(policyFor(page('<p>data-search</p>'))).not.toContain('wasm');
    expect(policyFor(page('<search data-search></search>'))).toContain(
      "script-src 'self' 'wasm-unsafe-eval'",
    );
    expect(policyFor(page(), { search: 'all' })).toContain("script-src 'self' 'wasm-unsafe-eval'");
  });
});

describe('a page', () => {
  const meta = (html: string) => `<meta http-equiv="Content-Security-Policy" content="${policyFor(html)}">`;

  it('has the policy and the referrer rule right after the charset', () => {
    const html = page('<script>a()</script>', '<style>b{}</style>');
    expect(withPolicy(html)).toBe(
      html.replace('"utf-8">', `"utf-8">${meta(html)}<meta name="referrer" content="no-referrer">`),
    );
  });

  it('keeps a referrer rule of its own', () => {
    const html = page('', '<meta name="referrer" content="same-origin">');
    expect(withPolicy(html).match(/referrer"/g)).toHaveLength(1);
  });

  it('may leave out <head>', () => {
    const html = '<!doctype html><title>Moved</title><body></body>';
    expect(withPolicy(html)).toMatch(/^<!doctype html><meta http-equiv="Content-Security-Policy"/);
  });

  it('gets a new policy in place of an old one', () => {
    const once = withPolicy(page('<script>a()</script>'));
    expect(withPolicy(once)).toBe(once);
    expect(withPolicy(once.replace('a()', 'b()'))).toBe(withPolicy(page('<script>b()</script>')));
  });
});

describe('refused', () => {
  it.each([
    ['<p style="color: red">', 'style="color: red" on a <p>'],
    ['<button onclick="x()">', 'onclick="…" on a <button>'],
    ['<a href=" java\nscript:x()">', 'javascript: address on a <a>'],
    ['<svg><a xlink:href="javascript:x()"/></svg>', 'javascript: address on a <a>'],
    ['<script src="https://cdn.example/a.js"></script>', 'https://cdn.example/a.js (script)'],
    ['<script src="//cdn.example/a.js"></script>', '//cdn.example/a.js (script)'],
    ['<img src="http://cdn.example/a.png" alt="">', 'http://cdn.example/a.png (img)'],
    ['<img srcset="a.png, https://cdn.example/b.png 2x" alt="">', 'https://cdn.example/b.png (img)'],
    ['<link rel="stylesheet" href="https://cdn.example/a.css">', 'https://cdn.example/a.css (link)'],
    ['<link rel="preconnect" href="https://cdn.example">', 'https://cdn.example (link)'],
    ['<iframe src="https://cdn.example/"></iframe>', 'https://cdn.example/ (iframe)'],
    [
      '<style>@font-face{src:url(https://cdn.example/f.woff2)}</style>',
      'https://cdn.example/f.woff2 (style)',
    ],
    ['<style>@import "https://cdn.example/a.css";</style>', 'https://cdn.example/a.css (style)'],
  ])('%s', (html, words) => {
    expect(refusedIn(page(html))).toEqual([expect.stringContaining(words)]);
  });

  it('what stands before the charset', () => {
    expect(refusedIn('<html><head><script>a()</script><meta charset="utf-8"></head></html>')).toEqual([
      'has <script> before <meta charset>: put the charset first.',
    ]);
  });

  it('a typeface from elsewhere in a style file', () => {
    expect(refusedInCss('@font-face{src:url(https://cdn.example/f.woff2)}')).toEqual([
      'fetches https://cdn.example/f.woff2: keep it on this site.',
    ]);
  });

  it.each([
    '<a href="https://other.example/">A link that a person follows</a>',
    '<link rel="canonical" href="https://this.example/">',
    '<img src="data:image/png;base64,AA" alt="JavaScript: a picture">',
    '<p title="javascript: a word" class="style">style="x" onclick</p>',
  ])('but not %s', (html) => {
    expect(refusedIn(page(html))).toEqual([]);
  });
});

describe('the build', () => {
  async function build(html: string): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), 'policy-'));
    try {
      writeFileSync(join(folder, 'index.html'), html);
      const done = contentPolicy().hooks['astro:build:done'];
      const logger = { info: () => undefined } as unknown as AstroIntegrationLogger;
      await done?.({ dir: pathToFileURL(`${folder}/`), logger, pages: [], assets: new Map() });
      return readFileSync(join(folder, 'index.html'), 'utf8');
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  it('gives every page its policy', async () => {
    expect(await build(page())).toBe(withPolicy(page()));
  });

  it('stops at a page that would not work, and names it', async () => {
    await expect(build(page('<p style="color:red">'))).rejects.toThrow(
      'index.html has style="color:red" on a <p>',
    );
  });
});
