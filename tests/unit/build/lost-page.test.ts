// The page for addresses that do not exist needs no file, whatever depth it is served at.
import { describe, expect, it } from 'vitest';
import { findRootScript, selfContained } from '../../../src/build/lost-page.ts';

const files: Record<string, string> = {
  'favicon.svg': '<svg/>',
  '_astro/a.css': '@font-face{font-family:F;src:url(../fonts/f.woff2)}a{background:url(../a.png)}',
  'a.png': 'png',
};
const read = (path: string) => {
  const text = files[path];
  return text === undefined ? Promise.reject(new Error(`no ${path}`)) : Promise.resolve(Buffer.from(text));
};
const lost = async (html: string) => {
  const result = await selfContained(`<html><head></head><body>${html}</body></html>`, read);
  return /<body>(.*)<script>/s.exec(result)?.[1];
};
const png = `data:image/png;base64,${Buffer.from('png').toString('base64')}`;

describe('404.html', () => {
  it('carries its styles, without typefaces of its own', async () => {
    expect(await lost('<link rel="stylesheet" href="/_astro/a.css">')).toBe(
      `<style>a{background:url(${png})}</style>`,
    );
    expect(
      await lost(
        '<style>@font-face{font-family:F;src:url(/f.woff2)}@font-face{font-family:G;src:local(Arial)}a{background:url("/a.png")}</style>',
      ),
    ).toBe(`<style>@font-face{font-family:G;src:local(Arial)}a{background:url("${png}")}</style>`);
  });

  it('carries its pictures', async () => {
    expect(await lost('<img src="/a.png" srcset="/a.png 2x" alt="">')).toBe(
      `<img src="${png}" srcset="${png} 2x" alt="">`,
    );
    expect(await lost('<link rel="icon" href="/favicon.svg">')).toBe(
      `<link rel="icon" href="data:image/svg+xml;base64,${Buffer.from('<svg/>').toString('base64')}">`,
    );
  });

  it('does without hints to fetch more', async () => {
    expect(await lost('<link rel="manifest" href="/app.webmanifest">')).toBe('');
    expect(await lost('<link rel="modulepreload" href="/_astro/a.js">')).toBe('');
  });

  it('links from the root', async () => {
    const links = '<a href="/guide/#why"></a><a href="#main"></a><a href="https://other.example/"></a>';
    expect(await lost(links)).toBe(links);
    expect(await lost('<a href="./guide/"></a>')).toBe('<a href="/guide/"></a>');
  });

  it.each([
    '<script src="/_astro/a.js"></script>',
    '<astro-island component-url="/_astro/A.js"></astro-island>',
  ])('cannot have %s', async (html) => {
    await expect(lost(html)).rejects.toThrow('404.html fetches "/_astro/');
  });

  it('has the script that finds the root, once', async () => {
    const once = await selfContained('<html><body><a href="/">Home</a></body></html>', read);
    expect(once).toBe(`<html><body><a href="/">Home</a><script>${findRootScript}</script></body></html>`);
    expect(await selfContained(once, read)).toBe(once);
  });
});
