// An address of our own that leads nowhere is told, with the page it stands on.
import { describe, expect, it } from 'vitest';
import { brokenLinks } from '../../../src/build/broken-links.ts';

const files = {
  'index.html': '<main id="main">',
  'guide/index.html': '<h2 id="why">Why</h2><a name="old">',
  'guide/söze/index.html': '<h2 id="größe">',
  'pack.pdf': '',
  '404.html': '',
};

/** What is said of a page with this in it. */
function said(html: string, path = 'guide/index.html'): string[] {
  const texts = new Map(Object.entries(files).filter(([name]) => name.endsWith('.html')));
  texts.set(path, (texts.get(path) ?? '') + html);
  return brokenLinks(texts, new Set([...Object.keys(files), path]));
}

describe('links that lead somewhere', () => {
  it.each([
    '<a href="../">',
    '<a href="/">',
    '<a href="./">',
    '<a href="#why">',
    '<a href="#old">',
    '<a href="#top">',
    '<a href="#">',
    '<a href="">',
    '<a href="?a=1">',
    '<a href="../guide/?a=1#why">',
    '<a href="../index.html#main">',
    '<a href="../pack.pdf">',
    '<a href="söze/#größe">',
    '<a href="s%C3%B6ze/#gr%C3%B6%C3%9Fe">',
    '<a href="#why:~:text=x">',
    '<a href="https://other.example/nowhere">',
    '<a href="mailto:a@b.example">',
    '<a>',
  ])('say nothing: %s', (html) => {
    expect(said(html)).toEqual([]);
  });
});

describe('links that lead nowhere', () => {
  it.each([
    ['<a href="../guide/strat/">', 'guide/index.html links to "/guide/strat/", which does not exist.'],
    ['<a href="/guide/strat/#x">', 'guide/index.html links to "/guide/strat/", which does not exist.'],
    ['<a href="../Pack.pdf">', 'guide/index.html links to "/Pack.pdf", which does not exist.'],
    ['<a href="100%">', 'guide/index.html links to "/guide/100%", which does not exist.'],
    ['<a href="#wy">', 'guide/index.html links to "#wy" on guide/index.html, but nothing there has that id.'],
    ['<a href="../#why">', 'guide/index.html links to "#why" on index.html, but nothing there has that id.'],
    [
      '<a href="söze">',
      'guide/index.html links to "/guide/söze": write "/guide/söze/", for not every host adds the last slash.',
    ],
    ['<a href="../../x/">', 'guide/index.html links to "../../x/", which leads out of the site.'],
    ['<img src="../a.png" alt="">', 'guide/index.html fetches "/a.png", which does not exist.'],
    [
      '<img srcset="../pack.pdf, ../b.png 2x" alt="">',
      'guide/index.html fetches "/b.png", which does not exist.',
    ],
    [
      '<style>a{background:url(../c.png)}</style>',
      'guide/index.html fetches "/c.png", which does not exist.',
    ],
    [
      '<script type="module" src="../d.js"></script>',
      'guide/index.html fetches "/d.js", which does not exist.',
    ],
  ])('are named: %s', (html, sentence) => {
    expect(said(html)).toEqual([sentence]);
  });

  it('are named once a page', () => {
    expect(said('<a href="x/"></a><a href="x/"></a>')).toHaveLength(1);
  });

  it('are found in a style file', () => {
    expect(
      brokenLinks(new Map([['_astro/a.css', 'a{src:url(../fonts/a.woff2)}']]), new Set(['_astro/a.css'])),
    ).toEqual(['_astro/a.css fetches "/fonts/a.woff2", which does not exist.']);
  });
});
