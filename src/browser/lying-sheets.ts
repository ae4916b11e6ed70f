import { RECORD_KINDS, type RecordKind } from '../domain/records/envelope';
import { newMentorship, type Mentorship } from '../domain/records/mentorship';
import type { KeptSheet } from '../domain/records/overview';
import { sheetRecord } from '../domain/records/sheet';
import { keysUnder, type Records } from './records';

/** A sheet as far as it is known without being read. */
export interface LyingSheet {
  readonly id: string;
  readonly savedAt: string;
  readonly mentorship: string;
}

/** A record as its text lies in storage. */
export interface LyingRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly key: string;
  readonly text: string;
}

/** Every record's text, in one pass over the storage: asking it for its keys is what takes long. */
export const lyingRecords = ({ name, storage }: Records): LyingRecord[] =>
  keysUnder(storage, `${name}:`).flatMap((key) => {
    const rest = key.slice(name.length + 1);
    const kind = RECORD_KINDS.find((one) => rest.startsWith(`${one}:`));
    return kind ? [{ kind, id: rest.slice(kind.length + 1), key, text: storage.getItem(key) ?? '' }] : [];
  });

/**
 * Whose the sheets are, without reading what is in them: a kit of hundreds of sheets is on the screen before it could be
 * parsed. One that is not laid out as this site does it is read after all.
 */
export const lyingSheets = (records: Records, texts = lyingRecords(records)): LyingSheet[] =>
  texts.flatMap(({ kind, id, text }) => {
    if (kind !== 'sheet') return [];
    const [, savedAt, mentorship] =
      /^\{"format":\d+,"revision":\d+,"savedAt":"([^"]+)","data":\{"id":"[^"]*","worksheet":"[^"]*","mentorship":"([^"\\]+)"/.exec(
        text,
      ) ?? [];
    if (savedAt !== undefined && mentorship !== undefined) return [{ id, savedAt, mentorship }];
    const sheet = records.find(sheetRecord, id);
    return sheet ? [{ id, savedAt: sheet.started, mentorship: sheet.mentorship }] : [];
  });

/** All mentorships. One whose record was damaged is still there: by its sheets. */
export function mentorshipsOf(
  known: readonly Mentorship[],
  lying: readonly LyingSheet[],
): readonly Mentorship[] {
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
