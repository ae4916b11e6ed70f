import { newMentorship, type Mentorship } from '../domain/records/mentorship';
import type { KeptSheet } from '../domain/records/overview';
import { sheetRecord } from '../domain/records/sheet';
import { allMentorships } from './kit';
import { keysUnder, type Records } from './records';

/** A sheet as far as it is known without being read. */
export interface LyingSheet {
  readonly id: string;
  readonly savedAt: string;
  readonly mentorship: string;
}

/**
 * Where the sheets lie and whose they are, without reading what is in them: a kit of hundreds of sheets is on the screen
 * before it could be parsed. One that is not laid out as this site does it is read after all.
 */
export function lyingSheets(records: Records): LyingSheet[] {
  const prefix = `${records.name}:sheet:`;
  return keysUnder(records.storage, prefix).flatMap((key) => {
    const id = key.slice(prefix.length);
    const text = records.storage.getItem(key) ?? '';
    const [, savedAt, mentorship] =
      /^\{"format":\d+,"revision":\d+,"savedAt":"([^"]+)","data":\{"id":"[^"]*","worksheet":"[^"]*","mentorship":"([^"\\]+)"/.exec(
        text,
      ) ?? [];
    if (savedAt !== undefined && mentorship !== undefined) return [{ id, savedAt, mentorship }];
    const sheet = records.find(sheetRecord, id);
    return sheet ? [{ id, savedAt: sheet.started, mentorship: sheet.mentorship }] : [];
  });
}

/** All mentorships. One whose record was damaged is still there: by its sheets. */
export function mentorshipsOf(records: Records, lying: readonly LyingSheet[]): Mentorship[] {
  const known = allMentorships(records);
  const lost = new Map(lying.map((sheet) => [sheet.mentorship, sheet]));
  known.forEach(({ id }) => lost.delete(id));
  return [...known, ...[...lost].map(([id, { savedAt }]) => newMentorship(id, new Date(savedAt)))];
}

/** The sheets of one mentorship, read. */
export const sheetsOf = (
  records: Records,
  lying: readonly LyingSheet[],
  wanted: string | undefined,
): KeptSheet[] =>
  lying.flatMap(({ id, mentorship, savedAt }) => {
    const sheet = mentorship === wanted ? records.find(sheetRecord, id) : undefined;
    return sheet ? [{ sheet, savedAt: new Date(savedAt) }] : [];
  });
