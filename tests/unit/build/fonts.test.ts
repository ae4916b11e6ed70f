// The fonts are those the tool makes, hold the characters they promise, and stay small.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { asSfnt, charactersIn, makeFonts } from '../../../tools/subset-fonts.mjs';

const root = join(import.meta.dirname, '../../..');
const onDisk = (path: string) => readFile(join(root, path));
const font = (name: string) => onDisk(`public/fonts/${name}.woff2`);
const names = ['text-latin', 'text-accents', 'text-ext', 'heading-latin', 'heading-accents', 'heading-ext'];

const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
const signs = '\u00a0“”‘’–—…•·×½°€£';

describe('the fonts', () => {
  it('are what the tool makes from its packages', { timeout: 30_000 }, async () => {
    for (const [path, contents] of await makeFonts())
      expect(contents.equals(await onDisk(path)), path).toBe(true);
  });

  it.each(names)('%s is woff2', async (name) => {
    expect((await font(name)).toString('latin1', 0, 4)).toBe('wOF2');
  });

  it.each([
    ['text-latin', 13_000],
    ['heading-latin', 12_000],
    ['text-accents', 10_000],
    ['text-ext', 10_000],
    ['heading-accents', 10_000],
    ['heading-ext', 10_000],
  ])('%s takes at most %d bytes', async (name, most) => {
    expect((await font(name)).length).toBeLessThanOrEqual(most);
  });

  it.each(['Hyperlegible', 'Schibsted'])('bring the licence of %s', async (family) => {
    expect((await onDisk(`public/fonts/OFL-${family}.txt`)).toString()).toContain(
      'SIL Open Font License, Version 1.1',
    );
  });
});

describe('their characters', () => {
  const held = new Map<string, Set<number>>();
  beforeAll(async () => {
    for (const name of names) held.set(name, new Set(charactersIn(await asSfnt(await font(name)))));
  });

  it.each([
    ['text-latin', `${ascii}${signs}\u2009©`],
    ['heading-latin', `${ascii.replace(/[#$*<=>@[\\\]^_`{|}~]/g, '')}${signs}`],
    ['text-accents', 'ÀÉÎÕÜßàéîõüñçøåæœ'],
    ['heading-accents', 'ÀÉÎÕÜßàéîõüñçøåæœ#@©'],
    ['text-ext', 'ŁłŐőŠšŽžĞğİćēī'],
    ['heading-ext', 'ŁłŐőŠšŽžĞğİćēī'],
  ])('%s has those it is for', (name, characters) => {
    expect(Array.from(characters).filter((c) => !held.get(name)!.has(c.codePointAt(0)!))).toEqual([]);
  });

  it('are asked of the file that has them, and of no other', async () => {
    const css = (await onDisk('src/styles/fonts.css')).toString();
    const rules = [...css.matchAll(/url\(\/fonts\/(\w+)-(\w+)\.woff2\);\s*unicode-range:([^;]+);/g)].map(
      ([, typeface = '', file = '', range = '']) => ({
        typeface,
        name: `${typeface}-${file}`,
        ranges: range.split(',').map((part) => {
          const [from = 0, to = from] = part
            .replace('U+', '')
            .split('-')
            .map((hex) => parseInt(hex.trim(), 16));
          return { from, to };
        }),
      }),
    );
    expect(rules.map(({ name }) => name).sort()).toEqual([...names].sort());
    for (const name of names) {
      for (const character of held.get(name)!) {
        // The last rule that claims a character is the one the browser takes.
        const asked = rules.findLast(
          ({ typeface, ranges }) =>
            name.startsWith(`${typeface}-`) &&
            ranges.some(({ from, to }) => from <= character && character <= to),
        );
        expect(asked?.name, `U+${character.toString(16)}`).toBe(name);
      }
    }
  });
});
