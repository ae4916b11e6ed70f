import { describe, expect, it } from 'vitest';
import { withEarlyScripts, type Imports } from '../../../src/build/early-scripts';

const imports: Imports = new Map([
  ['_astro/Form.js', ['_astro/base.js', '_astro/react.js']],
  ['_astro/client.js', ['_astro/react.js']],
  ['_astro/react.js', ['_astro/base.js']],
  ['_astro/base.js', []],
  ['_astro/later.js', []],
]);
const island =
  '<astro-island component-url="/_astro/Form.js" renderer-url="/_astro/client.js"></astro-island>';
const pageWith = (inside: string) =>
  `<!DOCTYPE html><html><head></head><body><header></header><main>${inside}</main></body></html>`;
const asked = (html: string) =>
  [...html.matchAll(/rel="modulepreload" fetchpriority="low" href="([^"]+)"/g)].map(([, href]) => href);

describe('scripts a page asks for at once', () => {
  it('are its islands’ and all that these import, each once', () => {
    const html = withEarlyScripts(pageWith(island + island), imports);
    expect(asked(html)).toEqual([
      '/_astro/Form.js',
      '/_astro/base.js',
      '/_astro/react.js',
      '/_astro/client.js',
    ]);
  });

  it('stand where the text begins: not in the head, where they would keep it waiting', () => {
    expect(withEarlyScripts(pageWith(`<p>Text</p>${island}`), imports)).toMatch(
      /<main>(<link [^>]+>){4}<p>Text/,
    );
  });

  it('are none on a page without islands, which stays as it is', () => {
    expect(withEarlyScripts(pageWith('<p>Text</p>'), imports)).toBe(pageWith('<p>Text</p>'));
  });

  it('stop the build when one of them was not built', () => {
    expect(() => withEarlyScripts(pageWith(island.replace('Form', 'Gone')), imports)).toThrow(
      '_astro/Gone.js',
    );
  });
});
