import { sheetRecord, type Sheet } from '../domain/records/sheet';
import { openRecords } from './records';
import { openStorage } from './storage';

/** A sheet to go on with: one that is open, or else one that was called done not long ago. */
export interface Next {
  readonly sheet: Sheet;
  readonly done: boolean;
  /** When it was last written in, or called done. */
  readonly at: Date;
}

/** A done sheet is no longer "ready for the talk" when the talk must be long past. */
const READY_DAYS = 28;

/** What is next for whoever comes back, read from this browser's records; nothing when there is nothing. */
export function whatIsNext(storageName: string, now: Date = new Date()): Next | undefined {
  const records = openRecords(storageName, openStorage(), () => now);
  const newestFirst = records
    .all(sheetRecord)
    .map((sheet): Next => {
      const reading = records.read(sheetRecord, sheet.id);
      const saved = reading.state === 'ok' ? reading.record.savedAt : sheet.started;
      return { sheet, done: sheet.done !== undefined, at: new Date(sheet.done ?? saved) };
    })
    .sort((a, b) => b.at.getTime() - a.at.getTime());
  const oldest = now.getTime() - READY_DAYS * 24 * 60 * 60 * 1000;
  return (
    newestFirst.find(({ done }) => !done) ??
    newestFirst.find(({ done, at }) => done && at.getTime() >= oldest)
  );
}
