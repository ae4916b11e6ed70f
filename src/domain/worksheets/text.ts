import type { Answer, Said, Sheet } from '../records/sheet';
import { fill } from '../words/fill';
import { inWords } from './answers';
import type { Field, Section } from './definition';
import { saidIn, shownAnswers, type ShownAnswer } from './shown';

/** Words a sheet's text needs beside its own. */
export interface TextWords {
  readonly title: string;
  readonly mentor: string;
  readonly mentee: string;
  /** With {n}: "{n} of 5". */
  readonly scaleMark: string;
  /** The day it was begun, written out. */
  readonly date: string;
  /** A day, "2027-02-14", as it is read. */
  readonly dayText: (day: string) => string;
}

/**
 * A sheet as plain text for a message or a note. Each question stands on a line, its answer below it.
 * Private answers are never in it.
 */
export function sheetAsText(sheet: Sheet, sections: readonly Section[], words: TextWords): string {
  const side = sheet.side ? ` (${words[sheet.side]})` : '';
  const head = `${words.title}${side}\n${words.date}`;
  return `${[head, ...shownAnswers(sheet, sections).map((shown) => asText(shown, words))].join('\n\n')}\n`;
}

function asText({ field, answer }: ShownAnswer, words: TextWords): string {
  return [
    askedOf(field, answer, words),
    ...saidIn(answer).flatMap((said) => linesOf(field, said, words)),
  ].join('\n');
}

/** The question, with the side that answers where both are asked: "What goes well? (Mentor)". */
export const askedOf = (
  field: Field | undefined,
  { asked }: Answer,
  words: Pick<TextWords, 'mentor' | 'mentee'>,
): string => (field?.side ? `${asked} (${words[field.side]})` : asked);

function linesOf(field: Field | undefined, { value, deeper }: Said, words: TextWords): string[] {
  const lines =
    field?.kind === 'scale' && typeof value === 'number'
      ? [scaleInWords(value, field.ends, words.scaleMark)]
      : inWords(field, value, words.dayText).map((line) => (Array.isArray(value) ? `- ${line}` : line));
  return deeper?.value ? [...lines, '', deeper.asked, deeper.value] : lines;
}

/** A mark with both ends: "2 of 5 (1: I keep it to myself, 5: I just say it)". */
export function scaleInWords(
  value: unknown,
  ends: { readonly low: string; readonly high: string },
  mark: string,
): string {
  return `${fill(mark, { n: String(value) })} (1: ${ends.low}, 5: ${ends.high})`;
}
