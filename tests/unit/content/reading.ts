// Reads a content page as a reader does: its blocks, sentences and words, and the school grade they ask for.
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { parse } from 'yaml';

/** A page's front matter and its text. */
export function split(file: string, source: string): { matter: unknown; body: string } {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source);
  if (!match) throw new Error(`${file}: no front matter`);
  try {
    return { matter: parse(match[1]!) as unknown, body: match[2]! };
  } catch (error) {
    throw new Error(`${file}: its front matter is not YAML`, { cause: error });
  }
}

/** The text a reader reads, one line a block: no tags, no tables, no link targets. Every block ends a sentence. */
export function prose(body: string): string[] {
  return body
    .replace(/<\/?[A-Za-z][^>]*>/g, '\n\n')
    .split('\n')
    .filter((line) => !/^\s*\|/.test(line))
    .map((line) =>
      /^\s*([-*]|\d+\.|#{1,6})\s/.test(line) ? `\n${line.replace(/^\s*([-*]|\d+\.|#{1,6})\s+/, '')}\n` : line,
    )
    .join('\n')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]/g, '')
    .split(/\n\s*\n/)
    .map((block) => block.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}

/** A sentence ends at . ? ! or … (and a closing quote) before a capital, a figure or an opening quote, and at the end of a block. */
export function sentences(blocks: string[]): string[] {
  return blocks
    .flatMap((block) => block.split(/(?<=[.?!…][”’)]*)\s+(?=[“‘(]?[A-Z0-9])/))
    .filter((s) => /[A-Za-z0-9]/.test(s));
}

/** The words of a text, figures too. */
export const words = (text: string) => text.match(/[A-Za-z0-9]+(?:[’'.,-][A-Za-z0-9]+)*/g) ?? [];
/** How many words there are in all blocks. */
export const count = (blocks: string[]) => blocks.reduce((n, block) => n + words(block).length, 0);
const syllables = (word: string) =>
  word.split('-').reduce((n, part) => n + (/^[0-9.,]+$/.test(part) ? 2 : Math.max(1, syllable(part))), 0);

/** Flesch-Kincaid grade. */
export function grade(blocks: string[]): number {
  const all = sentences(blocks);
  const each = all.flatMap((s) => words(s));
  return fleschKincaid({
    sentence: all.length,
    word: each.length,
    syllable: each.reduce((n, w) => n + syllables(w), 0),
  });
}

/** What stands inside each component of a name. */
export const tag = (body: string, name: string) =>
  [...body.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`, 'g'))].map((m) => m[1]!);
