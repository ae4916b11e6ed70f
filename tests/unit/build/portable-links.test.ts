// The same output works in any folder: every address in a page or a style becomes relative to where it stands.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegrationLogger } from 'astro';
import { afterEach, describe, expect, it } from 'vitest';
import {
  fileLinksScript,
  makeCssPortable,
  makePortable,
  portableLinks,
} from '../../../src/build/portable-links.ts';

const page = (body: string, head = '') =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

/** What becomes of a body, without the parts every page gets. */
function bodyOf(body: string, path: string): string | undefined {
  return /<body>(.*)<\/body>/s.exec(makePortable(page(body), path))?.[1];
}

describe('addresses in a page', () => {
  it.each([
    ['index.html', '<a href="./guide/start/">', './'],
    ['guide/index.html', '<a href="../guide/start/">', '../'],
    ['guide/start/index.html', '<a href="../../guide/start/">', '../../'],
    ['a/b/c/index.html', '<a href="../../../guide/start/">', '../../../'],
    ['about.html', '<a href="./guide/start/">', './'],
  ])('lead from %s to the same place', (path, link, root) => {
    const result = makePortable(page('<a href="/guide/start/">Start</a>'), path);
    expect(result).toContain(link);
    expect(result).toContain(`<html lang="en" data-root="${root}">`);
  });

  it.each([
    ['the home page', '<a href="/">', '<a href="../">'],
    ['a place on a page', '<a href="/guide/#why">', '<a href="../guide/#why">'],
    ['a query', '<a href="/open/?a=1&amp;b=2">', '<a href="../open/?a=1&amp;b=2">'],
    ['no quotes', '<a href=/guide/>', '<a href=../guide/>'],
    ['single quotes and spaces', "<a href = ' /guide/'>", "<a href = ' ../guide/'>"],
    ['a picture', '<img src="/a.png" alt="">', '<img src="../a.png" alt="">'],
    [
      'pictures for several widths',
      '<img srcset="/a.png 1x,/b,c.png 2x, https://other.example/c.png 3x" alt="">',
      '<img srcset="../a.png 1x,../b,c.png 2x, https://other.example/c.png 3x" alt="">',
    ],
    ['a form', '<form action="/open/">', '<form action="../open/">'],
    ['a poster', '<video poster="/p.webp">', '<video poster="../p.webp">'],
    ['a drawing', '<svg><use xlink:href="/s.svg#x"/></svg>', '<svg><use xlink:href="../s.svg#x"/></svg>'],
    [
      'an island',
      '<astro-island component-url="/_astro/A.js" renderer-url="/_astro/c.js" before-hydration-url="/_astro/b.js" props="{&quot;to&quot;:[0,&quot;/x/&quot;]}">',
      '<astro-island component-url="../_astro/A.js" renderer-url="../_astro/c.js" before-hydration-url="../_astro/b.js" props="{&quot;to&quot;:[0,&quot;/x/&quot;]}">',
    ],
    [
      'a template',
      '<template><a href="/guide/"></a></template>',
      '<template><a href="../guide/"></a></template>',
    ],
    [
      'what stands without script',
      '<noscript><a href="/x/"></a></noscript>',
      '<noscript><a href="../x/"></a></noscript>',
    ],
    [
      'a style',
      '<style>a{background:url(/a.png)}b{background:url( "/b.png" )}@import \'/c.css\';</style>',
      '<style>a{background:url(../a.png)}b{background:url( "../b.png" )}@import \'../c.css\';</style>',
    ],
  ])('are found in %s', (_name, before, after) => {
    expect(bodyOf(before, 'guide/index.html')).toBe(after);
  });

  it.each([
    '<a href="#why">',
    '<a href="mailto:a@b.example">',
    '<a href="//other.example/x">',
    '<a href="https://other.example/x">',
    '<a href="next/">',
    '<a title="/guide/" data-x="/guide/">/guide/</a>',
    '<img src="data:image/png;base64,/9j/" srcset="data:image/png;base64,/9j/ 2x" alt="">',
    '<script>location = "/guide/"</script>',
    '<style>a{background:url("data:image/svg+xml,<svg fill=\'url(/x)\'/>")}</style>',
    '<!-- <a href="/guide/"> -->',
  ])('are left alone in %s', (html) => {
    expect(bodyOf(html, 'guide/index.html')).toBe(html);
  });

  it('forward from a page that has moved', () => {
    const forward =
      '<!doctype html><title>Moved</title><meta http-equiv="refresh" content="0;url=/a/b/"><a href="/a/b/">There</a>';
    expect(makePortable(forward, 'old/index.html')).toBe(
      '<!doctype html><title>Moved</title><meta http-equiv="refresh" content="0;url=../a/b/"><a href="../a/b/">There</a>',
    );
  });

  it('are all that changes', () => {
    const odd =
      '<!DOCTYPE html>\r\n<html\tlang=en >\r\n<head>\r\n<meta charset=utf-8></head>\r\n<body>é – 🙂 &amp; <P CLASS=x >\r\n<a href="/x/">x</a>\r\n';
    expect(makePortable(odd, 'a/index.html')).toBe(
      odd
        .replace('lang=en >', 'lang=en  data-root="../">')
        .replace('</head>', `<script>${fileLinksScript}</script></head>`)
        .replace('"/x/"', '"../x/"'),
    );
  });

  it('stay as they are when made portable again', () => {
    const once = makePortable(
      page('<a href="/x/"><img src="/a.png" srcset="/b.png 2x" alt=""></a>'),
      'a/b/index.html',
    );
    expect(makePortable(once, 'a/b/index.html')).toBe(once);
  });
});

describe('a page opened from a file', () => {
  it('gets the script that completes links to folders, once', () => {
    expect(makePortable(page(''), 'index.html').split(fileLinksScript)).toHaveLength(2);
  });

  it('keeps a script of its own for that', () => {
    const own = '<script>document.documentElement.dataset.file = ""</script>';
    expect(makePortable(page('', own), 'index.html')).not.toContain(fileLinksScript);
  });
});

describe('a style file', () => {
  it('finds its files from where it is', () => {
    const css =
      '@font-face{src:url(/fonts/a.woff2)}a{background:url("/b.png"),url(c.png),url(https://x.example/d)}';
    expect(makeCssPortable(css, '_astro/page.css')).toBe(
      '@font-face{src:url(../fonts/a.woff2)}a{background:url("../b.png"),url(c.png),url(https://x.example/d)}',
    );
  });
});

describe('the build', () => {
  let folder: string | undefined;
  afterEach(() => {
    if (folder) rmSync(folder, { recursive: true });
    folder = undefined;
  });

  /** Runs the step on an output of these files and gives a reader of what it left. */
  async function build(files: Record<string, string>): Promise<(path: string) => string> {
    const root = mkdtempSync(join(tmpdir(), 'portable-'));
    folder = root;
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const done = portableLinks().hooks['astro:build:done'];
    const logger = { info: () => undefined } as unknown as AstroIntegrationLogger;
    await done?.({ dir: pathToFileURL(`${root}/`), logger, pages: [], assets: new Map() });
    return (path) => readFileSync(join(root, path), 'utf8');
  }

  it('changes every page and style file', async () => {
    const read = await build({
      'index.html': page('<a href="/guide/">Guide</a>', '<link rel="stylesheet" href="/_astro/a.css">'),
      'guide/index.html': page('<a href="/">Home</a>'),
      '_astro/a.css': 'a{background:url(/a.png)}',
      'a.png': '',
    });
    expect(read('index.html')).toContain('<a href="./guide/">');
    expect(read('index.html')).toContain('href="./_astro/a.css"');
    expect(read('guide/index.html')).toContain('<a href="../">');
    expect(read('_astro/a.css')).toBe('a{background:url(../a.png)}');
  });

  it('stops at a link to a page that does not exist, and says which', async () => {
    await expect(build({ 'guide/index.html': page('<a href="/guide/strat/">Start</a>') })).rejects.toThrow(
      'guide/index.html links to "/guide/strat/", which does not exist.',
    );
  });

  it('stops at a script that fetches from the root of the domain', async () => {
    await expect(build({ '_astro/a.js': 'import("/_astro/b.js")' })).rejects.toThrow(
      '_astro/a.js fetches /_astro/b.js from the domain',
    );
  });

  it('stops when the folder is given beforehand', () => {
    const setup = portableLinks().hooks['astro:config:setup'] as (options: unknown) => void;
    expect(() => setup({ config: { base: '/kit' }, updateConfig: () => undefined })).toThrow(
      'Leave "base" at "/"',
    );
  });
});
