import { describe, expect, it } from 'vitest';
import { lateFacesScript, withLateFaces } from '../../../src/build/late-faces';

const own = '@font-face{font-family:Own;src:url(../fonts/own.woff2);unicode-range:U+20-7E}';
const atHand = '@font-face{font-family:Own Fallback;src:local(Arial);size-adjust:99%}';
const pageWith = (...styles: string[]) =>
  `<!DOCTYPE html><html><head><title>A</title>${styles.map((css) => `<style>${css}</style>`).join('')}</head><body>Text</body></html>`;
const late = (rules: string) =>
  `<style data-faces>${rules}</style><script>${lateFacesScript}</script></head>`;

describe('typefaces that are fetched', () => {
  it('stand in a style of their own at the end of the head, in their order, before the script that lets them wait', () => {
    const other = own.replaceAll('own', 'other');
    expect(withLateFaces(pageWith(`p{color:red}${own}b{color:blue}`, other))).toBe(
      pageWith('p{color:red}b{color:blue}', '').replace('</head>', late(own + other)),
    );
  });

  it('leave those at hand where they are', () => {
    expect(withLateFaces(pageWith(atHand + own))).toBe(pageWith(atHand).replace('</head>', late(own)));
  });

  it('are none on a page that fetches none, or whose faces wait already: it stays as it is', () => {
    expect(withLateFaces(pageWith(atHand))).toBe(pageWith(atHand));
    const done = withLateFaces(pageWith(own));
    expect(withLateFaces(done)).toBe(done);
  });
});
