// Contrast of the two inks, measured from the tokens as they are shipped, by the formula of WCAG 2.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Tokens = Record<string, string>;

const css = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8');

/** The tokens set in the block that begins with these words. */
function tokensIn(opening: string): Tokens {
  const start = css.indexOf(opening);
  if (start < 0) throw new Error(`tokens.css has no "${opening}"`);
  const block = css.slice(css.indexOf(':root {', start), css.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]),
  );
}

const day = tokensIn(':root {');
const schemes: Record<string, Tokens> = {
  day,
  night: { ...day, ...tokensIn('@media (prefers-color-scheme: dark)') },
  print: { ...day, ...tokensIn('@media print') },
};

/** Follows `var(--name)` to a colour, in a scheme where more contrast may have been asked for. */
function colour(tokens: Tokens, name: string): string {
  const value = tokens[name];
  if (value === undefined) throw new Error(`No token "${name}"`);
  const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  return other ? colour(tokens, other) : value;
}

function luminance(hex: string): number {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(hex)?.[1];
  if (!digits) throw new Error(`"${hex}" is no colour in hex`);
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const part = parseInt(long.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(tokens: Tokens, front: string, back: string): number {
  const [dark = 0, light = 0] = [front, back]
    .map((name) => luminance(colour(tokens, name)))
    .sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Each pair as [what stands on what, front, back, least]. */
const TEXT: [string, string, string, number][] = [
  ['text on paper', 'ink', 'paper', 7],
  ['text in fields', 'ink', 'sheet', 7],
  ['quiet text on paper', 'quiet', 'paper', 4.5],
  ['quiet text on a sheet', 'quiet', 'sheet', 4.5],
  ['text on the mentor’s tint', 'ink', 'mentor-tint', 4.5],
  ['text on the mentee’s tint', 'ink', 'mentee-tint', 4.5],
  ['text on a block', 'on-block', 'block', 4.5],
  ['a button’s words on its ink', 'paper', 'ink', 4.5],
];

describe('the formula', () => {
  it('gives what WCAG gives', () => {
    const greys = { black: '#000', white: '#ffffff', grey: '#767676' };
    expect(contrast(greys, 'black', 'white')).toBeCloseTo(21, 5);
    expect(contrast(greys, 'white', 'black')).toBeCloseTo(21, 5);
    expect(contrast(greys, 'grey', 'white')).toBeCloseTo(4.54, 2);
  });
});

describe.each(Object.keys(schemes))('by %s', (scheme) => {
  const tokens = schemes[scheme]!;

  it.each(TEXT)('%s can be read', (_, front, back, least) => {
    expect(contrast(tokens, front, back)).toBeGreaterThanOrEqual(least);
  });
});

describe('when more contrast is asked for', () => {
  const more = tokensIn('@media (prefers-contrast: more)');

  it.each(['day', 'night'])('quiet text and lines by %s are as strong as ink', (scheme) => {
    const tokens = { ...schemes[scheme], ...more };
    for (const name of ['quiet', 'line']) {
      expect(contrast(tokens, name, 'paper')).toBeGreaterThanOrEqual(7);
      expect(contrast(tokens, name, 'sheet')).toBeGreaterThanOrEqual(7);
    }
  });
});

describe('the marks of both sides can be seen', () => {
  it.each([
    ['the mentee’s by day', 'day', 'mentee', 'paper'],
    ['the mentee’s by day, on a sheet', 'day', 'mentee', 'sheet'],
    ['the mentee’s by night', 'night', 'mentee', 'paper'],
    ['the mentee’s by night, on a sheet', 'night', 'mentee', 'sheet'],
    ['the mentor’s by night', 'night', 'mentor', 'paper'],
    ['the mentor’s by night, on a sheet', 'night', 'mentor', 'sheet'],
    ['the mentee’s in print', 'print', 'mentee', 'paper'],
  ])('%s', (_, scheme, front, back) => {
    expect(contrast(schemes[scheme]!, front, back)).toBeGreaterThanOrEqual(3);
  });

  // Orange on paper is under 3 to 1: it may stand beside ink, a line or a word, and never carry a meaning alone.
  // No test here can see that it does not.
  it('but the mentor’s by day need not alone, and is seen all the same', () => {
    expect(contrast(day, 'mentor', 'paper')).toBeGreaterThanOrEqual(2.6);
  });
});

describe('text is printed in the overlap of both inks', () => {
  const channels = (name: string, tokens: Tokens) =>
    [1, 3, 5].map((at) => parseInt(colour(tokens, name).slice(at, at + 2), 16));

  it.each([
    ['day', 'multiplied', (a: number, b: number) => (a * b) / 255],
    ['night', 'screened', (a: number, b: number) => 255 - ((255 - a) * (255 - b)) / 255],
  ])('by %s, %s', (scheme, _, blend) => {
    const tokens = schemes[scheme]!;
    const mentee = channels('mentee', tokens);
    const blended = channels('mentor', tokens).map((a, at) => Math.round(blend(a, mentee[at]!)));
    const ink = `#${blended.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
    for (const [at, value] of channels('ink', tokens).entries()) {
      expect(Math.abs(value - blended[at]!), `these two inks make ${ink}`).toBeLessThanOrEqual(1);
    }
  });
});
