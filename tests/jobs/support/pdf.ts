// Reads what Chromium printed: how many pages, and the words on each. It knows only the PDF that Chromium writes,
// which is enough here and needs no further package.
import { inflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { typeset } from './typefaces';

/**
 * What the browser's own print command gives, once the typefaces have come: the words of each page, without any white
 * space, for lines are broken where the paper is.
 */
export async function printedPages(page: Page, options?: Parameters<Page['pdf']>[0]): Promise<string[]> {
  await typeset(page);
  return wordsOf(await page.pdf(options));
}

function wordsOf(pdf: Buffer): string[] {
  const file = pdf.toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of file.matchAll(/^(\d+) 0 obj\s(.*?)\sendobj/gms)) objects.set(id, body);

  const fonts = new Map<string, Font>();
  const fontOf = (id: string) => {
    let font = fonts.get(id);
    if (!font) {
      const body = objects.get(id) ?? '';
      const [, toUnicode = ''] = /\/ToUnicode (\d+) 0 R/.exec(body) ?? [];
      // A drawn font has one byte for each glyph, any other two.
      font = {
        digits: body.includes('/Type3') ? 2 : 4,
        letters: lettersOf(streamOf(objects.get(toUnicode) ?? '')),
      };
      fonts.set(id, font);
    }
    return font;
  };
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\b/.test(body))
    .map((page) => {
      const [, contents = ''] = /\/Contents (\d+) 0 R/.exec(page) ?? [];
      const named = new Map(
        [...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, id] as const),
      );
      return textOf(streamOf(objects.get(contents) ?? ''), (name) => fontOf(named.get(name) ?? ''));
    });
}

interface Font {
  /** Hexadecimal digits that name one glyph. */
  readonly digits: number;
  /** What each glyph stands for. */
  readonly letters: ReadonlyMap<number, string>;
}

/** Text as `printedPages` gives it, to look for. */
export const unspaced = (text: string): string => text.replace(/\s+/g, '');

function streamOf(body: string): string {
  const [, dictionary = '', data = ''] = /^(.*?)stream\r?\n(.*)\r?\nendstream/s.exec(body) ?? [];
  const bytes = Buffer.from(data, 'latin1');
  return dictionary.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : data;
}

function lettersOf(map: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>();
  const text = (hex: string) =>
    String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)));
  for (const [, block = ''] of map.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, glyph = '', to = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) {
      letters.set(parseInt(glyph, 16), text(to));
    }
  }
  for (const [, block = ''] of map.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, from = '', to = '', first = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const start = parseInt(from, 16);
      for (let glyph = start; glyph <= parseInt(to, 16); glyph++) {
        letters.set(glyph, String.fromCharCode(parseInt(first, 16) + glyph - start));
      }
    }
  }
  return letters;
}

function textOf(content: string, fontOf: (name: string) => Font): string {
  let font: Font | undefined;
  let text = '';
  // A font is chosen (/F4 12 Tf), then glyphs are shown: <0024> Tj, or [<0024> -5 <0025>] TJ.
  for (const [, name, shown = ''] of content.matchAll(/\/(F\d+) [\d.]+ Tf|(<\w+>\s*Tj|\[[^\]]*\]\s*TJ)/g)) {
    if (name) font = fontOf(name);
    for (const [, glyphs = ''] of shown.matchAll(/<(\w+)>/g)) {
      for (let at = 0; font && at < glyphs.length; at += font.digits) {
        text += font.letters.get(parseInt(glyphs.slice(at, at + font.digits), 16)) ?? '';
      }
    }
  }
  return unspaced(text);
}
