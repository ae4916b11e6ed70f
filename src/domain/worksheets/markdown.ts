import type { Said, Sheet } from '../records/sheet';
import { inWords } from './answers';
import type { Field, Section } from './definition';
import { saidIn, shownAnswers } from './shown';
import { askedOf, scaleInWords, type TextWords } from './text';

/**
 * A sheet as Markdown: questions are headings, answers paragraphs. What a person wrote shows as they wrote it:
 * signs that mean something in Markdown are escaped. Private answers are never in it.
 */
export function sheetAsMarkdown(sheet: Sheet, sections: readonly Section[], words: TextWords): string {
  const side = sheet.side ? ` (${words[sheet.side]})` : '';
  const parts = shownAnswers(sheet, sections).flatMap(({ field, answer }) => [
    `## ${escaped(askedOf(field, answer, words))}`,
    ...saidIn(answer).flatMap((said) => saidAsMarkdown(field, said, words)),
  ]);
  return `${[`# ${escaped(words.title + side)}`, escaped(words.date), ...parts].join('\n\n')}\n`;
}

/** What was said to one question, to stand below its heading. */
export function saidAsMarkdown(
  field: Field | undefined,
  { value, deeper }: Said,
  words: Pick<TextWords, 'scaleMark' | 'dayText'>,
  /** The sign of a heading one below the question's. */
  deeperHeading = '###',
): string[] {
  const own =
    field?.kind === 'scale' && typeof value === 'number'
      ? [escaped(scaleInWords(value, field.ends, words.scaleMark))]
      : Array.isArray(value)
        ? [
            inWords(field, value, words.dayText)
              .map((line) => `- ${paragraph(line).replaceAll('\n', '\n  ')}`)
              .join('\n'),
          ]
        : inWords(field, value, words.dayText).map(paragraph);
  return deeper?.value ? [...own, `${deeperHeading} ${escaped(deeper.asked)}`, paragraph(deeper.value)] : own;
}

/** A person's text with its line breaks. Spaces that set a line in stay, as spaces that do not break. */
const paragraph = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => escaped(line.replace(/^[ \t]+/, (gap) => '\u00a0'.repeat(gap.length))))
    .map((line, at, all) => (line && all[at + 1] ? `${line}  ` : line))
    .join('\n');

/** Signs of Markdown and HTML as plain signs; a heading, list or rule at a line's start as well. */
export const escaped = (line: string): string =>
  line
    .replace(/[\\`*_[\]<>~|]/g, '\\$&')
    .replace(/&(?=[#\w])/g, '\\&')
    .replace(/^(\s*)([#+=-])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
