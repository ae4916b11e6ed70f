import type { Mentorship } from '../../domain/records/mentorship';
import type { Programme } from '../../domain/records/programme';
import type { Sheet } from '../../domain/records/sheet';
import { fill } from '../../domain/words/fill';
import type { KitWords, PresetWords } from '../../domain/words/interface';
import { dateText } from '../worksheets/dates';

/** Titles of the worksheets by their ids, in the site's order. */
export type Titles = Readonly<Record<string, string>>;

/** What a mentorship is called: by the other's name, else by its beginning, unless it is the only one. */
export function mentorshipName(
  { other, started }: Mentorship,
  words: Pick<KitWords, 'with' | 'unnamed' | 'unnamedSince'>,
  isOnly = false,
): string {
  if (other !== undefined) return fill(words.with, { name: other });
  return isOnly ? words.unnamed : fill(words.unnamedSince, { date: dateText(started) });
}

/** A worksheet's title, also for a sheet whose worksheet is gone. */
export const sheetTitle = ({ worksheet }: Sheet, titles: Titles, words: KitWords): string =>
  Object.hasOwn(titles, worksheet) ? (titles[worksheet] ?? words.unknownSheet) : words.unknownSheet;

/** What a facilitator's programme is called in a list. */
export const programmeName = ({ texts }: Programme, words: PresetWords): string =>
  texts.name.trim() === '' ? words.programmeUnnamed : fill(words.programme, { programme: texts.name.trim() });
